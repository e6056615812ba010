// A point may answer several others; its first link is the thread it stands in.

import { describe, expect, it } from 'vitest';
import { type Entry, type Link, maxLinks, type Point, partsOf, type Ref, type Stance } from '../record.ts';
import { mayLink, movedTo, withLink } from './linking.ts';

const link = (to: Ref, stance: Stance = 'rebuts'): Link => ({ to, stance });
const value = (...links: Link[]): Point => ({
  type: 'point',
  kind: 'comment',
  at: '2026-03-01T10:00:00.000Z',
  ...(links.length ? { links } : {}),
});
const point = (ref: Ref, ...links: Link[]): Entry<Point> => ({
  ref,
  ...partsOf(ref),
  value: value(...links),
});

describe('links', () => {
  it('come after those that stand, and replace the one to the same point', () => {
    const [a, b] = [link('p/a'), link('p/b')];
    expect(withLink(value(a), b)).toEqual([a, b]);
    expect(withLink(value(a, b), link('p/a', 'asks'))).toEqual([link('p/a', 'asks'), b]);
    expect(withLink(value(), a)).toEqual([a]);
  });

  it('move the point by the first one, and keep those to others', () => {
    const [a, b, c] = [link('p/a'), link('p/b'), link('p/c')];
    expect(movedTo(value(a, b), c)).toEqual([c, b]);
    expect(movedTo(value(a, b), b)).toEqual([b]);
    expect(movedTo(value(), a)).toEqual([a]);
  });
});

describe('mayLink', () => {
  const points = [point('p/a'), point('p/b', link('p/a')), point('p/c', link('p/b')), point('p/d')];
  const pointAt = (ref: Ref) => points.find((one) => one.ref === ref);
  const [a, b, c, d] = points as [Entry<Point>, Entry<Point>, Entry<Point>, Entry<Point>];
  const gone = { ...d, ref: 'p/x' as Ref, value: { ...d.value, withdrawn: true as const } };
  const full = point('p/f', ...Array.from({ length: maxLinks }, (_, i) => link(`q/${i}`)));

  it.each<[string, 'link' | 'move', Entry<Point>, Entry<Point> | undefined, boolean]>([
    ['a point to another', 'link', d, a, true],
    ['a point to itself', 'link', a, a, false],
    ['a point to what it answers already', 'link', b, a, false],
    ['a point to what answers it', 'link', a, c, true],
    ['a point with all the links it may have', 'link', full, a, false],
    ['a point to one that was taken back', 'link', a, gone, false],
    ['a point to one that is not there', 'link', a, undefined, false],
    ['a reply to another thread', 'move', c, d, true],
    ['a reply to where it stands', 'move', c, b, false],
    ['a point to below itself', 'move', a, c, false],
    ['a point with all the links it may have', 'move', full, a, true],
  ])('%s (%s)', (_, how, entry, target, expected) => {
    expect(mayLink(how, entry, target, pointAt)).toBe(expected);
  });
});
