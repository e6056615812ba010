// A forgotten password.

import type { Metadata } from 'next';
import Link from 'next/link';
import { ResetRequestForm } from '#components/account/reset-forms.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';
import { canMail } from '#lib/data/mail.ts';
import { getTranslations, Words } from '../../words.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.reset');
  return { title: t('title') };
}

export default async function ResetPage() {
  const t = await getTranslations('account.reset');
  return (
    <Words areas={['account']}>
      <TopBar />
      <Page width="form">
        <PageHead title={t('title')} under={<Link href="/sign-in">{t('back')}</Link>} />
        {canMail() ? <ResetRequestForm /> : <Notice title={t('noMailTitle')}>{t('noMail')}</Notice>}
      </Page>
    </Words>
  );
}
