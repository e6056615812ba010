// How much goes on in the rooms of a library, as far as its viewer may know it: who is still blind in a room (AUTH3) learns
// from no count and no time whether a peer has written.

import { setImmediate } from 'node:timers/promises';
import { roomDocument } from '#lib/model/document.ts';
import type { Role } from '#lib/model/permission.ts';
import { type CounterpointRecord, keptRecord, type ParticipantId } from '#lib/model/record.ts';
import { hasSight, isVisibleTo, type VisibilityRule } from '#lib/model/visibility.ts';
import type { RoomId } from '../ids.ts';
import { rolesInRooms } from '../spaces/participants.ts';
import { database } from '../store/database.ts';

/** A room as its viewer stands in it; without a participant they have not been there yet. */
export type Viewed = {
  id: RoomId;
  visibility: VisibilityRule;
  participant: ParticipantId | null;
  role: Role;
  sightedAt: string | null;
};

export type Counts = {
  participants: number;
  /** Points that stand, of layers that the viewer sees. */
  points: number;
  /** When something was last said on those; null for never. */
  lastActivityAt: string | null;
};

/** How many rooms are counted before others get their turn: the database answers on the thread that serves everyone. */
const roomsPerTurn = 50;

/** What goes on in these rooms, for one viewer. */
export async function countsIn(rooms: readonly Viewed[]): Promise<Map<RoomId, Counts>> {
  const counts = new Map<RoomId, Counts>();
  const nowIso = new Date().toISOString();
  for (let at = 0; at < rooms.length; at += roomsPerTurn) {
    const some = rooms.slice(at, at + roomsPerTurn);
    const blind = await blindIn(some, nowIso);
    const people = new Map((await peopleIn(some)).map((row) => [row.room_id, Number(row.participants)]));
    const said = new Map([
      ...(await saidIn(some.filter((room) => !blind.has(room)))),
      ...(await visiblySaidIn([...blind])),
    ]);
    for (const { id } of some)
      counts.set(id, { participants: people.get(id) ?? 0, ...(said.get(roomDocument(id)) ?? nothing) });
    await setImmediate();
  }
  return counts;
}

const nothing = { points: 0, lastActivityAt: null };

/** The rooms in which the viewer sees no peer yet. What they have said is only looked at where it may count. */
async function blindIn(rooms: readonly Viewed[], nowIso: string): Promise<Set<Viewed>> {
  const unsighted = rooms.filter((room) => !hasSight(room, room.visibility, [], nowIso));
  const said = await ownIn(unsighted.filter(({ visibility }) => visibility.kind === 'after-own-notes'));
  return new Set(
    unsighted.filter((room) => {
      const own = said.get(roomDocument(room.id)) ?? [];
      return !hasSight(room, room.visibility, own, nowIso);
    }),
  );
}

/** What the viewer has said in each of these rooms: a participant is of one room alone. */
async function ownIn(rooms: readonly Viewed[]): Promise<Map<string, CounterpointRecord[]>> {
  const participants = rooms.flatMap(({ participant }) => participant ?? []);
  // Postgres takes no empty list after `in`.
  if (participants.length === 0) return new Map();
  const rows = await database()
    .read.selectFrom('record')
    .select(['document', 'value'])
    .where('document', 'in', idsOf(rooms).map(roomDocument))
    .where('participant_id', 'in', participants)
    .where('value', 'is not', null)
    .execute();
  const said = Map.groupBy(rows, ({ document }) => document);
  return new Map(
    [...said].map(([name, some]) => [name, some.map(({ value }) => keptRecord(value ?? 'null'))]),
  );
}

function peopleIn(rooms: readonly Viewed[]) {
  return database()
    .read.selectFrom('participant')
    .select((eb) => ['room_id', eb.fn.countAll().as('participants')])
    .where('room_id', 'in', idsOf(rooms))
    .where('removed_at', 'is', null)
    .groupBy('room_id')
    .execute();
}

/** What stands in each of these rooms by its document: of everyone, or of these layers. */
async function saidIn(rooms: readonly Viewed[], layers: readonly ParticipantId[] | null = null) {
  const rows = await database()
    .read.selectFrom('record')
    .select((eb) => {
      // Inside a JSON string a quote is escaped, so these texts stand only where the record itself says so.
      const isPoint = eb('value', 'like', '%"type":"point"%');
      const stands = eb('value', 'not like', '%"withdrawn":true%');
      const counted = eb
        .case()
        .when(eb.and([isPoint, stands]))
        .then(1)
        .end();
      return ['document', eb.fn.count(counted).as('points'), eb.fn.max('accepted_at').as('lastActivityAt')];
    })
    .where('document', 'in', idsOf(rooms).map(roomDocument))
    .$if(layers !== null, (query) => query.where('participant_id', 'in', layers ?? []))
    .groupBy('document')
    .execute();
  return rows.map(
    ({ document, points, lastActivityAt }) => [document, { points: Number(points), lastActivityAt }] as const,
  );
}

/** What is said on the layers that are seen without sight. */
async function visiblySaidIn(rooms: readonly Viewed[]) {
  const roles = await rolesInRooms(rooms.map(({ id }) => id));
  const layers = rooms.flatMap((room) => {
    const viewer = { participant: room.participant ?? '', hasSight: false };
    return [...(roles.get(room.id) ?? [])].flatMap(([participant, role]) =>
      isVisibleTo(viewer, { participant, role }) ? [participant] : [],
    );
  });
  return layers.length === 0 ? [] : saidIn(rooms, layers);
}

/** Postgres takes no empty list after `in`; no id is empty. */
function idsOf(rooms: readonly Viewed[]): RoomId[] {
  return rooms.length > 0 ? rooms.map(({ id }) => id) : [''];
}
