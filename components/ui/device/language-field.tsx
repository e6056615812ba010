'use client';
// The language of the interface. Its words come from the server, so the page is drawn anew once the choice is kept.

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl/react';
import { locales } from '#lib/model/manners.ts';
import { useChangeManners, useManners } from './manners.tsx';
import { Segments } from './segments.tsx';

const options = ['browser', ...locales] as const;

export function LanguageField() {
  const { locale } = useManners();
  const change = useChangeManners();
  const router = useRouter();
  const t = useTranslations('ui.language');
  return (
    <Segments
      legend={t('legend')}
      value={locale}
      options={options.map((value) => ({ value, label: t(value) }))}
      onChange={async (locale) => {
        await change({ locale });
        router.refresh();
      }}
    />
  );
}
