// Dates and times as a language writes them: the one place that says by whose habits.

import type { Locale } from '#lib/model/manners.ts';

/** English is written as in Britain: the day before the month, and the clock to 24. */
const habits: Record<Locale, string> = { en: 'en-GB', de: 'de' };

/** Writes moments in a language; keep one where many are written. */
export function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(habits[locale], options);
}
