// Sign in.

import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { nextPath, withNext } from '#components/account/next-path.ts';
import { ProviderButton } from '#components/account/provider-button.tsx';
import { SignInForm } from '#components/account/sign-in-form.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';
import { settings } from '#lib/data/settings.ts';
import { currentIdentity } from '../../identity.ts';
import { getTranslations, Words } from '../../words.tsx';
import { providerProblem } from './provider-problem.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.signIn');
  return { title: t('title') };
}

type Query = Promise<{ next?: string | string[]; error?: string | string[] }>;

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams;
  const next = nextPath(query.next);
  const identity = await currentIdentity();
  if (identity?.kind === 'member') redirect(next);
  const t = await getTranslations('account.signIn');
  const { oidc } = settings();
  const provider = await getTranslations('account.provider.problem');
  const problem = providerProblem(query.error);
  return (
    <Words areas={['account']}>
      <TopBar />
      <Page width="form">
        <PageHead
          title={t('title')}
          under={t.rich('newHere', {
            link: (words) => <Link href={withNext('/sign-up', next)}>{words}</Link>,
          })}
        />
        {identity && <Notice>{t('guest', { name: identity.name })}</Notice>}
        {problem && <Notice tone="problem">{provider(problem)}</Notice>}
        <SignInForm next={next} />
        {oidc && <ProviderButton name={oidc.name} next={next} />}
        <p>
          <Link href="/reset">{t('forgot')}</Link>
        </p>
      </Page>
    </Words>
  );
}
