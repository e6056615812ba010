// Dates and times as a language writes them.

import type { Locale } from '#lib/model/manners.ts';
import { habits } from './habits.ts';

/** Writes moments in a language; keep one where many are written. */
export function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(habits[locale], options);
}
