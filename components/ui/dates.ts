// Dates and times in the language of the page, for components; by whose habits is lib/words/habits.ts's.

import { useMemo } from 'react';
import { useLocale } from 'use-intl/react';
import { dateFormat } from '#lib/words/dates.ts';

/** `options` should stand outside of the component, or each rendering makes another format. */
export function useDateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = useLocale();
  return useMemo(() => dateFormat(locale, options), [locale, options]);
}
