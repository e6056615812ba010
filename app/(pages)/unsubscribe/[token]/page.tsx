// Where the link in a digest leads. It counts only once the button is pressed: mail programs open links by themselves.

import type { Metadata } from 'next';
import { EndDigest } from '#components/account/digest.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';

// The address is a secret: it must not travel on as a referrer.
export const metadata: Metadata = { title: 'End the daily e-mail', referrer: 'no-referrer' };

export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return (
    <>
      <TopBar />
      <Page width="form">
        <PageHead title="End the daily e-mail" />
        <EndDigest token={token} />
      </Page>
    </>
  );
}
