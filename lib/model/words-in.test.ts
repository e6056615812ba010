// What a record holds of its author's words, by the type of record.

import { expect, it } from 'vitest';
import type { CounterpointRecord } from './record.ts';
import { wordsIn } from './words-in.ts';

const at = '2026-03-01T10:00:00.000Z';
const card = { tag: 'Walls keep', cite: { author: 'Ada', date: '2026' }, marks: [] };

it.each<[CounterpointRecord, string[]]>([
  [{ type: 'point', kind: 'claim', at, body: 'So.' }, ['So.']],
  [{ type: 'point', kind: 'highlight', at }, []],
  [
    { type: 'point', kind: 'card', at, card: { ...card, text: 'One.\nTwo.' }, body: 'Mine.' },
    ['Walls keep', 'Ada, 2026', 'One.\nTwo.', 'Mine.'],
  ],
  [{ type: 'revision', of: 'ada/1', at, body: 'Thus.' }, ['Thus.']],
  [{ type: 'revision', of: 'ada/1', at, card: { tag: 'Walls' } }, ['Walls']],
  [{ type: 'filing', of: 'ada/1', into: 'file', order: 'a', pocket: 'Aff', hat: 'Harms' }, ['Aff', 'Harms']],
  [{ type: 'ballot', at, reason: 'They dropped it.' }, ['They dropped it.']],
  [{ type: 'ruling', of: 'room', act: 'lock', at, reason: 'It is late.' }, ['It is late.']],
  [{ type: 'stamp', of: 'whole', criterion: 'c', level: 'l', body: 'Well put.' }, ['Well put.']],
  [{ type: 'remark', of: 'whole', at, body: 'See me.' }, ['See me.']],
  [{ type: 'reaction', of: 'ada/1', kind: 'helpful' }, []],
  [{ type: 'placing', of: 'ada/1', from: { edition: 'e', start: 0, end: 1 }, at }, []],
  [{ type: 'clock', speech: '1ac', act: 'start', at }, []],
  [{ type: 'seen', of: 'ada/1', upTo: 3 }, []],
])('%j', (value, words) => {
  expect(wordsIn(value)).toEqual(words);
});
