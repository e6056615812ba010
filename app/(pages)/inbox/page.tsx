// The inbox: replies to oneself, mentions, what is due.

import type { Metadata } from 'next';
import { InboxList } from '#components/inbox/inbox-list.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { inboxOf } from '#lib/data/notices/inbox.ts';
import { Frame, signedInOr } from '../frame.tsx';

export const metadata: Metadata = { title: 'Inbox' };

export default async function InboxPage() {
  const identity = await signedInOr('/inbox');
  return (
    <Frame identity={identity} place="Inbox">
      <Page width="list">
        <PageHead title="Inbox" />
        <InboxList {...(await inboxOf(identity))} />
      </Page>
    </Frame>
  );
}
