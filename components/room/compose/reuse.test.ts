// Refused words go back to where they were meant to be said, whole, and beside what was begun there since.

import { describe, expect, it } from 'vitest';
import type { CounterpointRecord, Entry, Point, Revision } from '#lib/model/record.ts';
import type { Target } from '#lib/sync/device/drafts.ts';
import { draftFromRefused, joinedDraft, type Refused, reuseOf, targetOfRefused, thingOf } from './reuse.ts';

const anchor = { reading: 'r', edition: 'e', start: 4, end: 9, quote: 'words', prefix: '', suffix: '' };
const note: Point = { type: 'point', kind: 'claim', at: '2026-03-01T10:00:00.000Z', body: 'so', anchor };
const answer: Point = { ...note, links: [{ to: 'bea/1', stance: 'qualifies' }] };
const disagreement: Point = { ...note, kind: 'comment', links: [{ to: 'reading', stance: 'rebuts' }] };
const standing: Entry = { ref: 'ada/1', participant: 'ada', id: '1', value: note, createdAt: note.at };

const change: Revision = { type: 'revision', of: 'ada/1', at: note.at, body: 'so' };
const ballot: CounterpointRecord = { type: 'ballot', winner: 'pro', reason: 'so', at: note.at };
const newCard: Point = { ...note, card: { tag: 'so', cite: { author: 'Ada' }, marks: [] } };

it.each<[string, CounterpointRecord, Target | null]>([
  ['note', note, 'new:r:4-9'],
  ['note', answer, 'answer:bea/1'],
  ['change', note, 'edit:ada/1'],
  ['change', change, 'edit:ada/1'],
  ['change', change, null],
  ['card', newCard, null],
  ['ballot', ballot, null],
  ['other', { type: 'ruling', act: 'hide', of: 'ada/1', reason: 'so', at: note.at }, null],
])('[U47] what was refused is called a %s', (thing, value, target) => {
  const draft = { body: 'so', kind: 'claim', place: 'room' } as const;
  expect(thingOf(value, target && { target, draft, holdsAll: true })).toBe(thing);
});

describe('[U3] refused words', () => {
  it('keep their kind, stance, passage and audience', () => {
    const range = { start: 4, end: 9 };
    expect(draftFromRefused(note, 'room')).toEqual({
      ...{ body: 'so', kind: 'claim', place: 'room', range },
      anchor: note.anchor,
    });
    expect(draftFromRefused(answer, 'private')).toMatchObject({ stance: 'qualifies', place: 'private' });
    expect(draftFromRefused(disagreement, 'room')).toMatchObject({ stance: 'rebuts' });
  });

  it('become a note, an answer, or a disagreement with the reading again', () => {
    expect(targetOfRefused('ada/1', note, undefined)).toBe('new:r:4-9');
    expect(targetOfRefused('ada/1', answer, undefined)).toBe('answer:bea/1');
    expect(targetOfRefused('ada/1', disagreement, undefined)).toBe('new:r:4-9');
  });

  it('become a change of the same note where the room holds it', () => {
    expect(targetOfRefused('ada/1', note, standing)).toBe('edit:ada/1');
    expect(targetOfRefused('ada/1', answer, standing)).toBe('edit:ada/1');
  });

  it('become a new note where the server never took it, or its author took it back', () => {
    const { createdAt: _, ...untaken } = standing;
    expect(targetOfRefused('ada/1', note, untaken)).toBe('new:r:4-9');
    const withdrawn: Entry = {
      ...standing,
      value: { type: 'point', kind: 'claim', at: note.at, withdrawn: true },
    };
    expect(targetOfRefused('ada/1', note, withdrawn)).toBe('new:r:4-9');
  });

  it('never write over what was begun since', () => {
    const refused = draftFromRefused(answer, 'room');
    const begun = { ...refused, body: 'another thought', stance: 'asks' as const };
    expect(joinedDraft(begun, refused)).toEqual({ ...begun, body: 'another thought\n\nso' });
    expect(joinedDraft({ ...begun, body: ' ' }, refused)).toEqual(refused);
    expect(joinedDraft(undefined, refused)).toEqual(refused);
  });

  it('are not joined to words that hold them already', () => {
    const refused = draftFromRefused(note, 'room');
    const begun = { ...refused, body: 'first\n\nso' };
    expect(joinedDraft(begun, refused)).toBe(begun);
    expect(joinedDraft(refused, refused)).toBe(refused);
  });
});

const card = { tag: 'Habits are dear', cite: { author: 'Ada', date: '2026' }, marks: [] };
const cut: Point = { type: 'point', kind: 'card', at: note.at, anchor, card };
const brought: Point = {
  type: 'point',
  kind: 'card',
  at: note.at,
  card: { ...card, text: 'Its own words.' },
};

/** A refused record as the list asks about it; `held`: what the room holds. */
function asked(value: CounterpointRecord, { held = [], drafts = new Map(), readings = ['r'] }: Asked = {}) {
  const entryOf: Refused['entryOf'] = (ref) => held.find((entry) => entry.ref === ref);
  return reuseOf({ ref: 'ada/1', value, place: 'room', entryOf, readings, drafts });
}
type Asked = { held?: Entry[]; drafts?: Refused['drafts']; readings?: string[] };

describe('[GATE10] a refused card', () => {
  const draft = { body: card.tag, kind: 'claim', place: 'room', card: { cite: card.cite, marks: [] } };
  const made = { ...draft, range: { start: 4, end: 9 }, anchor };

  it('is a card in the making again, with its cite and its marks', () => {
    expect(asked(cut)).toEqual({ target: 'card:r:4-9', draft: made, holdsAll: true });
  });

  it('stands beside another that was begun on the same words', () => {
    const begun = new Map([['card:r:4-9', { ...made, body: 'Another' }]]) as Refused['drafts'];
    expect(asked(cut, { drafts: begun })).toMatchObject({ target: 'card:r:4-9:ada/1', holdsAll: true });
  });

  it('is a change of the same card where the room holds it, and never written over another change', () => {
    const held = [{ ...standing, value: { ...cut, card: { ...card, tag: 'Before' } } }];
    expect(asked(cut, { held })).toEqual({ target: 'edit:ada/1', draft, holdsAll: true });
    const begun = new Map([['edit:ada/1', { ...draft, body: 'Another' }]]) as Refused['drafts'];
    expect(asked(cut, { held, drafts: begun })).toBeNull();
  });

  it('is kept where a draft lacks what was said beside it', () => {
    expect(asked({ ...cut, body: 'Read this one first.' })).toMatchObject({ holdsAll: false });
    expect(asked({ ...cut, speech: '1ac' })).toMatchObject({ holdsAll: false });
  });

  it('is no draft where it brought its own words, or its reading is gone', () => {
    expect(asked(brought)).toBeNull();
    expect(asked(cut, { readings: [] })).toBeNull();
  });

  it('changes its tag where its own words are held already', () => {
    const held = [{ ...standing, value: { ...brought, card: { ...brought.card, tag: 'Before' } } as Point }];
    expect(asked(brought, { held })).toEqual({ target: 'edit:ada/1', draft, holdsAll: true });
  });
});

describe('[GATE10] a refused rewording', () => {
  const bea: Entry = { ref: 'bea/1', participant: 'bea', id: '1', value: { ...note, body: 'Hers' } };
  const revision: Revision = { type: 'revision', of: 'bea/1', at: note.at, body: 'Ours' };

  it('is a change of the partner’s note again', () => {
    expect(asked(revision, { held: [bea] })).toEqual({
      ...{ target: 'edit:bea/1', draft: { body: 'Ours', kind: 'claim', place: 'room' }, holdsAll: true },
    });
  });

  it('is a change of the partner’s card again, with what it left as it was', () => {
    const held = [{ ...bea, value: cut }];
    const reuse = asked({ ...revision, body: undefined, card: { tag: 'Ours' } }, { held });
    expect(reuse).toMatchObject({
      ...{ target: 'edit:bea/1', draft: { body: 'Ours', card: { cite: card.cite } } },
    });
  });

  it('is kept where it moved the note, too', () => {
    const moved = asked({ ...revision, moved: { speech: '1ac' } }, { held: [bea] });
    expect(moved).toMatchObject({ holdsAll: false });
  });

  it('is no draft where its note is not here any more', () => {
    expect(asked(revision)).toBeNull();
  });
});

describe('[GATE10] a refused note', () => {
  it('is held by its draft, an answer and a change too', () => {
    expect(asked(note)).toMatchObject({ target: 'new:r:4-9', holdsAll: true });
    expect(asked(answer)).toMatchObject({ target: 'answer:bea/1', holdsAll: true });
    expect(asked({ ...note, body: 'thus' }, { held: [standing] })).toMatchObject({ holdsAll: true });
  });

  it.each<[string, Partial<Point>]>([
    ['its place on the flow', { speech: '1ac', sheet: 'Harms', row: 2 }],
    ['its other links', { links: [...(answer.links ?? []), { to: 'cy/1', stance: 'rebuts' }] }],
    ['its tags beside its words', { tags: ['turn'] }],
  ])('is kept where a draft lacks %s', (_, more) => {
    expect(asked({ ...note, ...more })).toMatchObject({ holdsAll: false });
  });

  it('is kept where a change of words is not all that was refused', () => {
    const elsewhere = { ...note, anchor: { ...anchor, start: 5 } };
    expect(asked(elsewhere, { held: [standing] })).toMatchObject({ holdsAll: false });
  });

  it('is kept where words begun since are said in another way', () => {
    const begun = new Map([['answer:bea/1', { ...draftFromRefused(answer, 'room'), stance: 'asks' }]]);
    const reuse = asked({ ...answer, body: 'more' }, { drafts: begun as Refused['drafts'] });
    expect(reuse).toMatchObject({ draft: { body: 'so\n\nmore' }, holdsAll: false });
  });

  it('is no draft on a reading that the room does not hold any more', () => {
    expect(asked(note, { readings: ['other'] })).toBeNull();
  });
});

it.each<CounterpointRecord>([
  { type: 'ballot', at: note.at, reason: 'They dropped it.' },
  { type: 'ruling', of: 'room', act: 'lock', at: note.at, reason: 'It is late.' },
  { type: 'filing', of: 'ada/1', into: 'file', order: 'a', pocket: 'Aff' },
])('[GATE10] no draft is made of what no composer writes: $type', (value) => {
  expect(asked(value)).toBeNull();
});
