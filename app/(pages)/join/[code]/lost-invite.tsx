// An invite link that lets nobody in any more, or never did: why, and what to do.

import { LinkButton } from '#components/ui/form/button.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';
import type { InviteRefusal } from '#lib/data/spaces/invites.ts';

const words: Record<InviteRefusal, { title: string; text: string }> = {
  'no-such-invite': {
    title: 'This link is not complete',
    text: 'No invitation has this address. Copy the whole link once more, or ask whoever sent it to send it again.',
  },
  'invite-expired': {
    title: 'This invitation has ended',
    text: 'It worked for a time only, and that is over. Ask whoever sent it for a new link. If you joined by it before, your place is still there: sign in, or go to your library.',
  },
  'invite-revoked': {
    title: 'This invitation was withdrawn',
    text: 'Someone who runs the discussion closed this link. Ask them for a new one. If you joined by it before, your place is still there: sign in, or go to your library.',
  },
};

export function LostInvite({ reason }: { reason: InviteRefusal }) {
  const { title, text } = words[reason];
  return (
    <>
      <TopBar />
      <Page width="form">
        <PageHead title={title} under={text} />
        <div>
          <LinkButton href="/library" size="large">
            Go to your library
          </LinkButton>
        </div>
      </Page>
    </>
  );
}
