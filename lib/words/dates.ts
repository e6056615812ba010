// Dates and times as a language writes them.

import type { Locale } from '#lib/model/manners.ts';
import { habits } from './habits.ts';

/** Formats are kept: making one for each card stood out in profiles of a crowded margin. */
const known: Record<Locale, WeakMap<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>> = {
  en: new WeakMap(),
  de: new WeakMap(),
};

/** Writes moments in a language. The same `options` object gives the same format again: let it stand outside of functions. */
export function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const made = known[locale].get(options) ?? new Intl.DateTimeFormat(habits[locale], options);
  known[locale].set(options, made);
  return made;
}
