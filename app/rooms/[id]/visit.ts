// Who comes to a room and what its pages are rendered with. Every page below the room asks here for itself: a layout is
// not rendered again when one goes from page to page.

import { cache } from 'react';
import { currentIdentity } from '#app/identity.ts';
import { currentLocale } from '#app/words.tsx';
import type { ReadingInfo, RoomInfo } from '#components/room/frame/room-info.ts';
import { termsFor } from '#lib/data/classes/terms.ts';
import type { Identity } from '#lib/data/people/identity.ts';
import { mappingsTo } from '#lib/data/readings/editions.ts';
import type { Reading } from '#lib/data/readings/readings.ts';
import {
  type KeptRecord,
  type Participant,
  participantsOf,
  recordsOf,
  roomView,
} from '#lib/data/readings/rooms.ts';
import { enterRoom, type RoomAccess } from '#lib/data/spaces/access.ts';
import { isClosed } from '#lib/model/classes/assignment.ts';

/** Of a fuller room the page brings no records: they come by the socket, packed, and once; the text does not wait for them. */
const mostRendered = 1000;

/** Null for who is not signed in. Asked once a request, however many ask. */
export const visitOf = cache(async (id: string) => {
  const identity = await currentIdentity();
  return identity && { identity, entered: await enterRoom(identity, id) };
});

/** The room as this person may see it, as plain values. */
export async function infoOf(access: RoomAccess, identity: Identity): Promise<RoomInfo> {
  const [view, people, records, terms] = await Promise.all([
    roomView(access),
    participantsOf(access, await currentLocale()),
    recordsOf(access),
    termsFor(access),
  ]);
  const { room, readings, me } = view;
  return {
    room: {
      id: room.id,
      title: room.title,
      spaceName: room.spaceName,
      spaceKind: room.spaceKind,
      kind: room.kind,
      visibility: room.visibility,
      settings: room.settings,
      isClosed: isClosed(room, new Date().toISOString()),
      closing: { closedAt: room.closedAt, closesAt: room.closesAt },
      terms,
    },
    readings: await Promise.all(readings.map((one) => readingInfo(one, records, me.mayCorrect))),
    me: { ...me, pseudonym: pseudonymIn(people, me.participantId), isGuest: identity.kind === 'guest' },
    people,
    entries: (records.length > mostRendered ? [] : records).map(
      ({ ref, participant, id, value, seq, createdAt, acceptedAt }) => ({
        ref,
        participant,
        id,
        value,
        seq,
        createdAt,
        acceptedAt,
      }),
    ),
  };
}

async function readingInfo(
  reading: Reading,
  records: readonly KeptRecord[],
  mayCorrect: boolean,
): Promise<ReadingInfo> {
  const { id, edition, number, blocks, title, standfirst, byline, credit, source } = reading;
  return {
    ...{ id, edition, number, blocks, title, mayCorrect },
    mappings: await mappingsTo(reading, records),
    ...(standfirst ? { standfirst } : {}),
    ...(byline ? { byline } : {}),
    ...(credit ? { credit } : {}),
    ...(source ? { source } : {}),
  };
}

function pseudonymIn(people: readonly Participant[], id: string): string | null {
  return people.find((person) => person.id === id)?.pseudonym ?? null;
}
