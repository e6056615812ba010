// A forgotten password.

import type { Metadata } from 'next';
import Link from 'next/link';
import { ResetRequestForm } from '#components/account/reset-forms.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';
import { canMail } from '#lib/data/mail.ts';

export const metadata: Metadata = { title: 'Forgotten password' };

export default function ResetPage() {
  return (
    <>
      <TopBar />
      <Page width="form">
        <PageHead title="Forgotten password" under={<Link href="/sign-in">Back to sign in</Link>} />
        {canMail() ? (
          <ResetRequestForm />
        ) : (
          <Notice title="This server sends no mail">
            Ask whoever runs it for a reset link: they make one on the command line, and it lets you choose a
            new password. What you said is safe.
          </Notice>
        )}
      </Page>
    </>
  );
}
