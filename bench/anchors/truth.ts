// What became of a passage, by the identities of its words: kept, lost, and where it may rightly stand.

import type { Range } from '#lib/model/text/text.ts';
import type { Text, Word } from './history.ts';
import type { Random } from './random.ts';

/** A text as it is read, and where each of its words stands. */
export type Printed = { text: string; words: Word[]; starts: number[]; at: Map<number, number> };

export function printed(paragraphs: Text): Printed {
  const [words, starts, at]: [Word[], number[], Map<number, number>] = [[], [], new Map()];
  let text = '';
  for (const [i, paragraph] of paragraphs.entries()) {
    if (i > 0) text += '\n';
    for (const [k, word] of paragraph.entries()) {
      if (k > 0) text += ' ';
      at.set(word.id, words.length);
      words.push(word);
      starts.push(text.length);
      text += word.says;
    }
  }
  return { text, words, starts, at };
}

/** Passages as people select them: from one word to several paragraphs, most within a sentence or two. In word numbers. */
export function passages(random: Random, { words }: Printed, count: number): Range[] {
  return Array.from({ length: count }, () => {
    const length = random.pick([1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 60, 120]);
    const start = random.between(0, words.length - length - 1);
    return { start, end: start + length };
  });
}

export type Fate =
  /** At least half of its letters stand together still: it must be found, from `inner` at least to `outer` at most. */
  | { kind: 'survives'; inner: Range; outer: Range }
  /** Less is left, or it was torn apart: it need not be found, but must not be put elsewhere. */
  | { kind: 'remains'; inner: Range; outer: Range }
  | { kind: 'deleted' };

/** The fate of a passage of `was`, given in words, in UTF-16 units of `is`. */
export function fateOf({ start, end }: Range, was: Printed, is: Printed): Fate {
  const all = was.words.slice(start, end);
  const standing = all.flatMap((word) => is.at.get(word.id) ?? []);
  if (standing.length === 0) return { kind: 'deleted' };
  const own = new Set(all.map(({ id }) => id));
  const best = groupsOf(standing, is, was, own).reduce((a, b) =>
    lettersIn(b, is, own) > lettersIn(a, is, own) ? b : a,
  );
  const letters = all.reduce((sum, { says }) => sum + says.length, 0);
  const outer = widened(best, is, was);
  const kind = lettersIn(best, is, own) >= letters / 2 ? 'survives' : 'remains';
  return { kind, inner: unitsOf(best, is), outer: unitsOf(outer, is) };
}

/** Words that stand in one row, with nothing between them but what is new. */
function groupsOf(standing: readonly number[], is: Printed, was: Printed, own: ReadonlySet<number>): Range[] {
  const groups: Range[] = [];
  for (const at of standing.toSorted((a, b) => a - b)) {
    const last = groups.at(-1);
    const isNext = last && is.words.slice(last.end, at).every(({ id }) => own.has(id) || !was.at.has(id));
    if (last && isNext) last.end = at + 1;
    else groups.push({ start: at, end: at + 1 });
  }
  return groups;
}

function lettersIn({ start, end }: Range, { words }: Printed, own: ReadonlySet<number>): number {
  return words.slice(start, end).reduce((sum, { id, says }) => sum + (own.has(id) ? says.length : 0), 0);
}

/** With the new words beside it, which may have taken the place of its first or last ones. */
function widened({ start, end }: Range, is: Printed, was: Printed): Range {
  let [from, to] = [start, end];
  while (from > 0 && !was.at.has(is.words[from - 1]?.id ?? -1)) from--;
  while (to < is.words.length && !was.at.has(is.words[to]?.id ?? -1)) to++;
  return { start: from, end: to };
}

/** From words to UTF-16 units. */
export function unitsOf({ start, end }: Range, { starts, words }: Printed): Range {
  return { start: starts[start] ?? 0, end: (starts[end - 1] ?? 0) + (words[end - 1]?.says.length ?? 0) };
}
