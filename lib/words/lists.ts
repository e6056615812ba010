// Names and things in a row, as a language joins them: “Ada, Bea and Chi”.

import type { Locale } from '#lib/model/manners.ts';

/** English joins as in Britain: no comma before the last. */
const habits: Record<Locale, string> = { en: 'en-GB', de: 'de' };

export function listFormat(locale: Locale): Intl.ListFormat {
  return new Intl.ListFormat(habits[locale], { type: 'conjunction' });
}
