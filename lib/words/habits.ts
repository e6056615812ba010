// By whose habits a language writes dates and joins lists, where the language alone does not say.

import type { Locale } from '#lib/model/manners.ts';

/** English as in Britain: the day before the month, the clock to 24, no comma before the last of a list. */
export const habits: Record<Locale, string> = { en: 'en-GB', de: 'de' };
