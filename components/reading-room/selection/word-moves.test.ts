// The keyboard reaches every word, in both directions, across paragraphs.

import { describe, expect, it } from 'vitest';
import { type Block, startsOf, textOf } from '#lib/model/text/text.ts';
import { selectedBy, step, type Unit, type Walk, walkFrom } from './word-moves.ts';

const blocks: Block[] = [
  { id: 'b1', type: 'paragraph', text: 'Pressure works. Or it doesn’t, somehow.' },
  { id: 'b2', type: 'paragraph', text: '—' },
  { id: 'b3', type: 'paragraph', text: 'Seoul knows.' },
];
const starts = startsOf(blocks);
const places = blocks.map(({ text }, i) => ({ start: starts[i] ?? 0, length: text.length }));
const text = textOf(blocks);
const words = (walk: Walk | null) => walk && text.slice(selectedBy(walk).start, selectedBy(walk).end);

function go(walk: Walk | null, ...moves: ['→' | '←', Unit?, 'extend'?][]): Walk | null {
  return moves.reduce(
    (at, [way, unit = 'word', extend]) =>
      at && step(at, blocks, places, { unit, forward: way === '→', extend: extend === 'extend' }),
    walk,
  );
}

describe('a walk through the text', () => {
  it('begins on the first word of a paragraph', () => {
    expect(words(walkFrom(blocks, places, 0))).toBe('Pressure');
    expect(walkFrom(blocks, places, 1)).toBeNull();
  });

  it.each<[string, ['→' | '←', Unit?, 'extend'?][], string]>([
    ['moves by word', [['→']], 'works'],
    ['keeps a contraction whole', [['→'], ['→'], ['→'], ['→']], 'doesn’t'],
    ['extends by word', [['→', 'word', 'extend']], 'Pressure works'],
    [
      'shrinks again',
      [
        ['→', 'word', 'extend'],
        ['←', 'word', 'extend'],
      ],
      'Pressure',
    ],
    ['extends by sentence', [['→', 'sentence', 'extend']], 'Pressure works.'],
    ['crosses paragraphs, past one without words', [['→', 'sentence'], ['→', 'sentence'], ['→']], 'Seoul'],
    ['stays at the beginning', [['←']], 'Pressure'],
  ])('%s', (_, moves, expected) => {
    expect(words(go(walkFrom(blocks, places, 0), ...moves))).toBe(expected);
  });

  it('stays at the end', () => {
    expect(words(go(walkFrom(blocks, places, 2), ['→'], ['→'], ['→']))).toBe('knows');
  });

  it('extends backwards over where it began', () => {
    expect(words(go(walkFrom(blocks, places, 2), ['←', 'word', 'extend']))).toBe('somehow.\n—\nSeoul');
  });
});
