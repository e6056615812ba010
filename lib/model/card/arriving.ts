// Cards and arguments that come from a file, as records: a card whose words the room’s reading has stands on that passage,
// every other one keeps its words and is *source not checked*. They follow what is in the file already.

import * as v from 'valibot';
import type { Anchor, Filing, FilingPlace, Point, Ref } from '../record.ts';
import { describe } from '../text/anchor.ts';
import { type LeavingCard, leavingCard } from './leaving.ts';
import { normalised } from './marks.ts';
import { orderBetween } from './order.ts';

export const arrivingSchema = v.object({ cards: v.array(leavingCard), report: v.array(v.string()) });
/** What a Word file was read as; the report says in sentences what is not as it was. */
export type Arriving = v.InferOutput<typeof arrivingSchema>;

/** A reading that is at hand, with its canonical text. */
export type Source = { reading: string; edition: string; text: string };

/** A card from a file as a point, on the first of the readings that has its words; `at` is the time of whoever brings it in. */
export function arrivedPoint(arrived: LeavingCard, at: string, sources: readonly Source[] = []): Point {
  const { tag, note, cite, marks = [], words = '' } = arrived;
  if (!cite)
    return { type: 'point', kind: 'claim', at, body: note === undefined ? tag : `${tag}\n${note}`.trim() };
  const found = sources.flatMap((source) => wholeIn(source, words)).at(0);
  const own = { tag, cite, marks: normalised(marks, words.length) };
  return {
    type: 'point',
    kind: 'card',
    at,
    ...(note && { body: note }),
    ...(found ? { anchor: found, card: own } : { card: { ...own, text: words } }),
  };
}

/** Where these words stand in a reading, as whole paragraphs; nothing where they do not. */
function wholeIn({ text, reading, edition }: Source, words: string): Anchor[] {
  const start = text.indexOf(words);
  const end = start + words.length;
  return isWhole(text, start, end) ? [describe({ start, end }, text, { reading, edition })] : [];
}

/** Paragraphs from their first letter to their last, as every card on a passage has them. */
function isWhole(text: string, start: number, end: number): boolean {
  const isAtEdge = (at: number) => at < 0 || at >= text.length || text[at] === '\n';
  return start >= 0 && start < end && isAtEdge(start - 1) && isAtEdge(end);
}

/** Files what arrived after all that stands there, in its own order and under its own headings. */
export function arrivedFilings(
  arrived: readonly { of: Ref; card: LeavingCard }[],
  filings: readonly Filing[],
  into: FilingPlace = 'file',
): Filing[] {
  let order = filings.at(-1)?.order;
  return arrived.map(({ of, card: { pocket, hat, block } }) => {
    order = orderBetween(order, undefined);
    return {
      type: 'filing',
      of,
      into,
      ...(pocket && { pocket }),
      ...(hat && { hat }),
      ...(block && { block }),
      order,
    };
  });
}
