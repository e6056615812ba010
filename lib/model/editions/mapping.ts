// From one edition's text to another's: which stretches were kept where they stood, and which stand elsewhere now.
// A mapping is small where little was changed, and all that carrying an anchor needs: the old text stays on the server.

import * as v from 'valibot';
import { moves } from './moves.ts';
import { commonRuns, type Run, type Weigh } from './word-diff.ts';
import { type Words, wordsOf } from './words.ts';

/** So many UTF-16 units from `was` on in the old text are those from `is` on in the new one, white space apart. */
export type Stretch = readonly [was: number, is: number, length: number];

/** Both lists are sorted by `was`; `kept` is in the order of both texts, `moved` stands in another order now. */
export type Mapping = {
  kept: readonly Stretch[];
  moved: readonly Stretch[];
  /** Of the old text, in UTF-16 units. */
  length: number;
};

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const stretches = v.array(v.tuple([count, count, count]));

/** A mapping as it comes over the network. */
export const mappingSchema: v.GenericSchema<unknown, Mapping> = v.object({
  kept: stretches,
  moved: stretches,
  length: count,
});

/** Compares two canonical texts word by word, and finds paragraphs that stand elsewhere. */
export function mappingOf(was: string, is: string): Mapping {
  const lexicon = new Map<string, number>();
  const a = wordsOf(was, lexicon);
  const b = wordsOf(is, lexicon);
  const weigh = weighing(a, was);
  const whole = { a0: 0, a1: a.ids.length, b0: 0, b1: b.ids.length };
  const kept = withoutIslands(commonRuns(a.ids, b.ids, whole, weigh), whole, weigh);
  const moved = moves({ words: a, text: was }, { words: b, text: is }, kept, weigh);
  return { kept: stretchesOf(kept, a, b), moved: stretchesOf(moved, a, b), length: was.length };
}

/** Letters and digits count; a mark of punctuation hardly does. */
function weighing({ starts, ends }: Words, text: string): Weigh {
  const isWord = /[\p{L}\p{N}]/u;
  const weights = Int32Array.from(starts, (start, i) => {
    const end = ends[i] ?? start;
    return isWord.test(text.slice(start, end)) ? 2 * (end - start) : 1;
  });
  return (index) => weights[index] ?? 0;
}

/** A run this light for each changed word beside it, on the side where fewer were changed, is equal by chance. */
const islandWeight = 4;
const islandReach = 4;

/** Without the odd “the” and comma that old and new words have in common by chance. */
function withoutIslands(runs: readonly Run[], whole: { a1: number; b1: number }, weigh: Weigh): Run[] {
  const solid: Run[] = [];
  for (const [i, run] of runs.entries()) {
    const last = solid.at(-1);
    const next = runs[i + 1] ?? { a: whole.a1, b: whole.b1 };
    const before = Math.max(
      run.a - (last ? last.a + last.length : 0),
      run.b - (last ? last.b + last.length : 0),
    );
    const after = Math.max(next.a - run.a - run.length, next.b - run.b - run.length);
    const least = islandWeight * Math.min(before, after, islandReach);
    if (weightOf(run, weigh, least) >= least) solid.push(run);
  }
  return solid;
}

/** What a run weighs, counted until it is enough. */
function weightOf(run: Run, weigh: Weigh, enough: number): number {
  let weight = 0;
  for (let i = run.a; i < run.a + run.length && weight < enough; i++) weight += weigh(i);
  return weight;
}

/** Runs of words as stretches of text; one ends where the white space between two words has another length now. */
function stretchesOf(runs: readonly Run[], a: Words, b: Words): Stretch[] {
  const found: [number, number, number][] = [];
  for (const run of runs) {
    for (let k = 0; k < run.length; k++) {
      const [was, is] = [a.starts[run.a + k] ?? 0, b.starts[run.b + k] ?? 0];
      const last = found.at(-1);
      const end = a.ends[run.a + k] ?? was;
      if (last && k > 0 && was - last[0] === is - last[1]) last[2] = end - last[0];
      else found.push([was, is, end - was]);
    }
  }
  return found.sort((one, other) => one[0] - other[0]);
}
