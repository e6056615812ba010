'use client';
// A page that broke while it was drawn. What people said is on the server's disk, whatever happens to a page.

import { useTranslations } from 'use-intl/react';
import { TopBar } from '#components/ui/page/top-bar.tsx';
import { Broken, type BrokenProps } from './broken.tsx';

export default function ErrorPage(props: BrokenProps) {
  const t = useTranslations('ui.broken');
  const words = {
    title: t('title'),
    under: t('under'),
    again: t('again'),
    library: t('library'),
    forLog: t('forLog'),
  };
  return (
    <>
      <TopBar />
      <Broken {...props} words={words} />
    </>
  );
}
