// Paragraphs that stand elsewhere in the new text: what the comparison in order left over on both sides, joined by the
// stretches of words they share.

import { commonRuns, isSame, placesOf, type Run, type Weigh } from './word-diff.ts';
import type { Words } from './words.ts';

type Side = { words: Words; text: string };

/** Words of one paragraph that have no partner yet, half-open. */
type Rest = { start: number; end: number };

/** Shorter ones stand anywhere by chance. */
const sharedLength = 3;
const leastWords = 5;
/** How many paragraphs one may have been split into. */
const mostParts = 4;
/** Of the smaller of the two, so much must be the same. */
const leastShare = 0.4;

/** The runs of words that left their place in the order, given those that `kept` it. */
export function moves(was: Side, is: Side, kept: readonly Run[], weigh: Weigh): Run[] {
  const olds = restsOf(
    was,
    kept.map(({ a, length }) => ({ start: a, end: a + length })),
  );
  const news = restsOf(
    is,
    kept.map(({ b, length }) => ({ start: b, end: b + length })).sort((x, y) => x.start - y.start),
  );
  if (olds.length === 0 || news.length === 0) return [];
  const taken = new Uint8Array(is.words.ids.length);
  const moved: Run[] = [];
  for (const { old, candidates } of votes(was.words.ids, is.words.ids, olds, news)) {
    const done = new Set<number>();
    for (const rest of candidates) {
      const gap = { a0: old.start, a1: old.end, b0: rest.start, b1: rest.end };
      const runs = commonRuns(was.words.ids, is.words.ids, gap, weigh).filter(
        ({ a, b, length }) => !done.has(a) && !isTaken(taken, b, length) && hasSubstance(a, length, weigh),
      );
      if (shareOf(runs, old, rest) < leastShare) continue;
      for (const run of runs) {
        taken.fill(1, run.b, run.b + run.length);
        for (let i = run.a; i < run.a + run.length; i++) done.add(i);
        moved.push(run);
      }
    }
  }
  return moved;
}

/** What is not in `used` (sorted), paragraph by paragraph. */
function restsOf({ words, text }: Side, used: readonly Rest[]): Rest[] {
  const rests: Rest[] = [];
  let at = 0;
  for (const { start, end } of [...used, { start: words.ids.length, end: words.ids.length }]) {
    for (let from = at; from < start; ) {
      const line = text.indexOf('\n', words.starts[from] ?? 0);
      let to = from;
      while (to < start && (line < 0 || (words.starts[to] ?? 0) < line)) to++;
      if (to - from >= leastWords) rests.push({ start: from, end: to });
      from = Math.max(to, from + 1);
    }
    at = Math.max(at, end);
  }
  return rests;
}

/** For each old rest, the new ones with which it shares stretches that stand once in either, the most shared first. */
function votes(a: Int32Array, b: Int32Array, olds: readonly Rest[], news: readonly Rest[]) {
  const inNew = new Map<number, { at: number; rest: Rest } | null>();
  for (const rest of news) {
    for (const [hash, at] of placesOf(b, rest.start, rest.end, sharedLength))
      inNew.set(hash, inNew.has(hash) || at < 0 ? null : { at, rest });
  }
  return olds.map((old) => {
    const shared = new Map<Rest, number>();
    for (const [hash, from] of placesOf(a, old.start, old.end, sharedLength)) {
      const found = inNew.get(hash);
      if (from < 0 || !found || !isSame(a, from, b, found.at, sharedLength)) continue;
      shared.set(found.rest, (shared.get(found.rest) ?? 0) + 1);
    }
    const candidates = [...shared].sort((one, other) => other[1] - one[1]).slice(0, mostParts);
    return { old, candidates: candidates.map(([rest]) => rest) };
  });
}

function isTaken(taken: Uint8Array, from: number, length: number): boolean {
  return taken.subarray(from, from + length).includes(1);
}

/** Single short words are equal by chance. */
function hasSubstance(from: number, length: number, weigh: Weigh): boolean {
  let weight = 0;
  for (let i = from; i < from + length; i++) weight += weigh(i);
  return weight >= 16;
}

function shareOf(runs: readonly Run[], old: Rest, rest: Rest): number {
  const shared = runs.reduce((sum, { length }) => sum + length, 0);
  return shared < leastWords ? 0 : shared / Math.min(old.end - old.start, rest.end - rest.start);
}
