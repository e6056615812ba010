'use client';
// The frame of a room: the only part that connects. It gives the views below it the scene, the text and the records;
// what is done with them is theirs. It stays while one goes from view to view.

import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useForgottenRoom } from '#components/offline/keep-offline.tsx';
import { useManners } from '#components/ui/device/manners.tsx';
import spoken from '#components/ui/spoken.module.css';
import { showsCards, showsStanding } from '#lib/model/room-shows.ts';
import { revised, revisionsOf } from '#lib/model/round/revision.ts';
import { placesOf } from '#lib/model/text/segment.ts';
import { deviceStorage, openDrafts } from '#lib/sync/device/drafts.ts';
import { GoneNotice, NotConnectedNotice } from '../bar/gone-notice.tsx';
import { NewVersion } from '../bar/new-version.tsx';
import { RoomBar } from '../bar/room-bar.tsx';
import { useAudience } from '../compose/audience.ts';
import { RefusedDrafts } from '../compose/refused-drafts.tsx';
import { useCarriedDrafts } from '../compose/use-carried-drafts.ts';
import { FollowStrip } from '../follow/follow-strip.tsx';
import { useFollowing } from '../follow/use-following.ts';
import { useAnnouncements } from '../live/use-announcements.ts';
import { useClosed } from '../live/use-closed.ts';
import { useMappings } from '../live/use-mappings.ts';
import { useNewDates } from '../live/use-new-dates.ts';
import { useRoom } from '../live/use-room.ts';
import { useRoster } from '../live/use-roster.ts';
import { useUnloadGuard } from '../live/use-unload-guard.ts';
import { actsOf } from '../scene/acts.ts';
import { PassagesContext, passagesIn } from '../scene/passages.ts';
import { type Scene, SceneContext } from '../scene/scene.ts';

import { StandingsContext, useStandingsOf } from '../scene/standings.ts';

import { Wayfinding } from '../way/wayfinding.tsx';

import styles from './frame.module.css';
import { type OpenRoom, OpenRoomContext } from './open-room.ts';
import type { RoomInfo } from './room-info.ts';
import { AttentionContext, useAttending } from './use-attention.ts';
import { useDiscussion } from './use-discussion.ts';
import { linkTo } from './use-link.ts';
import { useLocks } from './use-locks.ts';
import { useOwnWords } from './use-own-words.ts';
import { useHeldReadings, useReading } from './use-reading.ts';
import { useUnread } from './use-unread.ts';

export function RoomFrame({ info, children }: { info: RoomInfo; children: ReactNode }) {
  const { room, readings, me } = info;
  const inView = useReading(readings, `/rooms/${room.id}`);
  const { reading, href: textHref, show: showReading } = inView;
  const { announcements: wanted, invisible } = useManners();
  const { state, client, connection } = useRoom(
    { room: room.id, participant: me.participantId, role: me.role, side: me.side },
    info.entries,
    invisible,
  );
  const roster = useRoster(room, info.people, state.rosterVersion);
  const { people, terms, visibility, settings } = roster;
  const newest = roster.readings?.find(({ id }) => id === reading.id)?.edition;
  const seat = people.get(me.participantId) ?? me;
  const hasClosed = useClosed(roster.closing, client, room.isClosed);
  const isClosed = hasClosed || state.gone === 'no-such-room';
  const group = room.title === readings[0]?.title ? null : room.title;
  const [drafts] = useState(() => openDrafts(room.id, me.participantId, deviceStorage()));
  const [attention, attend] = useAttending();
  const acts = useMemo(() => actsOf(connection.client, me.participantId), [connection, me.participantId]);
  const places = useMemo(() => placesOf(reading.blocks), [reading]);
  const ownWords = useOwnWords(state.privateEntries);
  const mappings = useMappings(readings, state.entries, ownWords);
  const texts = useMemo(() => passagesIn(readings, mappings), [readings, mappings]);
  const passages = texts.get(reading.id);
  if (!passages) throw new Error('the reading in view is none of the room’s');
  useHeldReadings(readings, roster.readings);
  const takesCards = showsCards(room.kind, settings);
  const held = useMemo(() => readings.map(({ id }) => id), [readings]);
  const { threads, discussion } = useDiscussion({ ...state, privateEntries: ownWords }, passages, places);
  const locks = useLocks(state.entries);
  const audience = useAudience(group, visibility, me.pseudonym);
  const isLasting = state.save.kind !== 'offline' || state.save.isLasting;
  const revisions = useMemo(() => revisionsOf(state.sideEntries.values()), [state.sideEntries]);
  // Not among what the scene is made from: else every note would change it for everyone.
  const entriesNow = useRef(state.entries);
  entriesNow.current = state.entries;
  const scene = useMemo<Scene>(
    () => ({
      me: { participant: me.participantId, role: state.role, side: state.side, part: seat.part },
      people,
      room: {
        kind: 'room',
        closed: isClosed,
        locks,
        stage: settings.round?.stage,
        takesCards,
        isOfAssignment: room.terms !== null,
        readings: held,
      },
      audience,
      groups: me.groups,
      isLasting,
      acts,
      drafts,
      side: state.side,
      placeOf(ref) {
        // What was prepared and then said stands in both, and is the room's.
        if (entriesNow.current.has(ref)) return 'room';
        if (ownWords.has(ref)) return 'private';
        return state.sideEntries.has(ref) ? 'side' : 'room';
      },
      revised: (entry) => revised(entry, revisions.get(entry.ref), (id) => people.get(id)?.side),
      addressOf: linkTo,
    }),
    [
      me.participantId,
      state.role,
      ownWords,
      state.sideEntries,
      revisions,
      state.side,
      seat.part,
      settings.round?.stage,
      takesCards,
      room.terms,
      me.groups,
      held,
      people,
      audience,
      isClosed,
      locks,
      isLasting,
      acts,
      drafts,
    ],
  );
  const standings = useStandingsOf(state.entries, showsStanding(room.kind, roster.settings));
  const unread = useUnread({
    threads,
    own: state.privateEntries,
    me: me.participantId,
    open: attention.active ? discussion.posts.get(attention.active)?.thread : undefined,
    isReady: state.firstSync === 'synced',
    acts,
  });
  const announcement = useAnnouncements(threads, people, me.participantId, state.phase === 'ready', wanted);
  const follow = useFollowing(state.presence, people, me.participantId);
  useNewDates(terms);
  useUnloadGuard(client);
  useForgottenRoom(room.id, state.gone);
  useCarriedDrafts(drafts, passages);

  const open = useMemo<OpenRoom>(
    () => ({
      ...{
        info,
        reading,
        textHref,
        showReading,
        state,
        client,
        settings,
        terms,
        places,
        threads,
        discussion,
      },
      ...{ unread, follow, attend },
    }),
    [
      info,
      reading,
      textHref,
      showReading,
      state,
      client,
      settings,
      terms,
      places,
      threads,
      discussion,
      unread,
      follow,
      attend,
    ],
  );

  return (
    <SceneContext value={scene}>
      <PassagesContext value={passages}>
        <OpenRoomContext value={open}>
          <StandingsContext value={standings}>
            <AttentionContext value={attention}>
              <RoomBar isClosed={isClosed} people={people} />
              {state.gone && (
                <div className={styles.gone}>
                  <GoneNotice gone={state.gone} room={room.id} />
                </div>
              )}
              {state.save.kind === 'not-connected' && (
                <div className={styles.gone}>
                  <NotConnectedNotice onRetry={connection.retry} />
                </div>
              )}
              <NewVersion shown={reading.number} newest={newest ?? null} />
              {children}
              <FollowStrip follow={follow} people={people} />
              <Wayfinding />
              <RefusedDrafts />
              <p className={spoken.only} role="status" data-named-reading={inView.named}>
                {announcement}
              </p>
            </AttentionContext>
          </StandingsContext>
        </OpenRoomContext>
      </PassagesContext>
    </SceneContext>
  );
}
