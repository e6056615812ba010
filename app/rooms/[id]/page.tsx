// A reading room: who may enter gets its text at once, rendered here; the discussion joins it in the browser.

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { currentIdentity } from '#app/identity.ts';
import { RoomFrame } from '#components/reading-room/room-frame.tsx';
import type { RoomInfo } from '#components/reading-room/room-info.ts';
import { BarredPage } from '#components/ui/barred-page.tsx';
import type { Identity } from '#lib/data/people/identity.ts';
import { participantsOf, recordsOf, roomView } from '#lib/data/readings/rooms.ts';
import { enterRoom, type RoomAccess } from '#lib/data/spaces/access.ts';

type Props = { params: Promise<{ id: string }> };

/** Once for the page and its title, however many ask. */
const entering = cache(async (id: string) => {
  const identity = await currentIdentity();
  return identity && { identity, entered: await enterRoom(identity, id) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const visit = await entering((await params).id);
  return { title: visit?.entered.ok ? visit.entered.access.room.title : 'Discussion' };
}

export default async function RoomPage({ params }: Props) {
  const { id } = await params;
  const visit = await entering(id);
  if (!visit) redirect(`/sign-in?next=${encodeURIComponent(`/rooms/${id}`)}`);
  if (!visit.entered.ok) return <BarredPage reason={visit.entered.reason} />;
  // The key: another room is another frame, with its own connection and drafts.
  return <RoomFrame key={id} info={await infoOf(visit.entered.access, visit.identity)} />;
}

async function infoOf(access: RoomAccess, identity: Identity): Promise<RoomInfo> {
  const [view, people, records] = await Promise.all([
    roomView(access),
    participantsOf(access),
    recordsOf(access),
  ]);
  const { room, reading, me } = view;
  const { title, standfirst, byline, credit, source } = reading;
  return {
    room: {
      id: room.id,
      title: room.title,
      spaceName: room.spaceName,
      spaceKind: room.spaceKind,
      visibility: room.visibility,
      isClosed: room.closedAt !== null,
    },
    reading: {
      id: reading.id,
      edition: reading.edition,
      blocks: reading.blocks,
      title,
      ...(standfirst ? { standfirst } : {}),
      ...(byline ? { byline } : {}),
      ...(credit ? { credit } : {}),
      ...(source ? { source } : {}),
    },
    me: { ...me, isGuest: identity.kind === 'guest' },
    people,
    entries: records.map(({ ref, participant, id, value, seq, createdAt, acceptedAt }) => ({
      ref,
      participant,
      id,
      value,
      seq,
      createdAt,
      acceptedAt,
    })),
  };
}
