// What every part of the reading room knows without being told by its parent: who I am, who is here, and what I can do.
// The frame provides it; parts read it with useScene and never ask the room client themselves.

import { createContext, useContext } from 'react';
import { type DocumentState, may, type Writer } from '#lib/model/permission.ts';
import type { Entry, Point, Ref } from '#lib/model/record.ts';
import type { DraftStore } from '#lib/sync/drafts.ts';
import type { Place } from '#lib/sync/room-state.ts';
import type { RoomActs } from './acts.ts';
import type { People } from './people.ts';

export type Scene = {
  me: Writer;
  people: People;
  room: DocumentState;
  /** What follows "Seen by" for a note that is shared. */
  audience: string;
  acts: RoomActs;
  drafts: DraftStore;
  placeOf(ref: Ref): Place;
  /** The address of a point, for sharing. */
  addressOf(ref: Ref): string;
};

export const SceneContext = createContext<Scene | null>(null);

export function useScene(): Scene {
  const scene = useContext(SceneContext);
  if (!scene) throw new Error('a part of the reading room was rendered outside its frame');
  return scene;
}

const placeholderPoint: Point = { type: 'point', kind: 'comment', at: '1970-01-01T00:00:00.000Z' };

/** Where I may write a new point, the usual place first. `under` is what it answers. */
export function placesFor({ me, room }: Pick<Scene, 'me' | 'room'>, under?: Ref): Place[] {
  const links = under ? { links: [{ to: under, stance: 'asks' as const }] } : {};
  const change = { id: 'new', before: undefined, after: { ...placeholderPoint, ...links } };
  const isShared = may(me, change, room).ok;
  return isShared ? ['room', 'private'] : ['private'];
}

/** May I change this point's words, or withdraw it? Only its author may, and only while the room takes words. */
export function mayRevise(
  { me, room, placeOf }: Pick<Scene, 'me' | 'room' | 'placeOf'>,
  entry: Entry<Point>,
): boolean {
  if (entry.participant !== me.participant) return false;
  const state: DocumentState = placeOf(entry.ref) === 'private' ? { kind: 'private', closed: false } : room;
  return may(me, { id: entry.id, before: entry.value, after: entry.value }, state).ok;
}
