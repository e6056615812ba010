// What a mapping kept of one passage: the pieces, and those of them that still stand together.

import type { Range } from '../text/text.ts';
import type { Mapping, Stretch } from './mapping.ts';

/** How far apart in the new text two parts of one passage may stand, beside what the passage itself was long. */
const mayBeInserted = 240;

/** A kept stretch, cut to the passage. */
export type Part = { was: number; is: number; length: number; isMoved: boolean };

/** What is left of a range of the old text, in its order. */
export function partsOf(range: Range, { kept, moved }: Mapping): Part[] {
  return [...cut(kept, range, false), ...cut(moved, range, true)].sort((a, b) => a.was - b.was);
}

function cut(stretches: readonly Stretch[], { start, end }: Range, isMoved: boolean): Part[] {
  const parts: Part[] = [];
  for (let i = firstPast(stretches, start); i < stretches.length; i++) {
    const [was, is, length] = stretches[i] ?? [end, 0, 0];
    if (was >= end) break;
    const from = Math.max(was, start);
    parts.push({ was: from, is: is + from - was, length: Math.min(was + length, end) - from, isMoved });
  }
  return parts;
}

/** The first stretch that ends after `offset`. */
export function firstPast(stretches: readonly Stretch[], offset: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const [was, , length] = stretches[middle] ?? [0, 0, 0];
    if (was + length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Of the parts that stand together in the new text, in order and with nothing of another's between, those with the most
 * letters.
 */
export function heaviestTogether(parts: readonly Part[], { start, end }: Range, mapping: Mapping): Part[] {
  const groups = [false, true].flatMap((isMoved) => {
    const own = parts.filter((part) => part.isMoved === isMoved);
    const others = byPlace(isMoved ? mapping.kept : mapping.moved);
    return together(
      own,
      (from, to) => to - from <= mayBeInserted + end - start && !standsIn(others, from, to),
    );
  });
  return groups.reduce((best, group) => (lengthOf(group) > lengthOf(best) ? group : best), []);
}

function together(parts: readonly Part[], mayStandApart: (from: number, to: number) => boolean): Part[][] {
  const groups: Part[][] = [];
  for (const part of parts) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const from = last ? last.is + last.length : 0;
    if (group && part.is >= from && mayStandApart(from, part.is)) group.push(part);
    else groups.push([part]);
  }
  return groups;
}

const placed = new WeakMap<readonly Stretch[], number[]>();

/** Where stretches begin in the new text, sorted. */
function byPlace(stretches: readonly Stretch[]): number[] {
  let places = placed.get(stretches);
  if (!places) {
    places = stretches.map(([, is]) => is).sort((a, b) => a - b);
    placed.set(stretches, places);
  }
  return places;
}

function standsIn(places: readonly number[], from: number, to: number): boolean {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return (places[low] ?? to) < to;
}

/** How much of the old text parts hold, in UTF-16 units. */
export function lengthOf(parts: readonly Part[]): number {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return 0;
  // The one space between two parts was cut into neither, where the words beside it are both there.
  return parts.reduce((sum, { length }, i) => {
    const next = parts[i + 1];
    const isNext = next !== undefined && next.was - (parts[i]?.was ?? 0) - length === 1;
    return sum + length + (isNext ? 1 : 0);
  }, 0);
}
