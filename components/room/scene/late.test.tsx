// What is worked out of everything that was said comes a moment after the words themselves: the commit that shows what
// someone typed never waits for it.

import { parseHTML } from 'linkedom';
import { useLayoutEffect, useMemo } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useMap } from '#components/argument-map/use-map.ts';
import type { Entry, Point, Ref } from '#lib/model/record.ts';
import { threadsOf } from '#lib/model/threads/thread.ts';
import { useStandingsOf } from './standings.ts';

// For as long as this file lives: what React has yet to do, it does after a test has ended, too.
const { window, document } = parseHTML('<div></div>');
vi.stubGlobal('window', window);
vi.stubGlobal('document', document);

let root: Root;
/** After each commit, what was typed and how much had been worked out by then. */
let commits: [typed: string, workedOut: number][];

beforeEach(() => {
  commits = [];
  root = createRoot(document.createElement('div'));
});

afterEach(() => {
  flushSync(() => root.unmount());
});

type Said = ReadonlyMap<Ref, Entry<Point>>;

function said(count: number): Said {
  const refs = Array.from({ length: count }, (_, i): Ref => `ada/n${i}`);
  return new Map(
    refs.map((ref, i) => {
      const value: Point = { type: 'point', kind: 'claim', at: '2026-01-01T00:00:00.000Z', body: ref };
      return [ref, { ref, participant: 'ada', id: `n${i}`, value, seq: i }];
    }),
  );
}

function Standings({ typed, points }: { typed: string; points: Said }) {
  const standings = useStandingsOf(points, true);
  useLayoutEffect(() => void commits.push([typed, standings?.of.size ?? 0]));
  return typed;
}

const nothingFolded: ReadonlySet<Ref> = new Set();

function OnMap({ typed, points }: { typed: string; points: Said }) {
  const threads = useMemo(() => threadsOf(points.values()), [points]);
  const { map } = useMap(threads, { folded: nothingFolded, thread: null, isList: false });
  useLayoutEffect(() => void commits.push([typed, map.nodes.length]));
  return typed;
}

it.each([
  ['standings', Standings],
  ['the map', OnMap],
])('what is typed while others speak is on screen before %s', async (_, View) => {
  const [few, more] = [said(2), said(5)];
  flushSync(() => root.render(<View typed="a" points={few} />));
  // The rules of standing are fetched first.
  await vi.waitFor(() => expect(commits.at(-1)).toEqual(['a', 2]));
  flushSync(() => root.render(<View typed="ab" points={more} />));
  expect(commits.at(-1)).toEqual(['ab', 2]);
  await vi.waitFor(() => expect(commits.at(-1)).toEqual(['ab', 5]));
});
