// What every part of the reading room knows without being told by its parent: who I am, who is here, and what I can do.
// The frame provides it; parts read it with useScene and never ask the room client themselves.

import { createContext, useContext } from 'react';
import { type Change, type DocumentState, may, type Verdict, type Writer } from '#lib/model/permission.ts';
import {
  type Entry,
  type Point,
  type Reaction,
  type ReactionKind,
  type RecordId,
  type Ref,
  type Ruling,
  type RulingAct,
  reactionId,
} from '#lib/model/record.ts';
import type { Revised } from '#lib/model/round/revision.ts';
import type { DraftStore } from '#lib/sync/device/drafts.ts';
import { type Place, places } from '#lib/sync/room-state.ts';
import { placingFor, type RoomActs } from './acts.ts';
import type { People } from './people.ts';

export type Scene = {
  me: Writer;
  people: People;
  /** One's team in a round. */
  side: string | null;
  room: DocumentState;
  /** What follows "Seen by" for a note that is shared. */
  audience: string;
  /** How many groups of the assignment one's words for all reach; 0 where one has none. */
  groups: number;
  /** Does what is posted now outlive this tab? Not while offline on a device that keeps nothing. */
  isLasting: boolean;
  acts: RoomActs;
  drafts: DraftStore;
  placeOf(ref: Ref): Place;
  /** A point as one's own side has it: the author's, with what partners made of it. */
  revised(entry: Entry<Point>): Revised;
  /** The address of a point, for sharing. */
  addressOf(ref: Ref): string;
};

export const SceneContext = createContext<Scene | null>(null);

export function useScene(): Scene {
  const scene = useContext(SceneContext);
  if (!scene) throw new Error('a part of the reading room was rendered outside its frame');
  return scene;
}

/** What permission.ts must know of a change: the record that would be written, and over what. */
type Wish = Pick<Change, 'before' | 'after'> & { id?: RecordId };
type Asker = Pick<Scene, 'me' | 'room'>;

/** What the gate would say of this change, were it written there now. Whatever is offered on screen asks this first. */
export function verdictOn({ me, room }: Asker, place: Place, { id = 'new', before, after }: Wish): Verdict {
  const closed = place === 'private' ? false : room.closed;
  const { stage, takesCards, readings } = room;
  const state: DocumentState =
    place === 'room'
      ? room
      : { kind: place, closed, stage, ...(takesCards && { takesCards }), ...(readings && { readings }) };
  return may(me, { id, before, after }, state);
}

/** The time in records that are never written. */
const at = '1970-01-01T00:00:00.000Z';

/** Where I may write a new point, the usual place first. `under` is what it answers. */
export function placesFor(asker: Pick<Scene, 'me' | 'room' | 'side'>, under?: Ref): Place[] {
  const links = under ? { links: [{ to: under, stance: 'asks' as const }] } : {};
  const after: Point = { type: 'point', kind: 'comment', at, ...links };
  return places.filter(
    (place) =>
      (place !== 'side' || asker.side !== null) && verdictOn(asker, place, { before: undefined, after }).ok,
  );
}

/** May I speak to all groups of the assignment? Where there is but one, that is nothing to choose. */
export function maySpeakToAll(asker: Asker & Pick<Scene, 'groups'>): boolean {
  const after: Point = { type: 'point', kind: 'comment', at, forAll: true };
  return asker.groups > 1 && verdictOn(asker, 'room', { before: undefined, after }).ok;
}

/** The wished place where one may write there; else the first where one may, and at last one's own. */
export function placeAmong(open: readonly Place[], wished?: Place): Place {
  return wished && open.includes(wished) ? wished : (open[0] ?? 'private');
}

/** May I change this point's words, or withdraw it? Only its author may, and only while the room takes words. */
export function verdictOnRevising(scene: Asker & Pick<Scene, 'placeOf'>, { ref, id, value }: Entry<Point>) {
  return verdictOn(scene, scene.placeOf(ref), { id, before: value, after: value });
}

/** How I may give this point another passage: as its author, or on my own layer as an instructor. */
export function placingRight(
  scene: Asker & Pick<Scene, 'placeOf'>,
  entry: Entry<Point>,
): 'author' | 'instructor' | null {
  if (entry.participant === scene.me.participant) return verdictOnRevising(scene, entry).ok ? 'author' : null;
  const after = placingFor(entry, null, at);
  if (!after || scene.placeOf(entry.ref) !== 'room') return null;
  return verdictOn(scene, 'room', { before: undefined, after }).ok ? 'instructor' : null;
}

/** May I rule so on this, in the room? */
export function mayRule(asker: Asker, act: RulingAct, of: Ruling['of']): boolean {
  return verdictOn(asker, 'room', { before: undefined, after: { type: 'ruling', act, of, at } }).ok;
}

/** May I give this reaction, or take back the one I gave? */
export function mayReact(asker: Asker, place: Place, kind: ReactionKind, of: Ref, isGiven: boolean): boolean {
  const reaction: Reaction = { type: 'reaction', kind, of };
  const [before, after] = isGiven ? [reaction, undefined] : [undefined, reaction];
  return verdictOn(asker, place, { id: reactionId(kind, of), before, after }).ok;
}
