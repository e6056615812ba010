// The room as it is open on this page: what was rendered, what is live, and what is done with it. The frame provides it,
// and every view (text, map, flow, review) reads the same, so that no two of them can disagree.

import { createContext, useContext } from 'react';
import type { Terms } from '#lib/model/classes/assignment.ts';
import type { RoomSettings } from '#lib/model/room-settings.ts';
import type { BlockPlace } from '#lib/model/text/segment.ts';
import type { Thread } from '#lib/model/threads/thread.ts';
import type { RoomClient, RoomState } from '#lib/sync/room-state.ts';
import type { FollowDesk } from '../follow/use-following.ts';
import type { Discussion } from './discussion.ts';
import type { ReadingInfo, RoomInfo } from './room-info.ts';
import type { Move } from './use-attention.ts';
import type { ReadingInView } from './use-reading.ts';
import type { Unread } from './use-unread.ts';

export type OpenRoom = {
  info: RoomInfo;
  /** The one of its readings that is in view. */
  reading: ReadingInfo;
  /** The address of the text with it. */
  textHref: string;
  /** Puts another in view. */
  showReading: ReadingInView['show'];
  state: RoomState;
  /** Null until the room can be written to. */
  client: RoomClient | null;
  /** As they stand now. */
  settings: RoomSettings;
  /** What its assignment asks of this person, as it stands now; null in a room of none. */
  terms: Terms | null;
  /** Where the blocks of the reading in view stand. */
  places: readonly BlockPlace[];
  threads: readonly Thread[];
  discussion: Discussion;
  /** What one has not read yet, by thread. */
  unread: Unread;
  /** Who follows whom in the text. */
  follow: FollowDesk;
  /** Moves what the reader is at (`useAttention`). */
  attend: (move: Move) => void;
};

export const OpenRoomContext = createContext<OpenRoom | null>(null);

export function useOpenRoom(): OpenRoom {
  const room = useContext(OpenRoomContext);
  if (!room) throw new Error('a view of a room was rendered outside its frame');
  return room;
}
