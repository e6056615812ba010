// Passages of a file are looked for in every text that the room holds, and the report says where they were found.

import { expect, test } from 'vitest';
import { sentenceOf } from '#lib/words/said.ts';
import { arrivalsOf, type ForeignPassage, type Incoming } from './incoming.ts';

const library = { id: 'r1', edition: 'e1', title: 'The library', text: 'Doors are open.\n\nLamps are lit.' };
const bus = {
  id: 'r2',
  edition: 'e2',
  title: 'The bus',
  text: 'Buses wait.\n\nDoors are open.\n\nNobody walks.',
};
const now = '2026-01-01T00:00:00.000Z';

function fileOf(...passages: ForeignPassage[]): Incoming {
  const points = passages.map((passage, i) => ({
    key: `${i}`,
    author: 'Ada',
    at: now,
    kind: 'comment' as const,
    body: `Note ${i}`,
    tags: [],
    passage,
    links: [],
  }));
  return { ok: true, source: 'elsewhere', points, report: [] };
}

const standing = (file: Incoming) => {
  const { arrivals, report } = arrivalsOf(file, [library, bus], now);
  return { at: arrivals.map(({ point: { anchor } }) => anchor && [anchor.reading, anchor.start]), report };
};

test('in the first text that has the words, and in another only where that has none', () => {
  const { at, report } = standing(
    fileOf({ quote: 'Doors are open.' }, { quote: 'Nobody walks.' }, { quote: 'Lamps' }),
  );
  expect(at).toEqual([
    ['r1', 0],
    ['r2', 30],
    ['r1', 17],
  ]);
  expect(report.map((said) => sentenceOf('en', said))).toEqual([
    '3 passages were found in the texts of this debate.',
    '1 of them stands in “The bus”.',
  ]);
});

test('offsets count in the first text alone: in another the words themselves decide', () => {
  const { at } = standing(fileOf({ quote: 'Nobody walks.', start: 2, end: 15 }));
  expect(at).toEqual([['r2', 30]]);
});

test('what is in none of them keeps its words in the note', () => {
  const { arrivals, report } = arrivalsOf(fileOf({ quote: 'Trains run.' }), [library, bus], now);
  expect(arrivals[0]?.point).toMatchObject({ body: '> Trains run.\n\nNote 0' });
  expect(report.map((said) => sentenceOf('en', said))).toEqual([
    '1 passage is not in the texts of this debate or not only once; the quoted words stand in the note instead.',
  ]);
});
