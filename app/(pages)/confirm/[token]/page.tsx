// Where the link that confirms an e-mail address leads. It counts only once the button is pressed: mail programs open
// links by themselves.

import type { Metadata } from 'next';
import { ConfirmAddress } from '#components/account/confirm-address.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';

// The address is a secret: it must not travel on as a referrer.
export const metadata: Metadata = { title: 'Confirm your address', referrer: 'no-referrer' };

export default async function ConfirmPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return (
    <>
      <TopBar />
      <Page width="form">
        <PageHead title="Confirm your e-mail address" />
        <ConfirmAddress token={token} />
      </Page>
    </>
  );
}
