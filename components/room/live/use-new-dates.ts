// Dates of the room's assignment that are moved while it is open: whoever is in it, in whatever view, is told.

import { useEffect, useRef } from 'react';
import { useLocale, useTranslations } from 'use-intl/react';
import { showToast } from '#components/ui/over/toast.tsx';
import type { Terms } from '#lib/model/classes/assignment.ts';
import { termsInWords } from '#lib/words/due.ts';

/** `terms`: what the assignment asks now; null without one. */
export function useNewDates(terms: Terms | null): void {
  const t = useTranslations('ui.due');
  const locale = useLocale();
  const dates = terms && JSON.stringify([terms.notesDueAt, terms.repliesDueAt, terms.closesAt]);
  const told = useRef(dates);
  useEffect(() => {
    if (told.current === dates) return;
    told.current = dates;
    const now = new Date().toISOString();
    const words = terms ? termsInWords(terms, null, now, { locale, t }).join(' · ') : '';
    showToast(words ? t('moved', { words }) : t('lifted'));
  }, [dates, terms, locale, t]);
}
