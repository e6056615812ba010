// How cites are put on the screen: in the language of the page. What is copied or written to a file has one form for all.

import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import type { CiteWords } from '#lib/model/card/cite.ts';

export function useCiteWords(): CiteWords {
  const t = useTranslations('thread.card.cite');
  return useMemo(
    () => ({
      two: (first, second) => t('two', { first, second }),
      more: (first) => t('more', { first }),
      title: (title) => t('title', { title }),
      accessed: (when) => t('accessed', { when }),
    }),
    [t],
  );
}
