// The inbox: replies to oneself, mentions, what is due.

import type { Metadata } from 'next';
import { InboxList } from '#components/inbox/inbox-list.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { inboxOf } from '#lib/data/notices/inbox.ts';
import { currentLocale, getTranslations, Words } from '../../words.tsx';
import { Frame, signedInOr } from '../frame.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('library.inbox');
  return { title: t('title') };
}

export default async function InboxPage() {
  const identity = await signedInOr('/inbox');
  const t = await getTranslations('library.inbox');
  return (
    <Words areas={['library']}>
      <Frame identity={identity} place={t('title')}>
        <Page width="list">
          <PageHead title={t('title')} />
          <InboxList {...(await inboxOf(identity, await currentLocale()))} />
        </Page>
      </Frame>
    </Words>
  );
}
