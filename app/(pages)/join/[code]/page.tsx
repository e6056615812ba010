// Where an invite link leads: who invites to what, a name, one button.

import type { Metadata } from 'next';
import Link from 'next/link';
import { JoinForm } from '#components/account/join-form.tsx';
import { withNext } from '#components/account/next-path.ts';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';
import { seatBehind } from '#lib/data/classes/seats.ts';
import { type Invite, inviteBehind } from '#lib/data/spaces/invites.ts';
import { currentIdentity } from '../../../identity.ts';
import { getTranslations, Words } from '../../../words.tsx';
import { LostInvite } from './lost-invite.tsx';
import { SeatInvitation } from './seat-invitation.tsx';

// The address lets people in: it must not travel on as a referrer.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.join');
  return { title: t('title'), referrer: 'no-referrer' };
}

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
  const t = await getTranslations('account.join');
  const here = `/join/${code}`;
  return (
    <Words areas={['account']}>
      <TopBar />
      <Page width="form">
        <PageHead
          over={t('invites', { who: invite.inviter })}
          title={invite.room?.title ?? invite.space.name}
          under={await invitationWords(invite)}
        />
        <JoinForm code={code} who={identity?.name ?? null} isRoom={invite.room !== null} />
        {!identity && (
          <p>
            {t.rich('haveAccount', {
              link: (words) => <Link href={withNext('/sign-in', here)}>{words}</Link>,
            })}
          </p>
        )}
      </Page>
    </Words>
  );
}

/** What one is invited to, and as what where that is more than a member. */
async function invitationWords({ room, space, role }: Invite): Promise<string> {
  const t = await getTranslations('account.join');
  const terms = await getTranslations('terms');
  const kind = terms(`space.${space.kind}`);
  const as = { kind, space: space.name, role: terms(`role.${space.kind}.${role}`) };
  if (room) return role === 'member' ? t('room', as) : t('roomAs', as);
  return role === 'member' ? kind : t('spaceAs', as);
}
