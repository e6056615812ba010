// What the service worker shows for an address that is not kept on this device while the server cannot be reached. It holds
// nothing of anyone's, and is shown under whatever address was asked for.

import type { Metadata } from 'next';
import { KeptRooms } from '#components/offline/kept-rooms.tsx';
import { TryAgain } from '#components/offline/try-again.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';

export const metadata: Metadata = { title: 'No connection' };

export default function OfflinePage() {
  return (
    <>
      <TopBar />
      <Page width="form">
        <PageHead
          title="No connection, and this page is not kept here"
          under="The server cannot be reached, and this page was not opened on this device before. What you wrote in discussions is safe: it stays on this device and is sent when you open them online again."
        />
        <TryAgain />
        <KeptRooms />
      </Page>
    </>
  );
}
