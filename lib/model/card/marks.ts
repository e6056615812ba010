// The marks on a card's words: underlined, emphasised (boxed), highlighted. Pure ranges; what they mean for reading
// aloud is reading-time.ts's.

import { type Mark, type MarkKind, markKinds } from '../record.ts';
import type { Range } from '../text/text.ts';

/** A stretch of words with the same marks all over; together they are the whole card. */
export type Run = Range & { text: string } & Record<MarkKind, boolean>;

/** Sorted, within the words, and of each kind the fewest: what overlaps or touches is one. */
export function normalised(marks: readonly Mark[], length: number): Mark[] {
  return markKinds
    .flatMap((kind) => joined(rangesOf(marks, kind), length).map((range) => ({ kind, ...range })))
    .sort((a, b) => a.start - b.start || markKinds.indexOf(a.kind) - markKinds.indexOf(b.kind));
}

/** The stretches that one kind of mark covers, in order and apart from each other. */
export function markedBy(kind: MarkKind, marks: readonly Mark[], length: number): Range[] {
  return joined(rangesOf(marks, kind), length);
}

/** Takes a kind of mark off a range that carries it all through; else puts it on all of the range. */
export function toggled(marks: readonly Mark[], kind: MarkKind, range: Range, length: number): Mark[] {
  const { start, end } = range;
  if (Math.max(0, start) >= Math.min(end, length)) return normalised(marks, length);
  const own = markedBy(kind, marks, length);
  const isOn = own.some((one) => one.start <= Math.max(0, start) && Math.min(end, length) <= one.end);
  const others = marks.filter((mark) => mark.kind !== kind);
  const next = isOn ? own.flatMap((one) => without(one, range)) : [...own, range];
  return normalised([...others, ...next.map((one) => ({ kind, ...one }))], length);
}

/** Takes every mark off a range. */
export function cleared(marks: readonly Mark[], range: Range, length: number): Mark[] {
  const kept = marks.flatMap(({ kind, ...one }) => without(one, range).map((part) => ({ kind, ...part })));
  return normalised(kept, length);
}

/** The same stretch with the whole of each sign at its edges: many are two units, and half of one is nothing. */
export function onSigns(words: string, { start, end }: Range): Range {
  return { start: signStart(words, start), end: end + (end - signStart(words, end)) };
}

/** Where the sign begins in which a place lies. */
export function signStart(words: string, at: number): number {
  const isInside = isHalf(words[at - 1], /[\uD800-\uDBFF]/) && isHalf(words[at], /[\uDC00-\uDFFF]/);
  return isInside ? at - 1 : at;
}

function isHalf(unit: string | undefined, half: RegExp): boolean {
  return unit !== undefined && half.test(unit);
}

/** Cuts a card's words where its marks change. */
export function runsOf(words: string, marks: readonly Mark[]): Run[] {
  const whole = marks.map((mark) => ({ ...mark, ...onSigns(words, mark) }));
  const tidy = normalised(whole, words.length);
  const edges = new Set([0, words.length, ...tidy.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...edges].sort((a, b) => a - b);
  const next = { underline: 0, emphasis: 0, highlight: 0 };
  const byKind = Object.groupBy(tidy, ({ kind }) => kind);
  const carries = (kind: MarkKind, at: number): boolean => {
    const own = byKind[kind] ?? [];
    while ((own[next[kind]]?.end ?? Number.POSITIVE_INFINITY) <= at) next[kind]++;
    return (own[next[kind]]?.start ?? Number.POSITIVE_INFINITY) <= at;
  };
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? start;
    return {
      start,
      end,
      text: words.slice(start, end),
      underline: carries('underline', start),
      emphasis: carries('emphasis', start),
      highlight: carries('highlight', start),
    };
  });
}

function rangesOf(marks: readonly Mark[], kind: MarkKind): Range[] {
  return marks.filter((mark) => mark.kind === kind).map(({ start, end }) => ({ start, end }));
}

function joined(ranges: readonly Range[], length: number): Range[] {
  const inside = ranges
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(end, length) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  const apart: Range[] = [];
  for (const range of inside) {
    const last = apart.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else apart.push(range);
  }
  return apart;
}

function without({ start, end }: Range, hole: Range): Range[] {
  return [
    { start, end: Math.min(end, hole.start) },
    { start: Math.max(start, hole.end), end },
  ].filter((part) => part.start < part.end);
}
