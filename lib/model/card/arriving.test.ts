// What comes from a file becomes valid records, stands on a passage only where the text has its words, and follows what is there.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Filing, parseRecord } from '../record.ts';
import { arrivedFilings, arrivedPoint } from './arriving.ts';
import { cardWords } from './card.ts';
import { fileOf } from './file.ts';

const at = '2026-03-01T10:00:00.000Z';
const text = 'Ferries are slow.\nThey carry more people than buses.\nThat is all.';
const source = { reading: 'r', edition: 'e', text };
const card = {
  tag: 'Full',
  cite: { author: 'Ann Lee' },
  marks: [{ kind: 'underline' as const, start: 0, end: 4 }],
};

test('a card whose words are paragraphs of the text stands on them', () => {
  const words = 'They carry more people than buses.';
  const point = arrivedPoint({ ...card, words, note: 'Read first.' }, at, [source]);
  expect(parseRecord(point).ok).toBe(true);
  expect(cardWords(point, text)).toEqual({ words, source: 'reading' });
  expect(point).toMatchObject({ kind: 'card', body: 'Read first.', card });
});

test('of several texts it stands on the one that has its words', () => {
  const words = 'Bridges carry trains.';
  const other = { reading: 'r2', edition: 'e2', text: `On bridges\n${words}` };
  const point = arrivedPoint({ ...card, words }, at, [source, other]);
  expect(point.anchor).toMatchObject({ reading: 'r2', edition: 'e2', start: 11, quote: words });
  expect(cardWords(point, other.text)).toEqual({ words, source: 'reading' });
});

test.each([
  ['that the text has not', 'Buses are full.'],
  ['that are a part of a paragraph', 'They carry more people'],
])('a card with words %s keeps them, and its source is not checked', (_, words) => {
  const point = arrivedPoint({ ...card, words }, at, [source]);
  expect(parseRecord(point).ok).toBe(true);
  expect(cardWords(point, text)).toEqual({ words, source: 'unchecked' });
});

test('an argument says its tag and what is beside it', () => {
  const point = arrivedPoint({ tag: 'They drop it', note: 'So it stands.' }, at, [source]);
  expect(point).toEqual({ type: 'point', kind: 'claim', at, body: 'They drop it\nSo it stands.' });
});

test('all of it stands after what was in the file, in the order of the file it came in', () => {
  const before: Filing[] = [{ type: 'filing', of: 'a/0', into: 'file', order: 'V000', pocket: 'Aff' }];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(undefined, 'Aff', 'Neg'), { maxLength: 60 }), (pockets) => {
      const arrived = pockets.map((pocket, i) => ({
        of: `b/${i}` as const,
        card: { tag: `${i}`, ...(pocket && { pocket }) },
      }));
      const filings = arrivedFilings(arrived, before);
      for (const filing of filings) expect(parseRecord(filing).ok).toBe(true);
      const orders = [...before, ...filings].map(({ order }) => order);
      expect(orders).toEqual([...new Set(orders)].sort());
      const own = fileOf([...before, ...filings]).find(({ name }) => name === 'Aff');
      const refs = own?.hats.flatMap(({ blocks }) =>
        blocks.flatMap((block) => block.filings.map(({ of }) => of)),
      );
      expect(refs).toEqual([
        'a/0',
        ...arrived.filter(({ card: { pocket } }) => pocket === 'Aff').map(({ of }) => of),
      ]);
    }),
  );
});
