// Canonical characters on their way in: lib/model/text/text.ts says what a reading's text may hold, this file makes it so and
// counts what it takes out, for the person who imports.

import { cleanLine, type Invisible, withoutInvisibles } from '#lib/model/text/text.ts';
import type { Said } from '#lib/words/said.ts';

/** How many of each kind were removed on the way; one tally serves a whole import. */
export type Tally = Map<Invisible, number>;

/** A text without any of these changes in nothing but its normal form. Most hold none: one look instead of seven. */
const suspect = /[\p{Cs}\p{Cf}\p{Cn}\u2028\u2029]|[^\P{Cc}\n\t]/u;
const lineBreaks = /\r\n?|[\u0085\u2028\v]/g;
const paragraphBreaks = /[\u2029\f]/g;

/**
 * Canonical characters: NFC, line feeds, nothing invisible. Idempotent; what it removes is added to `tally`.
 * @param text any string; lone surrogates become U+FFFD.
 */
export function canonical(text: string, tally: Tally): string {
  return (suspect.test(text) ? visible(text, tally) : text).normalize('NFC');
}

function visible(text: string, tally: Tally): string {
  const lines = text.toWellFormed().replace(lineBreaks, '\n').replace(paragraphBreaks, '\n\n');
  return withoutInvisibles(lines, (what) => count(tally, what));
}

/** One line of canonical characters for a title, standfirst, byline or credit. */
export function canonicalLine(text: string, tally: Tally): string {
  return cleanLine(canonical(text, tally), (what) => count(tally, what));
}

/** What was removed, for the person who imports. */
export function removalsIn(tally: Tally): Said[] {
  return [...tally].map(([name, count]) => ({ key: `remark.removed.${name}`, values: { count } }));
}

function count(tally: Tally, name: Invisible): void {
  tally.set(name, (tally.get(name) ?? 0) + 1);
}
