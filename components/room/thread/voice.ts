// In what language and words posts are named: of the page, taken along by what is no component.

import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl/react';
import type { Locale } from '#lib/model/manners.ts';

export type Voice = {
  locale: Locale;
  t: ReturnType<typeof useTranslations<'thread.spoken'>>;
  answers: ReturnType<typeof useTranslations<'terms.answers'>>;
};

export function useVoice(): Voice {
  const locale = useLocale();
  const t = useTranslations('thread.spoken');
  const answers = useTranslations('terms.answers');
  return useMemo(() => ({ locale, t, answers }), [locale, t, answers]);
}
