// Overlapping passages → the fewest stretches of text that are each covered by the same points.
// The painter colours segments, the <mark> mode wraps them, and a click asks which points lie under it.

import type { Ref } from '../record.ts';
import type { Block, Range } from './text.ts';

/** A point's passage; offsets UTF-16, half-open, in the canonical text or in one block, as the caller says. */
export type Passage = Range & { ref: Ref };

/** A stretch of text and the points over it, the shortest passage first (U6). */
export type Segment = Range & { refs: readonly Ref[] };

/**
 * Cuts passages into segments: sorted, never overlapping, never empty, together covering exactly what the passages
 * cover. Neighbours always differ in their points.
 */
export function segmentsOf(passages: Iterable<Passage>): Segment[] {
  const real = [...passages].filter((passage) => passage.end > passage.start);
  const edges = [...new Set(real.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const byStart = real.toSorted((a, b) => a.start - b.start);
  const segments: Segment[] = [];
  let over: Passage[] = [];
  let next = 0;
  for (let i = 0; i + 1 < edges.length; i++) {
    const [start, end] = [edges[i] ?? 0, edges[i + 1] ?? 0];
    over = over.filter((passage) => passage.end > start);
    for (let p = byStart[next]; p && p.start <= start; p = byStart[++next]) over.push(p);
    if (over.length > 0) segments.push({ start, end, refs: over.toSorted(shortestFirst).map((p) => p.ref) });
  }
  return segments;
}

/** The points whose passage holds this offset, the shortest passage first (U6). */
export function pointsAt(passages: Iterable<Passage>, offset: number): Ref[] {
  return [...passages]
    .filter(({ start, end }) => start <= offset && offset < end)
    .sort(shortestFirst)
    .map(({ ref }) => ref);
}

/** A block's place in the canonical text. */
export type BlockPlace = { start: number; length: number };

/** Where each block stands in the canonical text, in UTF-16 units, in order. */
export function placesOf(blocks: readonly Pick<Block, 'text'>[]): BlockPlace[] {
  let at = 0;
  return blocks.map(({ text: { length } }) => {
    const start = at;
    at += length + 1;
    return { start, length };
  });
}

/**
 * Divides passages of the canonical text among the blocks they touch (U8), in each block's own offsets.
 * `places` are sorted by start, as `startsOf` gives them. The result has one list a block.
 */
export function passagesByBlock(passages: Iterable<Passage>, places: readonly BlockPlace[]): Passage[][] {
  const lists: Passage[][] = places.map(() => []);
  for (const { ref, start, end } of passages) {
    for (let i = blockAt(places, start); i < places.length; i++) {
      const place = places[i];
      if (!place || place.start >= end) break;
      const from = Math.max(0, start - place.start);
      const to = Math.min(place.length, end - place.start);
      if (from < to) lists[i]?.push({ ref, start: from, end: to });
    }
  }
  return lists;
}

/** The index of the block that holds an offset of the canonical text; the line feed after a block counts as its. */
export function blockAt(places: readonly BlockPlace[], offset: number): number {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((places[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function shortestFirst(a: Passage, b: Passage): number {
  return a.end - a.start - (b.end - b.start) || a.start - b.start || (a.ref < b.ref ? -1 : 1);
}
