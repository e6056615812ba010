// Refused words as drafts: where they are gone on with, and whether the draft holds everything that was refused. Until
// it does, the refused record is not forgotten (GATE10).

import {
  type CounterpointRecord,
  type Entry,
  isPoint,
  noteOf,
  type Point,
  parentOf,
  type Ref,
  type Revision,
  stanceOf,
} from '#lib/model/record.ts';
import { tagsBeside } from '#lib/model/threads/tag.ts';
import { type Draft, passageTarget, type Target } from '#lib/sync/device/drafts.ts';
import type { Place } from '#lib/sync/room-state.ts';

/** `holdsAll`: is there nothing in the refused record that the draft lacks? */
export type Reuse = { target: Target; draft: Draft; holdsAll: boolean };

/** A refused record, by the name it was to have, and what is known where it was refused. */
export type Refused = {
  ref: Ref;
  value: CounterpointRecord;
  place: Place;
  /** What the room holds under a name, in any of the places that one writes in. */
  entryOf: (ref: Ref) => Entry | undefined;
  /** The readings that the room holds: nothing can be said on another. */
  readings: readonly string[] | undefined;
  drafts: ReadonlyMap<Target, Draft>;
};

/** What a refused record is to whoever wrote it. */
export type RefusedThing = 'note' | 'card' | 'change' | 'ballot' | 'other';

/** `reuse`: where its words would be gone on with; a change of what the server took is one there, too. */
export function thingOf(value: CounterpointRecord, reuse: Reuse | null): RefusedThing {
  if (value.type === 'revision' || reuse?.target.startsWith('edit:')) return 'change';
  if (value.type === 'point') return value.card ? 'card' : 'note';
  return value.type === 'ballot' ? 'ballot' : 'other';
}

/** Null for what no composer can go on with. */
export function reuseOf(refused: Refused): Reuse | null {
  const { value } = refused;
  if (value.type === 'revision') return rewording(refused, value);
  if (value.type !== 'point') return null;
  return value.card ? cardAgain(refused, value) : noteAgain(refused, value);
}

function noteAgain({ ref, place, entryOf, readings, drafts }: Refused, value: Point): Reuse | null {
  if (!value.body) return null;
  const standing = entryOf(ref);
  const target = targetOfRefused(ref, value, standing);
  if (target.startsWith('new:') && isGone(value, readings)) return null;
  const own = draftFromRefused(value, place);
  const draft = joinedDraft(drafts.get(target), own);
  const before = standing?.value;
  const holdsAll =
    target.startsWith('edit:') && before?.type === 'point'
      ? isAlike(value, before, ['at', 'body', 'tags']) && `${besideWords(value)}` === `${besideWords(before)}`
      : isSaidByAComposer(value) && isAlike(draft, own, ['body']);
  return { target, draft, holdsAll };
}

/** Is it no more than a composer writes: words on a passage, answering one point? */
function isSaidByAComposer(value: Point): boolean {
  const { links = [], speech, sheet, row } = value;
  const isOnAFlow = speech !== undefined || sheet !== undefined || row !== undefined;
  return !isOnAFlow && links.length <= 1 && besideWords(value).length === 0;
}

function besideWords({ tags = [], body = '' }: Point): string[] {
  return tagsBeside(tags, body);
}

function cardAgain({ ref, place, entryOf, readings, drafts }: Refused, value: Point): Reuse | null {
  const { anchor, card } = value;
  if (!card) return null;
  const standing = entryOf(ref);
  const draft = cardDraft(card, place);
  if (standing && isTaken(standing) && standing.value.type === 'point' && standing.value.card) {
    const { card: before, ...rest } = standing.value;
    const { card: _, ...now } = value;
    const holdsAll = isAlike(now, rest, ['at']) && card.text === before.text;
    return unlessBegun({ target: `edit:${ref}`, draft, holdsAll }, drafts);
  }
  // A card that brought its own words was not cut here, and cannot be again.
  if (!anchor || isGone(value, readings)) return null;
  const { start, end } = anchor;
  const holdsAll = Object.keys(value).every((field) => heldOfCards.has(field));
  const target = passageTarget('card', anchor);
  const reuse = { target, draft: { ...draft, range: { start, end }, anchor }, holdsAll };
  // Another card begun on the same paragraph is another card.
  return unlessBegun(reuse, drafts) ?? unlessBegun({ ...reuse, target: `${target}:${ref}` }, drafts);
}

const heldOfCards: ReadonlySet<string> = new Set(['type', 'kind', 'at', 'anchor', 'card']);

function rewording({ ref, place, entryOf, drafts }: Refused, value: Revision): Reuse | null {
  const of = entryOf(value.of);
  if (!of || !isPoint(of) || of.value.withdrawn) return null;
  const target: Target = `edit:${value.of}`;
  const before = entryOf(ref)?.value;
  const mine: Revision =
    before?.type === 'revision' ? before : { type: 'revision', of: value.of, at: value.at };
  if (of.value.card) {
    if (!value.card) return null;
    const { tag = of.value.card.tag, cite = of.value.card.cite, marks = of.value.card.marks } = value.card;
    const draft = cardDraft({ tag, cite, marks }, place);
    return unlessBegun({ target, draft, holdsAll: isAlike(value, mine, ['at', 'card']) }, drafts);
  }
  if (!value.body) return null;
  const own: Draft = { body: value.body, kind: noteOf(of.value).kind, place };
  const draft = joinedDraft(drafts.get(target), own);
  return { target, draft, holdsAll: isAlike(value, mine, ['at', 'body']) };
}

function cardDraft({ tag, cite, marks }: NonNullable<Point['card']>, place: Place): Draft {
  return { body: tag, kind: 'claim', place, card: { cite, marks } };
}

/** Cards are not joined: what was begun at the same place since stays, and nothing is written over it. */
function unlessBegun(reuse: Reuse, drafts: ReadonlyMap<Target, Draft>): Reuse | null {
  const begun = drafts.get(reuse.target);
  return !begun || isAlike(begun, reuse.draft, ['place']) ? reuse : null;
}

function isGone({ anchor }: Point, readings: readonly string[] | undefined): boolean {
  return anchor !== undefined && readings !== undefined && !readings.includes(anchor.reading);
}

/** Do two of a kind differ in these fields at most? */
function isAlike<T extends object>(a: T, b: T, but: readonly (keyof T)[]): boolean {
  const fields = [...Object.keys(a), ...Object.keys(b)] as (keyof T)[];
  return fields.every(
    (field) => but.includes(field) || JSON.stringify(a[field]) === JSON.stringify(b[field]),
  );
}

/** The same words as a draft of the same kind of saying. */
export function draftFromRefused(value: Point, place: Draft['place']): Draft {
  const { anchor } = value;
  const stance = stanceOf(value);
  return {
    ...noteOf(value),
    place,
    ...(stance ? { stance } : {}),
    ...(value.forAll ? { forAll: true } : {}),
    ...(anchor ? { range: { start: anchor.start, end: anchor.end }, anchor } : {}),
  };
}

/** Where a refused point's words belong. `standing`: what the room holds under its name. */
export function targetOfRefused(ref: Ref, value: Point, standing: Entry | undefined): Target {
  if (standing && isTaken(standing)) return `edit:${ref}`;
  const parent = parentOf(value);
  if (parent) return `answer:${parent}`;
  return value.anchor ? passageTarget('new', value.anchor) : 'new:0-0';
}

/** Only what the server once took can be changed again; a note taken back cannot. */
function isTaken({ value, createdAt }: Entry): boolean {
  return createdAt !== undefined && value.type === 'point' && !value.withdrawn;
}

/** Words under words: what was begun for the same target since is not written over. */
export function joinedDraft(begun: Draft | undefined, refused: Draft): Draft {
  const before = begun?.body.trim();
  if (!begun || !before) return refused;
  const words = refused.body.trim();
  if (before === words || before.endsWith(`\n\n${words}`)) return begun;
  return { ...begun, body: `${before}\n\n${words}` };
}
