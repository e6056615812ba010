import { expect, test } from 'vitest';
import { may, type Verdict } from './permission.ts';
import type { Anchor, CounterpointRecord, Point } from './record.ts';
import { mayHoldSeveral } from './room-readings.ts';

const at = '2026-01-01T00:00:00.000Z';

function anchorIn(reading: string): Anchor {
  return { reading, edition: 'e1', start: 0, end: 3, quote: 'The', prefix: '', suffix: ' ferry' };
}

const note = (reading?: string): Point => ({
  type: 'point',
  kind: 'comment',
  at,
  body: 'words',
  ...(reading !== undefined && { anchor: anchorIn(reading) }),
});
const placing = (reading: string): CounterpointRecord => ({
  type: 'placing',
  of: 'p/a',
  from: { edition: 'e1', start: 0, end: 3 },
  anchor: anchorIn(reading),
  at,
});

const granted: Verdict = { ok: true };
const stray: Verdict = { ok: false, reason: 'no-such-reading' };

test.each<[string, CounterpointRecord | undefined, CounterpointRecord, Verdict]>([
  ['a note in the first reading', undefined, note('one'), granted],
  ['a note in another that is held', undefined, note('two'), granted],
  ['a note without a passage', undefined, note(), granted],
  ['a note in a reading that is not held', undefined, note('three'), stray],
  ['a note moved into one that is not held', note('one'), note('three'), stray],
  ['a note whose reading was taken out, reworded', note('three'), { ...note('three'), body: 'x' }, granted],
  ['one moved from a reading that was taken out', note('three'), note('one'), granted],
  ['a placing in a reading that is held', undefined, placing('two'), granted],
  ['a placing in one that is not', undefined, placing('three'), stray],
])('[GATE12] %s', (_, before, after, verdict) => {
  const state = { kind: 'room' as const, closed: false, readings: ['one', 'two'] };
  expect(may({ participant: 'me', role: 'owner' }, { id: 'n', before, after }, state)).toEqual(verdict);
});

test('[GATE12] holds in private notes and in a side’s preparation, too', () => {
  const change = { id: 'n', before: undefined, after: note('three') };
  for (const kind of ['private', 'side'] as const)
    expect(
      may({ participant: 'me', role: 'member' }, change, { kind, closed: false, readings: ['one'] }),
    ).toEqual(stray);
});

test('debates hold several readings, seminars one', () => {
  expect([mayHoldSeveral('debate'), mayHoldSeveral('seminar')]).toEqual([true, false]);
});
