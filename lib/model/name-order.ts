// In which order names are read: those of people, groups, sections and tags, wherever they are listed.

import type { Locale } from './manners.ts';

// Made once: each localeCompare with options makes one anew, which a roster of a thousand feels.
const collators = new Map<Locale, Intl.Collator>();

/** Compares names as the reader's language does, never as the machine's: in German "Ähn" before "Zoe"; "Group 2" before "Group 10". */
export function nameOrder(locale: Locale): (a: string, b: string) => number {
  const known = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true });
  collators.set(locale, known);
  return known.compare;
}
