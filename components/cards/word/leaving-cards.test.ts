import { expect, test } from 'vitest';
import type { Entry, Filing, Point, Ref } from '#lib/model/record.ts';
import type { Item } from '../file/use-items.ts';
import { leavingCards } from './leaving-cards.ts';

const point: Point = { type: 'point', kind: 'claim', at: '2026-03-01T10:00:00.000Z' };
const entry: Entry<Point> = { ref: 'kim/1', participant: 'kim', id: '1', value: point };
const card = { tag: 'Ferries are fast', cite: { author: 'Ann Lee' }, marks: [] };
const items = new Map<Ref, Item>([
  ['kim/1', { entry, words: card.tag, card, body: 'Against buses.', quoted: 'They are fast.' }],
  ['kim/2', { entry, words: 'First', card: undefined, body: 'First line\nand second', quoted: '' }],
]);
const filing = (of: Ref, more: Partial<Filing> = {}): Filing => ({
  type: 'filing',
  of,
  into: 'file',
  order: 'V000',
  ...more,
});

test('a card goes with its words, cite, marks and what is said beside it, under its headings', () => {
  expect(leavingCards([filing('kim/1', { pocket: 'Transport', stopped: 4 })], (of) => items.get(of))).toEqual(
    [{ pocket: 'Transport', ...card, words: 'They are fast.', note: 'Against buses.', stopped: 4 }],
  );
});

test('an argument goes by its first line, with the rest below it', () => {
  expect(leavingCards([filing('kim/2')], (of) => items.get(of))).toEqual([
    { tag: 'First line', note: 'and second' },
  ]);
});

test('what one may not see any more stays out', () => {
  expect(leavingCards([filing('kim/3'), filing('kim/2')], (of) => items.get(of))).toHaveLength(1);
});
