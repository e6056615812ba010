// Where the link in a digest leads. It counts only once the button is pressed: mail programs open links by themselves.

import type { Metadata } from 'next';
import { EndDigest } from '#components/account/digest.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';
import { getTranslations, Words } from '../../../words.tsx';

// The address is a secret: it must not travel on as a referrer.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.digest.end');
  return { title: t('title'), referrer: 'no-referrer' };
}

export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations('account.digest.end');
  return (
    <Words areas={['account']}>
      <TopBar />
      <Page width="form">
        <PageHead title={t('title')} />
        <EndDigest token={token} />
      </Page>
    </Words>
  );
}
