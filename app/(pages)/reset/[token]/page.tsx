// Where a reset link leads: choose a new password. The link is used only when the form is sent.

import type { Metadata } from 'next';
import { NewPasswordForm } from '#components/account/reset-forms.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';
import { getTranslations, Words } from '../../../words.tsx';

// The address is a secret: it must not travel on as a referrer.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.reset');
  return { title: t('newTitle'), referrer: 'no-referrer' };
}

export default async function NewPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations('account.reset');
  return (
    <Words areas={['account']}>
      <TopBar />
      <Page width="form">
        <PageHead title={t('choose')} />
        <NewPasswordForm token={token} />
      </Page>
    </Words>
  );
}
