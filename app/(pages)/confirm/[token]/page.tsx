// Where the link that confirms an e-mail address leads. It counts only once the button is pressed: mail programs open
// links by themselves.

import type { Metadata } from 'next';
import { ConfirmAddress } from '#components/account/confirm-address.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';
import { getTranslations, Words } from '../../../words.tsx';

// The address is a secret: it must not travel on as a referrer.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.confirm');
  return { title: t('title'), referrer: 'no-referrer' };
}

export default async function ConfirmPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations('account.confirm');
  return (
    <Words areas={['account']}>
      <TopBar />
      <Page width="form">
        <PageHead title={t('heading')} />
        <ConfirmAddress token={token} />
      </Page>
    </Words>
  );
}
