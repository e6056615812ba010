// Where a reset link leads: choose a new password. The link is used only when the form is sent.

import type { Metadata } from 'next';
import { NewPasswordForm } from '#components/account/reset-forms.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';

// The address is a secret: it must not travel on as a referrer.
export const metadata: Metadata = { title: 'New password', referrer: 'no-referrer' };

export default async function NewPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return (
    <>
      <TopBar />
      <Page width="form">
        <PageHead title="Choose a new password" />
        <NewPasswordForm token={token} />
      </Page>
    </>
  );
}
