// What two rows of words have in common, in order: first by stretches of words that stand once in each, then, in what
// is left between those, by the heaviest common subsequence. Close to linear in long texts.

/** `length` words from `a` on in the first row are those from `b` on in the second. */
export type Run = { a: number; b: number; length: number };

/** Part of both rows, half-open. */
export type Gap = { a0: number; a1: number; b0: number; b1: number };

/** How much a word says: long words are seldom equal by chance. */
export type Weigh = (index: number) => number;

/** The largest table of a common subsequence: larger gaps that share no stretch have nothing in common worth the time. */
const maxCells = 250_000;
/** A gap this small is compared word by word at once. */
const smallCells = 2500;
/** Stretches of so many words are looked for, the longest first. */
const stretchLengths = [6, 3, 2] as const;

/** The common runs of two rows within a gap, in the order of both; none overlaps another. `weigh` is asked of row `a`. */
export function commonRuns(a: Int32Array, b: Int32Array, within: Gap, weigh: Weigh): Run[] {
  const runs: Run[] = [];
  fill(a, b, within, weigh, 0, runs);
  return slide(joinRuns(runs), a, b, weigh);
}

function fill(a: Int32Array, b: Int32Array, within: Gap, weigh: Weigh, from: number, runs: Run[]): void {
  let { a0, a1, b0, b1 } = within;
  const start = a0;
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) {
    a0++;
    b0++;
  }
  if (a0 > start) runs.push({ a: start, b: within.b0, length: a0 - start });
  let tail = 0;
  while (a0 < a1 - tail && b0 < b1 - tail && a[a1 - tail - 1] === b[b1 - tail - 1]) tail++;
  a1 -= tail;
  b1 -= tail;
  if (a0 < a1 && b0 < b1) between(a, b, { a0, a1, b0, b1 }, weigh, from, runs);
  if (tail > 0) runs.push({ a: a1, b: b1, length: tail });
}

function between(a: Int32Array, b: Int32Array, gap: Gap, weigh: Weigh, from: number, runs: Run[]): void {
  const cells = (gap.a1 - gap.a0) * (gap.b1 - gap.b0);
  for (let level = from; level < stretchLengths.length && cells > smallCells; level++) {
    const length = stretchLengths[level] ?? 1;
    const marks = inOrder(sharedOnce(a, b, gap, length));
    if (marks.length === 0) continue;
    let { a0, b0 } = gap;
    for (const mark of marks) {
      // The stretch before may have grown over this one already.
      if (mark.a < a0 || mark.b < b0) continue;
      fill(a, b, { a0, a1: mark.a, b0, b1: mark.b }, weigh, level, runs);
      runs.push({ a: mark.a, b: mark.b, length });
      a0 = mark.a + length;
      b0 = mark.b + length;
    }
    fill(a, b, { a0, a1: gap.a1, b0, b1: gap.b1 }, weigh, level, runs);
    return;
  }
  if (cells <= maxCells) heaviest(a, b, gap, weigh, runs);
}

type Mark = { a: number; b: number };

/** Where the stretches of `length` words stand that stand exactly once in each part of the gap, in the order of `b`. */
function sharedOnce(a: Int32Array, b: Int32Array, { a0, a1, b0, b1 }: Gap, length: number): Mark[] {
  const inA = placesOf(a, a0, a1, length);
  const inB = placesOf(b, b0, b1, length);
  const marks: Mark[] = [];
  for (const [hash, at] of inB) {
    const from = inA.get(hash);
    if (at < 0 || from === undefined || from < 0) continue;
    if (isSame(a, from, b, at, length)) marks.push({ a: from, b: at });
  }
  return marks.sort((one, other) => one.b - other.b);
}

/** Hash of each stretch → where it begins, or -1 where it stands more than once. */
export function placesOf(row: Int32Array, from: number, to: number, length: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let i = from; i + length <= to; i++) {
    let hash = 7;
    for (let j = i; j < i + length; j++) hash = (Math.imul(hash, 0x9e3779b1) + (row[j] ?? 0)) | 0;
    places.set(hash, places.has(hash) ? -1 : i);
  }
  return places;
}

/** Do two rows of word ids agree over `length` words, from `from` in one and `at` in the other? */
export function isSame(a: Int32Array, from: number, b: Int32Array, at: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[from + i] !== b[at + i]) return false;
  return true;
}

/** The longest choice of marks whose order is the same in both rows. */
function inOrder(marks: readonly Mark[]): Mark[] {
  const last: number[] = [];
  const before = new Int32Array(marks.length).fill(-1);
  for (const [i, { a }] of marks.entries()) {
    let [low, high] = [0, last.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((marks[last[middle] ?? 0]?.a ?? 0) < a) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? (last[low - 1] ?? -1) : -1;
    last[low] = i;
  }
  const chosen: Mark[] = [];
  for (let i = last.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
    const mark = marks[i];
    if (mark) chosen.push(mark);
  }
  return chosen.reverse();
}

/** The common subsequence that weighs most, by a table over a small gap. */
function heaviest(a: Int32Array, b: Int32Array, { a0, a1, b0, b1 }: Gap, weigh: Weigh, runs: Run[]): void {
  const [rows, columns] = [a1 - a0, b1 - b0];
  const width = columns + 1;
  const table = new Int32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    const weight = weigh(a0 + i);
    for (let j = columns - 1; j >= 0; j--) {
      const skip = Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
      const take = a[a0 + i] === b[b0 + j] ? weight + (table[(i + 1) * width + j + 1] ?? 0) : 0;
      table[i * width + j] = Math.max(skip, take);
    }
  }
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    const here = table[i * width + j] ?? 0;
    const isTaken = a[a0 + i] === b[b0 + j] && here === weigh(a0 + i) + (table[(i + 1) * width + j + 1] ?? 0);
    if (isTaken) runs.push({ a: a0 + i++, b: b0 + j++, length: 1 });
    else if (here === table[(i + 1) * width + j]) i++;
    else j++;
  }
}

/**
 * Where something was only put in or only taken out, a mark of punctuation that could count for either side of it
 * belongs to the word before it.
 */
function slide(runs: Run[], a: Int32Array, b: Int32Array, weigh: Weigh): Run[] {
  for (const [i, run] of runs.entries()) {
    const last = runs[i - 1];
    if (!last) continue;
    while (run.length > 1 && weigh(run.a) === 1) {
      const [endA, endB] = [last.a + last.length, last.b + last.length];
      const isOneSided = endA === run.a || endB === run.b;
      if (!isOneSided || a[endA] !== a[run.a] || b[endB] !== b[run.b]) break;
      last.length++;
      run.a++;
      run.b++;
      run.length--;
    }
  }
  return runs;
}

/** Runs that follow each other in both rows become one. */
function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && last.a + last.length === run.a && last.b + last.length === run.b) last.length += run.length;
    else joined.push({ ...run });
  }
  return joined;
}
