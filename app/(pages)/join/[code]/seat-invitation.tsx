// Where a personal link of a roster leads: the place in the class, for an account and not only a name.

import Link from 'next/link';
import { withNext } from '#components/account/next-path.ts';
import { TakeSeat } from '#components/classes/take-seat.tsx';
import { LinkButton } from '#components/ui/form/button.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';
import type { Identity } from '#lib/data/people/identity.ts';
import { getTranslations } from '../../../words.tsx';

type Props = { code: string; name: string; spaceName: string; identity: Identity | null };

export async function SeatInvitation({ code, name, spaceName, identity }: Props) {
  const t = await getTranslations('account.join');
  const here = `/join/${code}`;
  return (
    <>
      <TopBar />
      <Page width="form">
        <PageHead over={t('seat.expected')} title={spaceName} under={t('seat.under', { name })} />
        {identity?.kind === 'member' ? (
          <TakeSeat code={code} act={t('seat.take', { who: identity.name })} />
        ) : (
          <>
            <div>
              <LinkButton href={withNext('/sign-up', here)} look="primary" size="large">
                {t('seat.signUp')}
              </LinkButton>
            </div>
            {!identity && (
              <p>
                {t.rich('haveAccount', {
                  link: (words) => <Link href={withNext('/sign-in', here)}>{words}</Link>,
                })}
              </p>
            )}
          </>
        )}
      </Page>
    </>
  );
}
