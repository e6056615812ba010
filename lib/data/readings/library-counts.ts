// How much goes on in the rooms of a library, as far as its viewer may know it: who is still blind in a room (AUTH3) learns
// from no count and no time whether a peer has written.

import { setImmediate } from 'node:timers/promises';
import { roomDocument } from '#lib/model/document.ts';
import type { Role } from '#lib/model/permission.ts';
import { keptRecord, type ParticipantId } from '#lib/model/record.ts';
import { hasSight, isVisibleTo, type VisibilityRule } from '#lib/model/visibility.ts';
import type { RoomId } from '../ids.ts';
import { rolesIn } from '../spaces/participants.ts';
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
    const said = new Map((await saidIn(some.filter((room) => !blind.has(room)))).map(entryOf));
    for (const room of some)
      counts.set(room.id, {
        participants: people.get(room.id) ?? 0,
        ...(blind.has(room) ? await visiblySaidIn(room) : (said.get(roomDocument(room.id)) ?? nothing)),
      });
    await setImmediate();
  }
  return counts;
}

const nothing = { points: 0, lastActivityAt: null };

/** The rooms in which the viewer sees no peer yet. What they have said is only looked at where it may count. */
async function blindIn(rooms: readonly Viewed[], nowIso: string): Promise<Set<Viewed>> {
  const blind = new Set<Viewed>();
  for (const room of rooms) {
    if (hasSight(room, room.visibility, [], nowIso)) continue;
    const own = room.visibility.kind === 'after-own-notes' ? await ownIn(room) : [];
    if (!hasSight(room, room.visibility, own, nowIso)) blind.add(room);
  }
  return blind;
}

async function ownIn({ id, participant }: Viewed) {
  if (participant === null) return [];
  const rows = await database()
    .read.selectFrom('record')
    .select('value')
    .where('document', '=', roomDocument(id))
    .where('participant_id', '=', participant)
    .where('value', 'is not', null)
    .execute();
  return rows.map(({ value }) => keptRecord(value ?? 'null'));
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

function saidIn(rooms: readonly Viewed[], layers: readonly ParticipantId[] | null = null) {
  return database()
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
}

/** What is said on the layers that are seen without sight. */
async function visiblySaidIn(room: Viewed): Promise<Omit<Counts, 'participants'>> {
  const viewer = { participant: room.participant ?? '', hasSight: false };
  const layers = [...(await rolesIn(room.id))].flatMap(([participant, role]) =>
    isVisibleTo(viewer, { participant, role }) ? [participant] : [],
  );
  if (layers.length === 0) return nothing;
  const [row] = await saidIn([room], layers);
  return row ? entryOf(row)[1] : nothing;
}

function entryOf(row: { document: string; points: unknown; lastActivityAt: string }) {
  return [row.document, { points: Number(row.points), lastActivityAt: row.lastActivityAt }] as const;
}

/** Postgres takes no empty list after `in`; no id is empty. */
function idsOf(rooms: readonly Viewed[]): RoomId[] {
  return rooms.length > 0 ? rooms.map(({ id }) => id) : [''];
}
