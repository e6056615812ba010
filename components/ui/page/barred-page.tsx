// The page in place of one that cannot be shown: what happened, what is safe, what to do. Drawn on the server, which hands
// it its words: every page would load its script, as any address may lead nowhere.

import type { ReactNode } from 'react';
import type { useTranslations } from 'use-intl/react';
import { LinkButton } from '../form/button.tsx';
import { Page, PageHead } from './page.tsx';
import { TopBar } from './top-bar.tsx';

export type BarredReason =
  | 'signed-out'
  | 'no-such-room'
  | 'not-a-member'
  | 'removed'
  | 'too-large'
  | 'no-such-page'
  | 'not-for-guests'
  | 'guests-not-here';

const paths = { library: '/library', 'sign-in': '/sign-in', 'sign-up': '/sign-up' } as const;

const acts: Record<BarredReason, keyof typeof paths> = {
  'signed-out': 'sign-in',
  'no-such-room': 'library',
  'not-a-member': 'library',
  removed: 'library',
  'too-large': 'library',
  'no-such-page': 'library',
  'not-for-guests': 'sign-up',
  'guests-not-here': 'sign-up',
};

export function BarredPage({
  t,
  reason,
  next,
  children,
}: {
  t: ReturnType<typeof useTranslations<'ui.barred'>>;
  reason: BarredReason;
  /** Where to come back to after signing in: a path on this site. */
  next?: string;
  children?: ReactNode;
}) {
  const act = acts[reason];
  const query = next && act !== 'library' ? `?next=${encodeURIComponent(next)}` : '';
  return (
    <>
      <TopBar />
      <Page width="form">
        <PageHead title={t(`${reason}.title`)} under={t(`${reason}.text`)} />
        {children}
        <div>
          <LinkButton href={`${paths[act]}${query}`} look="primary" size="large">
            {t(act)}
          </LinkButton>
        </div>
      </Page>
    </>
  );
}
