import { describe, expect, it, test } from 'vitest';
import type { Card, Filing, Mark } from '../record.ts';
import { readAloud, secondsFor, usualWordsPerMinute, wordsRead } from './reading-time.ts';
import { speechDocument } from './speech.ts';

const words = 'A slower boat is not a worse boat.';
const mark = (kind: Mark['kind'], start: number, end: number): Mark => ({ kind, start, end });
const card: Omit<Card, 'marks'> = { tag: 'Slow is fine', cite: { author: 'Ann Lee', date: '2026' } };

describe('read aloud', () => {
  it.each<[string, Mark[], string[]]>([
    ['is what is highlighted', [mark('underline', 0, 34), mark('highlight', 2, 13)], ['slower boat']],
    [
      'else what is underlined or emphasised',
      [mark('underline', 0, 8), mark('emphasis', 8, 13)],
      ['A slower boat'],
    ],
    ['else all of it', [], [words]],
  ])('%s', (_what, marks, expected) => {
    expect(readAloud(words, marks).map(({ start, end }) => words.slice(start, end))).toEqual(expected);
  });

  test('takes the tag, surname and date, and the words up to where reading stopped', () => {
    const marks = [mark('highlight', 2, 13), mark('highlight', 28, 34)];
    expect(wordsRead({ ...card, marks }, words)).toBe(3 + 2 + 3);
    expect(wordsRead({ ...card, marks }, words, 8)).toBe(3 + 2 + 1);
    expect(wordsRead({ ...card, marks }, words, 0)).toBe(3 + 2);
  });

  test('takes so long at one’s own pace', () => {
    expect([
      secondsFor(usualWordsPerMinute, usualWordsPerMinute),
      secondsFor(0, 160),
      secondsFor(10, 0),
    ]).toEqual([60, 0, 600]);
  });
});

test('a speech adds up what is read in it, and what was said of it', () => {
  const filing = (of: Filing['of'], more: Partial<Filing> = {}): Filing => ({
    type: 'filing',
    of,
    into: 'speech:1AC',
    order: 'V000',
    ...more,
  });
  const points = new Map([
    ['a/1', { point: { card: { ...card, marks: [] } }, words }],
    ['a/2', { point: { body: 'One two three four.' }, words: '' }],
  ]);
  const speech = speechDocument(
    [filing('a/1', { stopped: 8 }), filing('a/2'), filing('a/9')],
    (of) => points.get(of),
    60,
  );
  expect(speech.items.map((item) => [item.of, item.words, item.said])).toEqual([
    ['a/1', 13, 7],
    ['a/2', 4, 4],
  ]);
  expect([speech.words, speech.seconds, speech.secondsSaid]).toEqual([17, 17, 11]);
});
