// Create an account; as a guest, keep what one said.

import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { nextPath, withNext } from '#components/account/next-path.ts';
import { ProviderButton } from '#components/account/provider-button.tsx';
import { SignUpForm } from '#components/account/sign-up-form.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';
import { isOwnerCodeNeeded } from '#lib/data/people/owner-code.ts';
import { settings } from '#lib/data/settings.ts';
import { currentIdentity } from '../../identity.ts';
import { getTranslations, Words } from '../../words.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.signUp');
  return { title: t('title') };
}

export default async function SignUpPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = nextPath((await searchParams).next);
  const identity = await currentIdentity();
  if (identity?.kind === 'member') redirect(next);
  const t = await getTranslations('account.signUp');
  const { oidc } = settings();
  const needsOwnerCode = await isOwnerCodeNeeded();
  return (
    <Words areas={['account']}>
      <TopBar />
      <Page width="form">
        <PageHead
          title={t('title')}
          under={t.rich('haveOne', {
            link: (words) => <Link href={withNext('/sign-in', next)}>{words}</Link>,
          })}
        />
        {identity && <Notice title={t('guestTitle')}>{t('guest', { name: identity.name })}</Notice>}
        <SignUpForm next={next} guestName={identity?.name} needsOwnerCode={needsOwnerCode} />
        {oidc && <ProviderButton name={oidc.name} next={next} />}
      </Page>
    </Words>
  );
}
