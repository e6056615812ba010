// A room: who may enter gets its frame, and in it the view that the address names. What is said joins it in the browser.

// The looks of highlighted passages, which no class name can carry, come with every page of a room.
import '#components/reading-room/highlights/highlights.css';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { KeepOffline } from '#components/offline/keep-offline.tsx';
import { RoomFrame } from '#components/room/frame/room-frame.tsx';
import { BarredPage } from '#components/ui/page/barred-page.tsx';
import { buildMark } from '#lib/data/build-mark.ts';
import { getTranslations, Words } from '../../words.tsx';
import { infoOf, visitOf } from './visit.ts';

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const visit = await visitOf((await params).id);
  if (visit?.entered.ok) return { title: visit.entered.access.room.title };
  const t = await getTranslations('room');
  return { title: t('discussion') };
}

export default async function RoomLayout({ params, children }: Props) {
  const { id } = await params;
  const visit = await visitOf(id);
  if (!visit) redirect(`/sign-in?next=${encodeURIComponent(`/rooms/${id}`)}`);
  if (!visit.entered.ok)
    return <BarredPage t={await getTranslations('ui.barred')} reason={visit.entered.reason} />;
  const account = visit.identity.accountId;
  const build = buildMark();
  // The key: another room is another frame, with its own connection and drafts.
  return (
    // What every view of a room shares; a view's page adds its own.
    <Words areas={['room', 'thread', 'round', 'exchange']}>
      {/* Tells the service worker that this is a room's own page, whose, and of which build; a barred page has none. */}
      {build && <meta name="offline-copy" content={`${account} ${build}`} />}
      <KeepOffline account={account} build={build} />
      <RoomFrame key={id} info={await infoOf(visit.entered.access, visit.identity)}>
        {children}
      </RoomFrame>
    </Words>
  );
}
