// What evidence cards cost in this process: making one, checking a file of them against their reading, and that file to Word
// and back.

import { readCards } from '#lib/exchange/cards/arriving/word-in.ts';
import { writeCards } from '#lib/exchange/cards/word-out.ts';
import { cardFrom } from '#lib/model/card/card.ts';
import { flagsOf } from '#lib/model/card/integrity.ts';
import type { LeavingCard } from '#lib/model/card/leaving.ts';
import { type DebateRow, rowOf } from './debate.ts';
import { randomFrom } from './random.ts';

const shape = { name: 'cards of 120 words' };
const cite = { author: 'Ann Lee', qualification: 'a pilot', date: '3 March 2026', publication: 'The Pier' };
const where = { reading: 'r', edition: 'e' };
const stock = 'ferries may carry more people than buses but they are not late when a harbour is full'.split(
  ' ',
);

/** A file of 500 cards on a text of 500 paragraphs. */
export async function debateCards(): Promise<DebateRow[]> {
  const paragraphs = paragraphsOf(500);
  const text = paragraphs.join('\n');
  const cards = paragraphs.map((words, i): LeavingCard => {
    const [start, middle, end] = [
      Math.floor(words.length / 4),
      Math.floor(words.length / 2),
      words.length - 20,
    ];
    return {
      ...{
        pocket: `Pocket ${Math.floor(i / 100)}`,
        hat: `Hat ${Math.floor(i / 20)}`,
        tag: `Ferries are full ${i}`,
      },
      ...{ cite, words },
      marks: [
        { kind: 'underline', start, end },
        { kind: 'emphasis', start: middle, end: middle + 12 },
        { kind: 'highlight', start: middle, end },
      ],
    };
  });
  const [first = ''] = paragraphs;
  const selection = { start: 20, end: first.length - 20 };
  const leaving = { title: 'A file', shape: 'full' as const, cards };
  const file = await writeCards(leaving);
  return [
    rowOf('a card made', shape, 1, () => cardFrom(selection, text, where, { tag: '', cite })),
    rowOf('checked against their reading', shape, cards.length, () => {
      for (const { tag, words = '', marks = [] } of cards) flagsOf({ tag, words, marks, source: text });
    }),
    await slowRowOf('Word out', cards.length, () => writeCards(leaving)),
    rowOf('Word in', shape, cards.length, () => readCards(file, { fileBytes: 32 << 20 })),
  ];
}

/** As `rowOf`, for what answers later: three runs after a first. */
async function slowRowOf(what: string, points: number, run: () => Promise<unknown>): Promise<DebateRow> {
  const times: number[] = [];
  await run();
  while (times.length < 3) {
    const startedAt = performance.now();
    await run();
    times.push(performance.now() - startedAt);
  }
  times.sort((a, b) => a - b);
  return { what, room: shape.name, points, medianMs: times[1] ?? 0, worstMs: times[2] ?? 0 };
}

function paragraphsOf(count: number): string[] {
  const random = randomFrom(11);
  const word = () => stock[Math.floor(random() * stock.length)] ?? '';
  const sentence = () => `The ${Array.from({ length: 14 }, word).join(' ')}.`;
  return Array.from({ length: count }, () => Array.from({ length: 8 }, sentence).join(' '));
}
