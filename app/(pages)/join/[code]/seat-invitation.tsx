// Where a personal link of a roster leads: the place in the class, for an account and not only a name.

import Link from 'next/link';
import { withNext } from '#components/account/next-path.ts';
import { TakeSeat } from '#components/classes/take-seat.tsx';
import { LinkButton } from '#components/ui/form/button.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';
import type { Identity } from '#lib/data/people/identity.ts';

type Props = { code: string; name: string; spaceName: string; identity: Identity | null };

export function SeatInvitation({ code, name, spaceName, identity }: Props) {
  const here = `/join/${code}`;
  return (
    <>
      <TopBar />
      <Page width="form">
        <PageHead
          over="You are expected in"
          title={spaceName}
          under={`This link is for ${name} alone, and works once.`}
        />
        {identity?.kind === 'member' ? (
          <TakeSeat code={code} act={`Take this place as ${identity.name}`} />
        ) : (
          <>
            <div>
              <LinkButton href={withNext('/sign-up', here)} look="primary" size="large">
                Create an account
              </LinkButton>
            </div>
            {!identity && (
              <p>
                Have an account? <Link href={withNext('/sign-in', here)}>Sign in first</Link>
              </p>
            )}
          </>
        )}
      </Page>
    </>
  );
}
