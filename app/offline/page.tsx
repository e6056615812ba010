// What the service worker shows for an address that is not kept on this device while the server cannot be reached. It holds
// nothing of anyone's, and is shown under whatever address was asked for.

import type { Metadata } from 'next';
import { KeptRooms } from '#components/offline/kept-rooms.tsx';
import { TryAgain } from '#components/offline/try-again.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';
import { getTranslations, Words } from '../words.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('room.offline');
  return { title: t('title') };
}

export default async function OfflinePage() {
  const t = await getTranslations('room.offline');
  return (
    <Words areas={['room']}>
      <TopBar />
      <Page width="form">
        <PageHead title={t('heading')} under={t('text')} />
        <TryAgain />
        <KeptRooms />
      </Page>
    </Words>
  );
}
