// Moving a selection through the text by word or sentence, for the keyboard. Pure: offsets in, offsets out.

import { type BlockPlace, blockAt } from '#lib/model/text/segment.ts';
import type { Block, Range } from '#lib/model/text/text.ts';

export type Unit = 'word' | 'sentence';

/** A selection in the making: where it began and where it is being moved to, each a whole word or sentence. */
export type Walk = { from: Range; to: Range };

const segmenters = new Map<Unit, Intl.Segmenter>();
function segmenterOf(unit: Unit): Intl.Segmenter {
  const known = segmenters.get(unit);
  if (known) return known;
  const made = new Intl.Segmenter(undefined, { granularity: unit });
  segmenters.set(unit, made);
  return made;
}

/** What a walk selects. */
export function selectedBy({ from, to }: Walk): Range {
  return { start: Math.min(from.start, to.start), end: Math.max(from.end, to.end) };
}

/** Starts on the first word of a block; null where it has none. */
export function walkFrom(
  blocks: readonly Block[],
  places: readonly BlockPlace[],
  index: number,
): Walk | null {
  const word = unitsIn(blocks, places, index, 'word')[0];
  return word ? { from: word, to: word } : null;
}

/**
 * The next or the previous word or sentence; with `extend` the selection keeps its beginning. At either end of the
 * text the walk stays where it is.
 */
export function step(
  walk: Walk,
  blocks: readonly Block[],
  places: readonly BlockPlace[],
  how: { unit: Unit; forward: boolean; extend: boolean },
): Walk {
  const to = neighbour(walk.to, blocks, places, how);
  if (!to) return walk;
  return { from: how.extend ? walk.from : to, to };
}

function neighbour(
  from: Range,
  blocks: readonly Block[],
  places: readonly BlockPlace[],
  { unit, forward }: { unit: Unit; forward: boolean },
): Range | undefined {
  const isBeyond = (range: Range) => (forward ? range.end > from.end : range.start < from.start);
  let index = blockAt(places, from.start);
  while (index >= 0 && index < blocks.length) {
    const units = unitsIn(blocks, places, index, unit);
    const found = forward ? units.find(isBeyond) : units.findLast(isBeyond);
    if (found) return found;
    index += forward ? 1 : -1;
  }
  return undefined;
}

function unitsIn(
  blocks: readonly Block[],
  places: readonly BlockPlace[],
  index: number,
  unit: Unit,
): Range[] {
  const [text, place] = [blocks[index]?.text, places[index]];
  if (text === undefined || !place) return [];
  const units: Range[] = [];
  for (const { segment, index: at, isWordLike } of segmenterOf(unit).segment(text)) {
    if (unit === 'word' ? !isWordLike : segment.trim() === '') continue;
    const start = place.start + at;
    units.push({ start, end: start + segment.trimEnd().length });
  }
  return units;
}
