// Headings of a file moved with all that stands under them, and given other names: which filings that takes. Headings are no
// records, so nothing else changes.

import type { Filing } from '../record.ts';
import {
  afterOf,
  beforeOf,
  byOrder,
  type Heading,
  inFileOrder,
  isUnder,
  lastUnder,
  levels,
  namesOf,
} from './file.ts';
import { ordersBetween } from './order.ts';

/** How deep a heading goes: 1 a pocket, 2 a hat, 3 a block. A heading of nothing is the file itself. */
export function depthOf({ pocket, hat, block }: Heading): number {
  if (block !== undefined) return 3;
  if (hat !== undefined) return 2;
  return pocket === undefined ? 0 : 1;
}

/** The first so many levels of a heading. */
export function upTo(heading: Heading, depth: number): Heading {
  return Object.fromEntries(
    levels
      .slice(0, depth)
      .flatMap((level) => (heading[level] === undefined ? [] : [[level, heading[level]]])),
  );
}

/** Beside which heading of its own depth one is to stand. */
export type Beside = { heading: Heading; isAfter: boolean };

/** All that stands under a heading, under other headings above it: beside one that is there, or at their end. */
export function headingMoved(
  filings: readonly Filing[],
  heading: Heading,
  above: Heading,
  beside?: Beside,
): Filing[] {
  const depth = depthOf(heading);
  const own = inFileOrder(filings).filter((one) => isUnder(one, heading, depth));
  const others = filings.filter((one) => !own.includes(one)).toSorted(byOrder);
  const orders = beside
    ? ordersBeside(others, own.length, depth, beside)
    : ordersAtEnd(others, own.length, above);
  const names = upTo(above, depth - 1);
  return own.map((one, i) => {
    const { pocket: _, hat: __, block: ___, ...rest } = one;
    const below = Object.fromEntries(levels.slice(depth - 1).map((level) => [level, one[level]]));
    return { ...rest, ...namesOf({ ...names, ...below }), order: orders[i] ?? one.order };
  });
}

/** All that stands under a heading, one step before or after the heading beside it; none at the ends. */
export function headingStepped(filings: readonly Filing[], heading: Heading, step: -1 | 1): Filing[] {
  const depth = depthOf(heading);
  const level = levels[depth - 1] ?? 'block';
  const siblings = inFileOrder(filings).filter((one) => isUnder(one, heading, depth - 1));
  const names = [...new Set(siblings.map((one) => one[level] ?? ''))];
  const beside = names[names.indexOf(heading[level] ?? '') + step];
  if (beside === undefined) return [];
  const other = { ...upTo(heading, depth - 1), [level]: beside };
  return headingMoved(filings, heading, heading, { heading: other, isAfter: step > 0 });
}

/** All that stands under a heading, under another name of it. */
export function headingRenamed(filings: readonly Filing[], heading: Heading, name: string): Filing[] {
  const depth = depthOf(heading);
  const level = levels[depth - 1] ?? 'block';
  return inFileOrder(filings)
    .filter((one) => isUnder(one, heading, depth))
    .map(({ [level]: _, ...rest }) => (name.trim() === '' ? rest : { ...rest, [level]: name.trim() }));
}

/** A heading stands where the first under it does: so before another is before its first, and after it before the next’s. */
function ordersBeside(others: readonly Filing[], count: number, depth: number, beside: Beside): string[] {
  const siblings = others.filter((one) => isUnder(one, beside.heading, depth - 1));
  const theirs = siblings.filter((one) => isUnder(one, beside.heading, depth));
  const [first, last] = [theirs[0], theirs.at(-1)];
  if (!first || !last) return ordersAtEnd(others, count, beside.heading);
  if (!beside.isAfter) return ordersBetween(beforeOf(others, first), first.order, count);
  const earlier = new Set<string>();
  const level = levels[depth - 1] ?? 'block';
  for (const one of siblings) {
    if (earlier.has(one[level] ?? '')) continue;
    if (earlier.has(beside.heading[level] ?? ''))
      return ordersBetween(beforeOf(others, one), one.order, count);
    earlier.add(one[level] ?? '');
  }
  const end = siblings.at(-1) ?? last;
  return ordersBetween(end.order, afterOf(others, end), count);
}

function ordersAtEnd(others: readonly Filing[], count: number, above: Heading): string[] {
  const last = lastUnder(others, above) ?? others.at(-1);
  return ordersBetween(last?.order, last && afterOf(others, last), count);
}
