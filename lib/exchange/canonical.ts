// Canonical characters: what a reading's text may hold. Everything that is invisible and could make two equal-looking
// passages differ, or show words in another order than they stand, goes; joiners stay, for scripts and emoji need them.

import { counted } from './refusal.ts';

/** How many of each kind were removed on the way; one tally serves a whole import. */
export type Tally = Map<Invisible, number>;

type Invisible = keyof typeof invisibles;

const invisibles = {
  'soft hyphen': /\u00AD/g,
  'zero-width space': /\u200B/g,
  'byte-order mark': /\uFEFF/g,
  // Embeddings, overrides and isolates, and the deprecated shaping controls beside them.
  'text-direction control': /[\u202A-\u202E\u2066-\u206F]/g,
  // Line feed and tab are text; interlinear marks and noncharacters are not.
  'control character': /[^\P{Cc}\n\t]|[\uFFF9-\uFFFB\uFFFE\uFFFF\uFDD0-\uFDEF]/gu,
} as const;

// Tag characters spell text that nobody sees, except after a black flag, where they make the flags of nations.
const tagged = /(\u{1F3F4}[\u{E0020}-\u{E007E}]{1,8}\u{E007F})|[\u{E0000}-\u{E007F}]/gu;
// Direction marks are honest inside a right-to-left text; in a title they only serve to deceive.
const directionMarks = /[\u200E\u200F\u061C]/g;

/** What a text must hold for anything but its normal form to change; most hold none of it. */
const suspect =
  /[\u00AD\u200B\uFEFF\u2028-\u202E\u2066-\u206F\uFFF9-\uFFFB\uFFFE\uFFFF\uFDD0-\uFDEF\p{Cs}\u{E0000}-\u{E007F}]|[^\P{Cc}\n\t]/u;
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
  let clean = text.toWellFormed().replace(lineBreaks, '\n').replace(paragraphBreaks, '\n\n');
  for (const [name, pattern] of Object.entries(invisibles) as [Invisible, RegExp][]) {
    clean = clean.replace(pattern, () => count(tally, name));
  }
  return clean.replace(tagged, (_, flag?: string) => flag ?? count(tally, 'control character'));
}

/** One line of canonical characters for a title, standfirst, byline or credit: no direction marks, single spaces. */
export function canonicalLine(text: string, tally: Tally): string {
  return canonical(text, tally)
    .replace(directionMarks, () => count(tally, 'text-direction control'))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The tally as sentences for the person who imports. */
export function sentencesOf(tally: Tally): string[] {
  return [...tally].map(([name, n]) => `${counted(n, name)} removed.`);
}

function count(tally: Tally, name: Invisible): '' {
  tally.set(name, (tally.get(name) ?? 0) + 1);
  return '';
}
