// How truthfully and how fast anchors are carried from one edition to the next, beside a plain search for their quotes.

import { attachedRange, carry } from '#lib/model/editions/carry.ts';
import { mappingOf } from '#lib/model/editions/mapping.ts';
import type { Anchor } from '#lib/model/record.ts';
import { describe } from '#lib/model/text/anchor.ts';
import type { Range } from '#lib/model/text/text.ts';
import { edited, textOf, writerFrom } from './history.ts';
import { bestQuoteMatch } from './quote-baseline.ts';
import { randomFrom } from './random.ts';
import { type Fate, fateOf, type Printed, passages, printed, unitsOf } from './truth.ts';

/** What became of the anchors of one history under one method. */
export type Row = {
  share: number;
  method: string;
  survive: number;
  right: number;
  /** Survivors attached to their own words and no others, but not to all that is left of them. */
  partly: number;
  /** Survivors and remains attached to words that were another's, or to none of their own. */
  wrong: number;
  /** Survivors that were not attached: lost, or only proposed. */
  missed: number;
  deleted: number;
  deletedAttached: number;
  deletedUncertain: number;
  remain: number;
  /** For all anchors, the comparison of the editions included: by the clock, and of processor time. Median of the seeds. */
  ms: number;
  cpuMs: number;
};

const methods = ['quote search with context', 'Counterpoint'] as const;

type Options = { words: number; anchors: number; shares: number[]; seeds: number[] };
type Placed = { at: Range | null; isUncertain: boolean };

export function measureAnchors(
  { words, anchors, shares, seeds }: Options,
  log: (line: string) => void,
): Row[] {
  return shares.flatMap((share) => {
    const rows = seeds.map((seed) => {
      log(`${share * 100} %, seed ${seed}`);
      return measureHistory(share, seed, { words, anchors });
    });
    return methods.flatMap((method) => sumOf(rows.flat().filter((row) => row.method === method)));
  });
}

function measureHistory(share: number, seed: number, { words, anchors }: Pick<Options, 'words' | 'anchors'>) {
  const random = randomFrom(seed);
  const writer = writerFrom(random);
  const before = textOf(random, writer, words);
  const [was, is] = [printed(before), printed(edited(before, random, writer, share))];
  const ranges = passages(random, was, anchors);
  const made = ranges.map((range) =>
    describe(unitsOf(range, was), was.text, { reading: 'r', edition: 'old' }),
  );
  const fates = ranges.map((range) => fateOf(range, was, is));
  return [
    judged(
      methods[0],
      share,
      fates,
      timed(() => searched(made, is)),
    ),
    judged(
      methods[1],
      share,
      fates,
      timed(() => carried(made, was, is)),
    ),
  ];
}

function carried(made: readonly Anchor[], was: Printed, is: Printed): Placed[] {
  const mappings = new Map([['old', mappingOf(was.text, is.text)]]);
  const to = { reading: 'r', edition: 'new', text: is.text, mappings };
  return made.map((anchor) => {
    const found = carry(anchor, to);
    return { at: attachedRange(found), isUncertain: found.state === 'uncertain' };
  });
}

function searched(made: readonly Anchor[], is: Printed): Placed[] {
  return made.map((anchor) => ({ at: bestQuoteMatch(anchor, is.text), isUncertain: false }));
}

type Timed<T> = { value: T; ms: number; cpuMs: number };

function timed<T>(run: () => T): Timed<T> {
  const [from, cpuFrom] = [performance.now(), process.cpuUsage()];
  const value = run();
  const cpu = process.cpuUsage(cpuFrom);
  return { value, ms: performance.now() - from, cpuMs: (cpu.user + cpu.system) / 1000 };
}

function judged(
  method: string,
  share: number,
  fates: readonly Fate[],
  { value, ms, cpuMs }: Timed<Placed[]>,
): Row {
  const row: Row = {
    ...{ share, method, survive: 0, right: 0, partly: 0, wrong: 0, missed: 0, deleted: 0 },
    ...{ deletedAttached: 0, deletedUncertain: 0, remain: 0, ms, cpuMs },
  };
  for (const [i, fate] of fates.entries()) count(row, fate, value[i] ?? { at: null, isUncertain: false });
  return row;
}

function count(row: Row, fate: Fate, { at, isUncertain }: Placed): void {
  if (fate.kind === 'deleted') {
    row.deleted++;
    if (at) row.deletedAttached++;
    if (isUncertain) row.deletedUncertain++;
    return;
  }
  const { inner, outer } = fate;
  const isOwn = at !== null && at.start >= outer.start && at.end <= outer.end;
  if (at && !(isOwn && at.start < inner.end && at.end > inner.start)) row.wrong++;
  if (fate.kind === 'remains') {
    row.remain++;
    return;
  }
  row.survive++;
  const isWhole = at !== null && at.start <= inner.start && at.end >= inner.end;
  if (!at) row.missed++;
  else if (isOwn && isWhole) row.right++;
  else if (isOwn) row.partly++;
}

const counts = [
  'survive',
  'right',
  'partly',
  'wrong',
  'missed',
  'deleted',
  'deletedAttached',
  'deletedUncertain',
  'remain',
] as const;

/** The counts of several histories added, and the median of their times. */
function sumOf(rows: readonly Row[]): Row[] {
  const [first, ...rest] = rows;
  if (!first) return [];
  const sum = {
    ...first,
    ms: medianOf(rows.map(({ ms }) => ms)),
    cpuMs: medianOf(rows.map(({ cpuMs }) => cpuMs)),
  };
  for (const row of rest) for (const name of counts) sum[name] += row[name];
  return [sum];
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** The rows as a table for bench/README.md. */
export function anchorTable(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const of = (part: number, whole: number, digits = 1) =>
      whole === 0 ? '–' : `${((100 * part) / whole).toFixed(digits)} %`;
    return [
      `${row.share * 100} %`,
      row.method,
      row.survive,
      of(row.right, row.survive),
      of(row.partly, row.survive),
      of(row.wrong, row.survive, 2),
      of(row.missed, row.survive),
      row.deleted,
      row.deletedAttached,
      row.deletedUncertain,
      Math.round(row.ms),
      Math.round(row.cpuMs),
    ];
  });
  const head = [
    ...['edited', 'method', 'survive', 'right', 'partly', 'wrong place', 'not attached'],
    ...['deleted', 'of these attached', 'of these uncertain', 'ms', 'processor ms'],
  ];
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
