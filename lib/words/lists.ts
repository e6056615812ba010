// Names and things in a row, as a language joins them: “Ada, Bea and Chi”.

import type { Locale } from '#lib/model/manners.ts';
import { habits } from './habits.ts';

export function listFormat(locale: Locale): Intl.ListFormat {
  return new Intl.ListFormat(habits[locale], { type: 'conjunction' });
}
