// A file of cards and arguments: pocket, hat, block, and what stands under each, from the filings. And what to write so
// that something stands elsewhere. Pure; a heading is there while something stands under it.

import type { Entry, Filing, FilingPlace, Ref } from '../record.ts';
import { orderBetween } from './order.ts';

/** The headings something stands under; absent ones are left out. */
export type Heading = Pick<Filing, 'pocket' | 'hat' | 'block'>;

export type Block = { name: string; filings: readonly Filing[] };
export type Hat = { name: string; blocks: readonly Block[] };
/** Under no heading of a level the name is empty. */
export type Pocket = { name: string; hats: readonly Hat[] };

/**
 * The filings that count in one place, in their order: of partners' for the same card the one accepted last, what was
 * taken out left out.
 */
export function filingsIn(into: FilingPlace, entries: Iterable<Entry>): Filing[] {
  const last = new Map<Ref, Entry<Filing>>();
  for (const entry of entries) {
    if (!isFiling(entry) || entry.value.into !== into) continue;
    const known = last.get(entry.value.of);
    if (!known || isLater(entry, known)) last.set(entry.value.of, entry);
  }
  return [...last.values()]
    .map(({ value }) => value)
    .filter(({ removed }) => !removed)
    .sort(byOrder);
}

/** Lays filings out under their headings; each heading stands where the first under it does. */
export function fileOf(filings: readonly Filing[]): Pocket[] {
  return grouped(filings, 'pocket').map(([pocket, inPocket]) => ({
    name: pocket,
    hats: grouped(inPocket, 'hat').map(([hat, inHat]) => ({
      name: hat,
      blocks: grouped(inHat, 'block').map(([block, own]) => ({ name: block, filings: own })),
    })),
  }));
}

/** The same filings in the order in which the file is read. */
export function inFileOrder(filings: readonly Filing[]): Filing[] {
  return fileOf(filings).flatMap(({ hats }) =>
    hats.flatMap(({ blocks }) => blocks.flatMap((block) => block.filings)),
  );
}

/** Files something under a heading, after what stands there; where there is no such heading yet, after its nearest. */
export function filed(filings: readonly Filing[], of: Ref, into: FilingPlace, heading: Heading = {}): Filing {
  const others = filings.filter((one) => one.of !== of);
  const last = lastUnder(others, heading);
  const order = last
    ? orderBetween(last.order, afterOf(others, last))
    : orderBetween(others.at(-1)?.order, undefined);
  return { type: 'filing', of, into, ...namesOf(heading), order };
}

/** Files something right before another, under the other's headings. */
export function filedBefore(filings: readonly Filing[], moved: Filing, target: Filing): Filing {
  const others = filings.filter((one) => one.of !== moved.of);
  return placed(moved, target, orderBetween(beforeOf(others, target), target.order));
}

/** Files something right after another, under the other's headings. */
export function filedAfter(filings: readonly Filing[], moved: Filing, target: Filing): Filing {
  const others = filings.filter((one) => one.of !== moved.of);
  return placed(moved, target, orderBetween(target.order, afterOf(others, target)));
}

/** One step up or down the file; past the edge of a block, into the one beside it. Null at the ends. */
export function stepped(filings: readonly Filing[], of: Ref, step: -1 | 1): Filing | null {
  const list = inFileOrder(filings);
  const at = list.findIndex((one) => one.of === of);
  const [moved, beside] = [list[at], list[at + step]];
  if (!moved || !beside) return null;
  const isSameBlock = isUnder(beside, moved, 3);
  return step < 0 === isSameBlock ? filedBefore(filings, moved, beside) : filedAfter(filings, moved, beside);
}

/** Under other headings, at their end. */
export function movedUnder(filings: readonly Filing[], moved: Filing, heading: Heading): Filing {
  const { pocket: _, hat: __, block: ___, ...rest } = moved;
  const { order } = filed(filings, moved.of, moved.into, heading);
  return { ...rest, ...namesOf(heading), order };
}

/** From the largest to the smallest. */
export const levels = ['pocket', 'hat', 'block'] as const;

/** Whether something stands under the first so many levels of a heading. */
export function isUnder(filing: Heading, heading: Heading, depth: number): boolean {
  return levels.slice(0, depth).every((level) => (filing[level] ?? '') === (heading[level] ?? ''));
}

/** The last under a heading; where there is none, under its nearest. */
export function lastUnder(filings: readonly Filing[], heading: Heading): Filing | undefined {
  for (let depth = 3; depth > 0; depth--) {
    const last = filings.filter((one) => isUnder(one, heading, depth)).at(-1);
    if (last) return last;
  }
  return undefined;
}

function placed(moved: Filing, target: Filing, order: string): Filing {
  const { pocket: _, hat: __, block: ___, ...rest } = moved;
  return { ...rest, ...namesOf(target), order };
}

export function namesOf({ pocket, hat, block }: Heading): Heading {
  return { ...(pocket && { pocket }), ...(hat && { hat }), ...(block && { block }) };
}

export function beforeOf(filings: readonly Filing[], target: Filing): string | undefined {
  return filings[filings.findIndex((one) => one.of === target.of) - 1]?.order;
}

export function afterOf(filings: readonly Filing[], target: Filing): string | undefined {
  return filings[filings.findIndex((one) => one.of === target.of) + 1]?.order;
}

function grouped(filings: readonly Filing[], level: (typeof levels)[number]): [string, Filing[]][] {
  return [...Map.groupBy(filings, (one) => one[level] ?? '')];
}

function isFiling(entry: Entry): entry is Entry<Filing> {
  return entry.value.type === 'filing';
}

/** What the server has not accepted yet is newest; of one instant, whoever's layer comes last. */
function isLater(a: Entry, b: Entry): boolean {
  const [one, other] = [a.acceptedAt ?? '~', b.acceptedAt ?? '~'];
  return one === other ? a.ref > b.ref : one > other;
}

export function byOrder(a: Filing, b: Filing): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.of < b.of ? -1 : 1;
}
