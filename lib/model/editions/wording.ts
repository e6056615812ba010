// Two wordings of a passage side by side: which words they share, and which only one of them has.

import { commonRuns } from './word-diff.ts';
import { wordsOf } from './words.ts';

/** A stretch of one of the two wordings. */
export type Wording = { text: string; isShared: boolean };

/** Divides both wordings where they begin and cease to agree; joined, the stretches of each are the whole of it. */
export function wordingsOf(before: string, after: string): { before: Wording[]; after: Wording[] } {
  const lexicon = new Map<string, number>();
  const [a, b] = [wordsOf(before, lexicon), wordsOf(after, lexicon)];
  const whole = { a0: 0, a1: a.ids.length, b0: 0, b1: b.ids.length };
  const runs = commonRuns(a.ids, b.ids, whole, (i) => (a.ends[i] ?? 0) - (a.starts[i] ?? 0));
  const cut = (text: string, { starts, ends }: typeof a, from: (run: (typeof runs)[number]) => number) => {
    const shared = runs.map((run) => ({
      start: starts[from(run)] ?? 0,
      end: ends[from(run) + run.length - 1] ?? 0,
    }));
    return stretches(text, shared);
  };
  return { before: cut(before, a, (run) => run.a), after: cut(after, b, (run) => run.b) };
}

function stretches(text: string, shared: readonly { start: number; end: number }[]): Wording[] {
  const found: Wording[] = [];
  let at = 0;
  for (const { start, end } of shared) {
    found.push(...different(text.slice(at, start)), { text: text.slice(start, end), isShared: true });
    at = end;
  }
  return [...found, ...different(text.slice(at))];
}

/** White space at the ends of what differs is nobody's: only words are marked. */
function different(text: string): Wording[] {
  const words = text.trim();
  const from = text.indexOf(words);
  const parts = [
    { text: text.slice(0, from), isShared: true },
    { text: words, isShared: false },
    { text: text.slice(from + words.length), isShared: true },
  ];
  return parts.filter((part) => part.text !== '');
}
