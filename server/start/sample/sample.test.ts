import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importReading } from '#lib/exchange/reading.ts';
import { stances } from '#lib/model/record.ts';
import { textOf } from '#lib/model/text/text.ts';
import { wordCount } from '#lib/model/visibility.ts';
import { type SampleAnswer, sampleDebate } from './debate.ts';

const imported = importReading(readFileSync(join(import.meta.dirname, 'reading.md')), {
  fileName: 'reading.md',
  limits: { bytes: 1 << 20, paragraphs: 100 },
});
const reading = imported.ok ? imported.reading : undefined;
const text = textOf(reading?.blocks ?? []);

const depthOf = (answers: readonly SampleAnswer[] = []): number =>
  Math.max(0, ...answers.map((answer) => 1 + depthOf(answer.answers)));
const all = (answers: readonly SampleAnswer[] = []): SampleAnswer[] =>
  answers.flatMap((answer) => [answer, ...all(answer.answers)]);

it('reads the sample as an op-ed with its heading and nothing else said', () => {
  expect(imported).toMatchObject({ ok: true, report: [] });
  expect(reading).toMatchObject({
    title: 'Pressure Is Not a Plan',
    standfirst:
      'Sanctions can bring a regime to the table. Someone still has to be sitting on the other side of it.',
    byline: 'Written for Counterpoint',
  });
  expect(new Set(reading?.blocks.map((block) => block.type))).toEqual(new Set(['paragraph']));
  expect(wordCount(text)).toBeGreaterThan(700);
  expect(wordCount(text)).toBeLessThan(1000);
});

it.each(sampleDebate.map(({ quote }) => quote))('quotes what stands exactly once: %s', (quote) => {
  expect(text.split(quote)).toHaveLength(2);
});

it('shows every stance, a rebuttal three deep, and more than one answer to a claim', () => {
  const said = sampleDebate.flatMap((thread) => all(thread.answers));
  expect(new Set(said.map((answer) => answer.stance))).toEqual(new Set(stances));
  expect(Math.max(...sampleDebate.map((thread) => depthOf(thread.answers)))).toBeGreaterThanOrEqual(3);
  expect(sampleDebate.some((thread) => (thread.answers?.length ?? 0) > 1)).toBe(true);
});
