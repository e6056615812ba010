// A passage that the comparison of two editions lost, looked for by its words in what is new: a sentence that was taken
// to another paragraph, or written again there.

import search from 'approx-string-match';
import { type Anchor, contextLength } from '../record.ts';
import type { Range } from '../text/text.ts';
import type { Carried } from './carry.ts';
import type { Mapping } from './mapping.ts';

/** Shorter quotes stand anywhere, longer ones take too long to compare letter by letter. */
const leastLength = 32;
const mostLength = 600;
/** Letters that may differ, as a share of the quote: to be worth asking a person about, and to be the passage. */
const alike = 0.25;
const surelyAlike = 0.12;

/** Looks for the quote where the new text has no counterpart in the old one. A second place as good makes it uncertain. */
export function searchQuote(anchor: Anchor, text: string, mapping: Mapping): Carried {
  const { quote, hash } = anchor;
  if (hash !== undefined || quote.length < leastLength || quote.length > mostLength) return { state: 'gone' };
  const found = newStretches(mapping, text, quote.length * (1 - alike)).flatMap((stretch) =>
    bestIn(stretch, anchor, text),
  );
  const [best, second] = found.sort((a, b) => a.errors - b.errors);
  if (!best) return { state: 'gone' };
  const { start, end, errors } = best;
  const isOnly = !second || second.errors > errors + alike * quote.length;
  if (!isOnly || errors > surelyAlike * quote.length) return { state: 'uncertain', start, end };
  return { state: errors === 0 ? 'moved' : 'reworded', start, end };
}

type Found = Range & { errors: number };

function bestIn(stretch: Range, { quote }: Anchor, text: string): Found[] {
  const where = text.slice(stretch.start, stretch.end);
  if (!sharesPiece(quote, where)) return [];
  const matches = search(where, quote, Math.floor(alike * quote.length));
  const [best] = matches.sort((a, b) => a.errors - b.errors);
  if (!best) return [];
  return [
    {
      ...wholeWords({ start: stretch.start + best.start, end: stretch.start + best.end }, text),
      errors: best.errors,
    },
  ];
}

/** One error in eight letters leaves one of these pieces whole; looking for it first saves nearly all of the time. */
const pieceLength = 8;

function sharesPiece(quote: string, where: string): boolean {
  for (let at = 0; at + pieceLength <= quote.length; at += pieceLength)
    if (where.includes(quote.slice(at, at + pieceLength))) return true;
  return false;
}

/** A match by letters may begin or end inside a word. */
function wholeWords({ start, end }: Range, text: string): Range {
  let [from, to] = [start, end];
  const isInside = (at: number) => /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));
  while (isInside(from) && start - from < contextLength) from--;
  while (isInside(to) && to - end < contextLength) to++;
  return { start: from, end: to };
}

const stretchesOf = new WeakMap<Mapping, Range[]>();

/** Parts of the new text that stand in no kept or moved stretch, from so many units on. */
function newStretches(mapping: Mapping, text: string, least: number): Range[] {
  let all = stretchesOf.get(mapping);
  if (!all) {
    const old = [...mapping.kept, ...mapping.moved].sort((a, b) => a[1] - b[1]);
    all = [];
    let at = 0;
    for (const [, is, length] of [...old, [0, text.length, 0] as const]) {
      if (is - at >= leastLength / 2) all.push({ start: at, end: is });
      at = Math.max(at, is + length);
    }
    stretchesOf.set(mapping, all);
  }
  return all.filter(({ start, end }) => end - start >= least);
}
