// What surrounds a page of someone signed in, and the way to the sign-in page for who is not.

import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { AccountMenu } from '#components/account/account-menu.tsx';
import { withNext } from '#components/account/next-path.ts';
import { KeepOffline } from '#components/offline/keep-offline.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';
import { buildMark } from '#lib/data/build-mark.ts';
import type { Identity } from '#lib/data/people/identity.ts';
import { currentIdentity } from '../identity.ts';

/** Who is signed in; sends anyone else to sign in and back to `path`. */
export async function signedInOr(path: string): Promise<Identity> {
  return (await currentIdentity()) ?? redirect(withNext('/sign-in', path));
}

export function Frame({
  identity,
  place,
  children,
}: {
  identity: Identity;
  place?: ReactNode;
  children: ReactNode;
}) {
  const me = { id: identity.accountId, name: identity.name, isGuest: identity.kind === 'guest' };
  return (
    <>
      <TopBar home="/library" place={place} end={<AccountMenu me={me} />} />
      {children}
      <KeepOffline account={identity.accountId} build={buildMark()} />
    </>
  );
}
