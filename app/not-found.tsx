// Our own page for addresses that lead nowhere: Next's breaks the content security policy.

import type { Metadata } from 'next';
import { BarredPage } from '#components/ui/page/barred-page.tsx';
import { getTranslations } from './words.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ui');
  return { title: t('nothingHere') };
}

export default async function NotFound() {
  return <BarredPage t={await getTranslations('ui.barred')} reason="no-such-page" />;
}
