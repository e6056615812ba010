// Where an invite link leads: who invites to what, a name, one button.

import type { Metadata } from 'next';
import Link from 'next/link';
import { JoinForm } from '#components/account/join-form.tsx';
import { withNext } from '#components/account/next-path.ts';
import { roleName, spaceKindName } from '#components/space/role-name.ts';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';
import { seatBehind } from '#lib/data/classes/seats.ts';
import { type Invite, inviteBehind } from '#lib/data/spaces/invites.ts';
import { currentIdentity } from '../../../identity.ts';
import { LostInvite } from './lost-invite.tsx';
import { SeatInvitation } from './seat-invitation.tsx';

// The address lets people in: it must not travel on as a referrer.
export const metadata: Metadata = { title: 'Join', referrer: 'no-referrer' };

export default async function JoinPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const found = await inviteBehind(code);
  const identity = await currentIdentity();
  if (!found.ok) {
    const seat = await seatBehind(code);
    if (seat) return <SeatInvitation code={code} identity={identity} {...seat} />;
    return <LostInvite reason={found.reason} />;
  }
  const { invite } = found;
  const { title, under } = invitationWords(invite);
  const here = `/join/${code}`;
  return (
    <>
      <TopBar />
      <Page width="form">
        <PageHead over={`${invite.inviter} invites you to`} title={title} under={under} />
        <JoinForm
          code={code}
          who={identity?.name ?? null}
          act={invite.room ? 'Join the discussion' : 'Join'}
        />
        {!identity && (
          <p>
            Have an account? <Link href={withNext('/sign-in', here)}>Sign in first</Link>
          </p>
        )}
      </Page>
    </>
  );
}

function invitationWords({ room, space, role }: Invite): { title: string; under: string } {
  const where = `${spaceKindName(space.kind)}: ${space.name}`;
  const as = role === 'member' ? '' : ` · you come as ${roleName(role, space.kind)}`;
  return room
    ? { title: room.title, under: `A discussion · ${where}${as}` }
    : { title: space.name, under: `${spaceKindName(space.kind)}${as}` };
}
