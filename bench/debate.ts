// What the views of a debate cost in this process: standings, what would change one, and the map, over rooms of points. No server.

import { mapOf } from '#lib/model/argument/map.ts';
import { standingsOf, turningPointsOf } from '#lib/model/argument/standing.ts';
import type { Entry, Point, Ref, Stance } from '#lib/model/record.ts';
import { threadsOf } from '#lib/model/threads/thread.ts';
import { randomFrom } from './random.ts';

export type DebateRow = { what: string; room: string; points: number; medianMs: number; worstMs: number };

/** Which earlier point the `i`-th answers; undefined for a first point. */
type Shape = {
  name: string;
  /** Every answer rebuts: the worst there is for what asks who depends on whom. */
  isAllObjections?: true;
  parentOf: (i: number, random: () => number) => number | undefined;
};

const shapes: readonly Shape[] = [
  { name: 'threads of 25', parentOf: (i, random) => parentWithin(i, 25, random) },
  { name: 'one chain of objections', isAllObjections: true, parentOf: (i) => (i === 0 ? undefined : i - 1) },
  { name: 'all against one', isAllObjections: true, parentOf: (i) => (i === 0 ? undefined : 0) },
];

/** Measures each view on each shape and size: the median and the worst of several runs, warmed up. */
export function debate(sizes: readonly number[]): DebateRow[] {
  return sizes.flatMap((points) =>
    shapes.flatMap((shape) => {
      const entries = roomOf(points, shape);
      const room = standingsOf(entries);
      const first = entries[0]?.ref ?? 'p/0';
      const threads = threadsOf(entries);
      const choice = { folded: new Set<Ref>(), thread: null };
      return [
        rowOf('standings', shape, points, () => standingsOf(entries)),
        rowOf('what would change one', shape, points, () => turningPointsOf(room, first)),
        rowOf('map layout', shape, points, () => mapOf(threads, choice)),
      ];
    }),
  );
}

export function debateTable(rows: readonly DebateRow[]): string {
  const lines = rows.map(
    ({ what, room, points, medianMs, worstMs }) =>
      `| ${what} | ${room} | ${points} | ${medianMs.toFixed(1)} | ${worstMs.toFixed(1)} |`,
  );
  const head = ['| what | room | points | median ms | worst ms |', '| --- | --- | --- | --- | --- |'];
  return `${[...head, ...lines].join('\n')}\n`;
}

/** Warms up, then runs at least three times, and no longer than it takes to tell. */
export function rowOf(
  what: string,
  { name }: Pick<Shape, 'name'>,
  points: number,
  run: () => unknown,
): DebateRow {
  timesOf(run, 300, 30);
  const times = timesOf(run, 2000, 15).sort((a, b) => a - b);
  return { what, room: name, points, medianMs: times[times.length >> 1] ?? 0, worstMs: times.at(-1) ?? 0 };
}

function timesOf(run: () => unknown, budgetMs: number, most: number): number[] {
  const times: number[] = [];
  for (let spentMs = 0; times.length < 3 || (times.length < most && spentMs < budgetMs); ) {
    const startedAt = performance.now();
    run();
    const tookMs = performance.now() - startedAt;
    spentMs += tookMs;
    times.push(tookMs);
  }
  return times;
}

/** A room in which most answers object, some support, and every tenth point answers a second one. */
function roomOf(points: number, { parentOf, isAllObjections }: Shape): Entry<Point>[] {
  const random = randomFrom(7);
  const ref = (i: number): Ref => `p${i % 12}/${i}`;
  return Array.from({ length: points }, (_, i) => {
    const parent = parentOf(i, random);
    const stance: Stance =
      isAllObjections || random() < 0.65 ? 'rebuts' : random() < 0.5 ? 'undercuts' : 'supports';
    const links = parent === undefined ? [] : [{ to: ref(parent), stance }];
    if (links.length > 0 && i % 10 === 0) links.push({ to: ref(Math.floor(random() * i)), stance: 'rebuts' });
    const at = new Date(Date.UTC(2026, 2, 1) + i * 1000).toISOString();
    const value: Point = {
      type: 'point',
      kind: 'claim',
      at,
      body: 'words',
      ...(links.length > 0 ? { links } : {}),
    };
    const [participant, id] = [`p${i % 12}`, String(i)];
    return { ref: ref(i), participant, id, value, seq: i + 1, createdAt: at, acceptedAt: at };
  });
}

function parentWithin(i: number, size: number, random: () => number): number | undefined {
  const place = i % size;
  return place === 0 ? undefined : i - 1 - Math.floor(random() * place);
}
