// A map shows every point once, overlaps none, and draws each line to what it answers.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, type Link, type Point, partsOf, type Ref } from '../record.ts';
import { postsIn, threadsOf } from '../threads/thread.ts';
import { endsOf, keptMap, listOf, mapOf, nodeSize, nodesWithin, pathBetween } from './map.ts';

const at = '2026-03-01T10:00:00.000Z';
let seq = 0;
const point = (ref: Ref, links: Link[] = [], more: Partial<Point> = {}): Entry<Point> => ({
  ref,
  ...partsOf(ref),
  value: { type: 'point', kind: 'claim', at, body: ref, ...(links.length ? { links } : {}), ...more },
  seq: ++seq,
  createdAt: at,
});
const rebuts = (to: Ref): Link => ({ to, stance: 'rebuts' });
const all = { folded: new Set<Ref>(), thread: null };

const room = threadsOf([
  point('p/a'),
  point('p/b', [rebuts('p/a')]),
  point('p/c', [{ to: 'p/b', stance: 'undercuts', on: 'p/a' }]),
  point('p/d', [{ to: 'p/a', stance: 'supports' }]),
  point('p/e'),
  point('p/f', [rebuts('p/e'), rebuts('p/b')]),
]);
const at100 = mapOf(room, all);
const node = (ref: Ref) => {
  const found = at100.nodeOf.get(ref);
  if (!found) throw new Error(`${ref} is not on the map`);
  return found;
};

describe('mapOf', () => {
  it('gives the points in the order of reading, with their place among their siblings', () => {
    expect(at100.nodes.map(({ ref }) => ref)).toEqual(['p/a', 'p/b', 'p/c', 'p/d', 'p/e', 'p/f']);
    expect(node('p/d')).toMatchObject({ thread: 'p/a', index: 1, count: 2 });
    expect(node('p/d').parent?.ref).toBe('p/a');
  });

  it('stands answers to the right of what they answer, and the answered level with their middle', () => {
    expect(node('p/b').x).toBeGreaterThan(node('p/a').x + nodeSize.width);
    expect(node('p/a').y).toBeCloseTo((node('p/b').y + node('p/d').y) / 2);
  });

  it('draws a line for each link, and an undercut to the middle of the link it attacks', () => {
    expect(at100.edges.map(({ from, to, isCross }) => [from, to, isCross])).toEqual([
      ['p/b', 'p/a', false],
      ['p/c', 'p/b', false],
      ['p/d', 'p/a', false],
      ['p/f', 'p/e', false],
      ['p/f', 'p/b', true],
    ]);
    const [attacked, undercut] = at100.edges.map((edge) => endsOf(at100, edge));
    if (!attacked || !undercut) throw new Error('a line has no ends');
    expect(undercut.to).toEqual({
      x: (attacked.from.x + attacked.to.x) / 2,
      y: (attacked.from.y + attacked.to.y) / 2,
    });
    expect(pathBetween(attacked)).toMatch(/^M[\d.]+ [\d.]+C/);
  });

  it('folds answers away, says how many, and draws no line to them', () => {
    const folded = mapOf(room, { ...all, folded: new Set<Ref>(['p/a']) });
    expect(folded.nodes.map(({ ref }) => ref)).toEqual(['p/a', 'p/e', 'p/f']);
    expect(folded.nodeOf.get('p/a')?.folded).toBe(3);
    expect(folded.edges.map(({ to }) => to)).toEqual(['p/e']);
  });

  it('shows one thread alone', () => {
    expect(mapOf(room, { ...all, thread: 'p/e' }).nodes.map(({ ref }) => ref)).toEqual(['p/e', 'p/f']);
  });

  it('leaves bare highlights to the text, until somebody answers them', () => {
    const bare = point('p/h', [], { kind: 'highlight' });
    expect(mapOf(threadsOf([bare]), all).nodes).toEqual([]);
    expect(mapOf(threadsOf([bare, point('p/i', [rebuts('p/h')])]), all).nodes).toHaveLength(2);
  });

  it('draws two points that answer each other, and undercuts in a circle', () => {
    const circle = threadsOf([
      point('p/x', [{ to: 'p/y', stance: 'undercuts' }]),
      point('p/y', [{ to: 'p/x', stance: 'undercuts' }]),
    ]);
    const map = mapOf(circle, all);
    expect(map.nodes).toHaveLength(2);
    for (const edge of map.edges) expect(endsOf(map, edge)).not.toBeNull();
  });

  const anyRoom = fc
    .array(fc.option(fc.nat(60), { nil: undefined }), { minLength: 1, maxLength: 60 })
    .map((parents) =>
      threadsOf(
        parents.map((parent, i) =>
          point(`p/${i}`, parent !== undefined && parent < i ? [rebuts(`p/${parent}`)] : []),
        ),
      ),
    );

  it('shows every point once, overlaps none, and keeps all within its bounds', () => {
    fc.assert(
      fc.property(anyRoom, (threads) => {
        const { nodes, width, height } = mapOf(threads, all);
        expect(nodes.map(({ ref }) => ref)).toEqual(threads.flatMap(postsIn).map(({ ref }) => ref));
        const columns = Map.groupBy(nodes, ({ x }) => x);
        for (const column of columns.values()) {
          const tops = column.map(({ y }) => y).sort((a, b) => a - b);
          tops.forEach((y, i) => {
            if (i > 0) expect(y - (tops[i - 1] ?? 0)).toBeGreaterThanOrEqual(nodeSize.height);
          });
        }
        for (const { x, y } of nodes) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
          expect(x + nodeSize.width <= width && y + nodeSize.height <= height).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('finds exactly the nodes that touch a part of it', () => {
    const { x, y } = node('p/e');
    const seen = nodesWithin(at100, { left: x + 10, top: y + 10, right: x + 20, bottom: y + 20 });
    expect(seen.map(({ ref }) => ref)).toEqual(['p/e']);
    expect(nodesWithin(at100, { left: 0, top: 0, right: at100.width, bottom: at100.height })).toHaveLength(6);
  });
});

describe('keptMap', () => {
  const folded = mapOf(room, { ...all, folded: new Set<Ref>(['p/e']) });

  it('is the new map, with the nodes of the last one where nothing changed of them', () => {
    const kept = keptMap(at100, folded);
    expect(kept).toEqual(folded);
    const same = kept.nodes.filter((one) => at100.nodes.includes(one)).map(({ ref }) => ref);
    expect(same).toEqual(['p/a', 'p/b', 'p/c', 'p/d']);
    for (const one of kept.nodes) expect(kept.nodeOf.get(one.ref)).toBe(one);
  });

  it('is the new map as it is where there was none', () => {
    expect(keptMap(null, folded)).toBe(folded);
  });
});

it('listOf gives the same points, one a row', () => {
  const list = listOf(room, all, 40);
  expect(list.nodes.map(({ ref, x, y }) => [ref, x, y])).toEqual(
    at100.nodes.map(({ ref, post }, i) => [ref, post.level, i * 40]),
  );
  expect(list.height).toBe(240);
});
