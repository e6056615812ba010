// Hyphens at the ends of lines: which the typesetter put in, and which are the author's.

import type { Line } from './lines.ts';

/** What a text does: the words it has within its lines, and whether its typesetter breaks words at all. */
export type Habits = { known: ReadonlySet<string>; hyphenates: boolean };

/** From this share of its lines on, a text ends them in hyphens by a typesetter's habit. */
const habitShare = 0.025;
const brokenEnd = /[\p{L}\p{M}][-\u2010\u00AD]$/u;

/** Reads a text's habits off its lines. */
export function habitsOf(lines: readonly Line[]): Habits {
  const known = new Set<string>();
  for (const { text } of lines) {
    const whole = text.replace(/\S+[-\u2010\u00AD]$/u, '');
    for (const word of whole.match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? []) known.add(word.toLowerCase());
  }
  const broken = lines.filter(({ text }) => brokenEnd.test(text)).length;
  return { known, hyphenates: broken >= habitShare * lines.length };
}

/** Joins two lines' texts as they were before a typesetter broke them. */
export function joined(before: string, after: string, habits: Habits): string {
  const broken = /([\p{L}\p{M}]+)[-\u2010\u00AD]$/u.exec(before);
  if (!broken)
    return /[-–—/]$/.test(before) && !/\s[-–—]$/.test(before) ? before + after : `${before} ${after}`;
  if (before.endsWith('\u00AD')) return before.slice(0, -1) + after;
  const [rest = ''] = /^[\p{L}\p{M}]+/u.exec(after) ?? [];
  const isCompound = !/^\p{Ll}/u.test(rest) || keepsHyphen(broken[1] ?? '', rest, habits);
  return isCompound ? before + after : before.slice(0, -1) + after;
}

const firstParts = new Set([
  'self',
  'well',
  'ill',
  'ex',
  'half',
  'cross',
  'all',
  'quasi',
  'so',
  'by',
  'vice',
]);

function keepsHyphen(first: string, rest: string, { known, hyphenates }: Habits): boolean {
  const [whole, compound] = [`${first}${rest}`.toLowerCase(), `${first}-${rest}`.toLowerCase()];
  if (known.has(whole)) return false;
  return !hyphenates || known.has(compound) || firstParts.has(first.toLowerCase());
}
