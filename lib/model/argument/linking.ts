// What a point answers, changed afterwards: one more link, or another first one. Whether its author may change it at all
// is permission.ts's; here is only what would make no sense.

import { type Entry, type Link, maxLinks, type Point, parentOf, type Ref } from '../record.ts';

/** The links of a point that answers one more; what it answered already, it answers anew. */
export function withLink({ links = [] }: Point, link: Link): Link[] {
  const place = links.findIndex(({ to }) => to === link.to);
  return place < 0 ? [...links, link] : links.map((old, i) => (i === place ? link : old));
}

/** The links of a point that was moved: the new one is its thread, those to other points stay. */
export function movedTo({ links = [] }: Point, link: Link): Link[] {
  return [link, ...links.slice(1).filter(({ to }) => to !== link.to)];
}

export type Linking = 'link' | 'move';

/** Could this point answer `target`, too, or stand under it? Never itself, nor, moved, what stands under itself. */
export function mayLink(
  how: Linking,
  { ref, value }: Entry<Point>,
  target: Entry<Point> | undefined,
  pointAt: (ref: Ref) => Entry<Point> | undefined,
): boolean {
  if (!target || target.ref === ref || target.value.withdrawn) return false;
  const links = value.links ?? [];
  if (how === 'link') return links.length < maxLinks && !links.some(({ to }) => to === target.ref);
  if (parentOf(value) === target.ref) return false;
  const passed = new Set<Ref>();
  for (let at: Entry<Point> | undefined = target; at && !passed.has(at.ref); ) {
    if (at.ref === ref) return false;
    passed.add(at.ref);
    const parent: Ref | undefined = parentOf(at.value);
    at = parent && pointAt(parent);
  }
  return true;
}
