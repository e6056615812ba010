// An instructor's own notes in the discussions of a course's assignments, on their way into the rooms of its copy. They are
// read as that instructor reads the room, and written as that instructor would write them: by the gate.

import { notesToTake } from '#lib/model/classes/new-term.ts';
import { renamed } from '#lib/model/imported.ts';
import { type ParticipantId, type Point, partsOf, type Ref } from '#lib/model/record.ts';
import type { RoomId, SpaceId } from '../ids.ts';
import type { Identity } from '../people/identity.ts';
import { recordsOf } from '../readings/rooms.ts';
import { type WriteRefusal, type Writing, writeRecords } from '../readings/writing.ts';
import { enterRoom, type SpaceAccess } from '../spaces/access.ts';
import { database } from '../store/database.ts';

/** What someone takes along from one room of an assignment, and who they are in it. */
export type OwnNotes = {
  roomId: RoomId;
  assignmentId: string;
  participant: ParticipantId;
  notes: { ref: Ref; value: Point }[];
};

/** One's own notes in every room of the course's assignments in which one has a place. */
export async function ownNotesIn(identity: Identity, access: SpaceAccess): Promise<OwnNotes[]> {
  const rows = await database()
    .read.selectFrom('participant')
    .innerJoin('room', 'room.id', 'participant.room_id')
    .innerJoin('assignment', 'assignment.id', 'room.assignment_id')
    .select(['room.id as roomId', 'assignment.id as assignmentId'])
    .where('room.space_id', '=', access.space.id)
    .where('assignment.archived_at', 'is', null)
    .where('participant.account_id', '=', identity.accountId)
    .execute();
  const found: OwnNotes[] = [];
  for (const { roomId, assignmentId } of rows) {
    const entered = await enterRoom(identity, roomId);
    if (!entered.ok) continue;
    const { participant } = entered.access;
    const notes = notesToTake(await recordsOf(entered.access), participant);
    if (notes.length > 0) found.push({ roomId, assignmentId, participant, notes });
  }
  return found;
}

/** How many notes these are to whoever wrote them: what is for all groups stands in each room, and is one. */
export function countOf(own: readonly OwnNotes[]): number {
  const said = own.flatMap(({ assignmentId, roomId, notes }) =>
    notes.map(({ ref, value }) => `${value.forAll ? assignmentId : roomId} ${partsOf(ref).id}`),
  );
  return new Set(said).size;
}

/** The new names of what notes speak of: rooms, readings and editions of the old course. */
export type NewNames = ReadonlyMap<string, string>;

/** Writes the notes of one old room into its copy, on one's own layer there. */
export async function writeOwnNotes(
  identity: Identity,
  { roomId, participant, notes }: OwnNotes,
  names: NewNames,
  spaceId: SpaceId,
): Promise<{ ok: true; written: number } | WriteRefusal> {
  const entered = await enterRoom(identity, names.get(roomId) ?? '');
  if (!entered.ok || entered.access.room.spaceId !== spaceId) return { ok: false, reason: 'interrupted' };
  const { access } = entered;
  const known = new Map([...names, [participant, access.participant]]);
  const writings = notes.map(
    ({ ref, value }): Writing => ({
      participant: access.participant,
      id: partsOf(ref).id,
      value: renamed(value, known) as Point,
    }),
  );
  return writeRecords(identity, access, writings);
}
