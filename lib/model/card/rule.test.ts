// Cards and filings: what they may hold, who may write them, and where, as one table each.

import { describe, expect, it, test } from 'vitest';
import type { DocumentKind } from '../document.ts';
import { may, type Writer } from '../permission.ts';
import {
  type Card,
  type CounterpointRecord,
  type Filing,
  filingId,
  maxCardBytes,
  type Point,
  parseRecord,
  withdrawnFrom,
} from '../record.ts';
import { revised } from '../round/revision.ts';

const at = '2026-03-01T10:00:00.000Z';
const anchor = { reading: 'r', edition: 'e', start: 0, end: 4, quote: 'Slow', prefix: '', suffix: '' };
const card: Card = { tag: 'Slow is fine', cite: { author: 'Ann Lee' }, marks: [] };
const point: Point = { type: 'point', kind: 'card', at, anchor, card };
const filing: Filing = { type: 'filing', of: 'ann/1', into: 'file', pocket: 'Aff', order: 'V0001' };

const isRecord = (value: unknown) => parseRecord(value).ok;

describe('a card', () => {
  const { anchor: _, ...loose } = point;
  const brought = { ...card, text: 'Slow.' };

  it.each<[string, unknown, boolean]>([
    ['on its passage', point, true],
    ['with its own words, brought in without a reading', { ...loose, card: brought }, true],
    ['with both', { ...point, card: brought }, false],
    ['with neither', loose, false],
    ['that says nothing of a card', { ...point, card: undefined }, false],
    ['under another kind', { ...point, kind: 'claim' }, false],
    [
      'with an empty mark',
      { ...point, card: { ...card, marks: [{ kind: 'highlight', start: 3, end: 3 }] } },
      false,
    ],
    ['with a field of its own', { ...point, card: { ...card, colour: 'green' } }, false],
    ['that is too long', { ...loose, card: { ...card, text: 'x'.repeat(maxCardBytes + 1) } }, false],
    ['withdrawn with its words', { ...point, withdrawn: true }, false],
  ])('%s', (_what, value, isOne) => {
    expect(isRecord(value)).toBe(isOne);
  });

  test('[GATE11] taken back leaves its place and none of its words', () => {
    const gone = withdrawnFrom({ ...point, body: 'As she said.' });
    expect(gone).toEqual({ type: 'point', kind: 'card', at, anchor, withdrawn: true });
    expect(isRecord(gone)).toBe(true);
  });
});

describe('a filing', () => {
  it.each<[string, Partial<Record<keyof Filing, unknown>>, boolean]>([
    ['in a file', {}, true],
    ['in a speech, read so far', { into: 'speech:1AC', stopped: 120 }, true],
    ['taken out', { removed: true }, true],
    ['in no place that there is', { into: 'drawer' }, false],
    ['in an order that cannot be compared', { order: '1.5' }, false],
    ['under a heading without words', { block: ' ' }, false],
  ])('%s', (_what, change, isOne) => {
    expect(isRecord({ ...filing, ...change })).toBe(isOne);
  });
});

const people = {
  debater: { participant: 'deb', role: 'member', side: 'aff', part: null },
  coach: { participant: 'coa', role: 'owner', side: 'aff', part: 'coach' },
  observer: { participant: 'obs', role: 'observer', side: null, part: null },
} satisfies Record<string, Writer>;

type State = { takesCards?: boolean; stage?: 'before' | 'on' };

function verdict(
  who: keyof typeof people,
  after: CounterpointRecord,
  kind: DocumentKind,
  { takesCards = true, stage = 'on' }: State = {},
): string {
  const id = after.type === 'filing' ? filingId(after) : 'c1';
  const state = { kind, closed: false, takesCards, stage, owner: people[who].participant };
  const judged = may(people[who], { id, before: undefined, after }, state);
  return judged.ok ? 'ok' : judged.reason;
}

describe('[GATE7] who may write what', () => {
  it.each<[keyof typeof people, 'card' | 'filing', DocumentKind, string]>([
    ['debater', 'card', 'room', 'ok'],
    ['debater', 'card', 'side', 'ok'],
    ['debater', 'card', 'private', 'ok'],
    ['debater', 'card', 'flags', 'not-here'],
    ['debater', 'filing', 'side', 'ok'],
    ['debater', 'filing', 'private', 'ok'],
    ['debater', 'filing', 'room', 'not-here'],
    ['debater', 'filing', 'flags', 'not-here'],
    ['coach', 'card', 'side', 'round-locked'],
    ['coach', 'filing', 'side', 'round-locked'],
    ['coach', 'filing', 'private', 'ok'],
    ['observer', 'card', 'room', 'read-only'],
  ])('%s, a %s in the %s document while a round is on: %s', (who, what, kind, expected) => {
    expect(verdict(who, what === 'card' ? point : filing, kind)).toBe(expected);
  });

  it.each(['room', 'private', 'side'] as const)(
    'only rooms for debates hold any, in their %s document',
    (kind) => {
      for (const record of [point, filing])
        expect(verdict('debater', record, kind, { takesCards: false })).toBe('not-here');
    },
  );

  test('a coach helps to prepare until the round is on', () => {
    expect(verdict('coach', point, 'side', { stage: 'before' })).toBe('ok');
    expect(verdict('coach', filing, 'side', { stage: 'before' })).toBe('ok');
  });

  test('a filing has one key for each card and place', () => {
    const change = { id: 'filing:file:ann/2', before: undefined, after: filing };
    const state = { kind: 'side', closed: false, takesCards: true } as const;
    expect(may(people.debater, change, state)).toEqual({ ok: false, reason: 'wrong-key' });
  });
});

test('a partner’s other tag and marks count within the side; the words stay as they are', () => {
  const entry = { ref: 'ann/1', participant: 'ann', id: '1', value: point, acceptedAt: at } as const;
  const marks = [{ kind: 'highlight' as const, start: 0, end: 4 }];
  const value = { type: 'revision' as const, of: entry.ref, at, card: { tag: 'Slow is better', marks } };
  const revision = { ref: 'bo/r', participant: 'bo', id: 'r', value } as const;
  const { point: shown, editors } = revised(entry, [revision], () => 'aff');
  expect(shown).toEqual({ ...point, card: { ...card, tag: 'Slow is better', marks } });
  expect(editors).toEqual(['bo']);
});
