// The round that a room holds: its format, how far it is, and who sits where. What is said in it and its clocks are
// records; here is only what the gate must know before it takes one.

import { maySetRound } from '#lib/model/permission.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import { parseRoomSettings, type Round } from '#lib/model/room-settings.ts';
import { type FormatChoice, formatOf } from '#lib/model/round/presets.ts';
import { isDebater, type RoundStage, type Seat } from '#lib/model/round/rule.ts';
import type { AccountId, RoomId, SpaceId } from '../ids.ts';
import type { RoomAccess } from '../spaces/access.ts';
import { announce } from '../spaces/access-changes.ts';
import { all, database, first, type Transaction } from '../store/database.ts';

export type RoundChange = {
  format?: FormatChoice | undefined;
  stage?: RoundStage | undefined;
  /** Those who sit elsewhere now; the others keep their seats, as far as the format has them. */
  seats?: readonly ({ participant: ParticipantId } & Seat)[] | undefined;
};

export type RoundRefused = {
  ok: false;
  reason: 'not-allowed' | 'no-round' | 'no-such-side' | 'no-such-member';
};

/**
 * Sets a round up or takes it a step further; the room's sockets are judged again (AUTH2), so that nobody writes
 * from a seat they have no more. The first call with a format makes the round.
 */
export async function changeRound(
  access: RoomAccess,
  change: RoundChange,
): Promise<{ ok: true; round: Round } | RoundRefused> {
  const roomId = access.room.id;
  return database().write(function* () {
    const known = yield* roundIn(roomId);
    if (!maySetRound(access.role, access.part, known?.stage))
      return { ok: false, reason: 'not-allowed' } as const;
    const format = change.format ?? known?.format;
    if (!format) return { ok: false, reason: 'no-round' } as const;
    const round = { format, stage: change.stage ?? known?.stage ?? 'before' };
    const sides = formatOf(format).sides.map(({ id }) => id);
    const seats = change.seats ?? [];
    if (seats.some(({ side }) => side !== null && !sides.includes(side)))
      return { ok: false, reason: 'no-such-side' } as const;
    if (!(yield* areAllHere(roomId, seats))) return { ok: false, reason: 'no-such-member' } as const;
    yield* keepRound(roomId, round);
    for (const seat of seats) yield* seatOne(roomId, seat);
    yield* clearUnknownSides(roomId, sides);
    yield* announce({ kind: 'access', roomId });
    yield* announce({ kind: 'roster', roomId });
    return { ok: true, round } as const;
  });
}

/** Does this account debate in a round of this space that is on? */
export async function debatesIn(spaceId: SpaceId, accountId: AccountId): Promise<boolean> {
  const rows = await database()
    .read.selectFrom('participant')
    .innerJoin('room', 'room.id', 'participant.room_id')
    .select(['participant.side', 'participant.part', 'room.settings'])
    .where('room.space_id', '=', spaceId)
    .where('participant.account_id', '=', accountId)
    .where('participant.removed_at', 'is', null)
    .where('participant.side', 'is not', null)
    .execute();
  return rows.some((row) => isDebater(row) && parseRoomSettings(row.settings).round?.stage === 'on');
}

function* roundIn(roomId: RoomId): Transaction<Round | undefined> {
  const row = yield* first(database().build.selectFrom('room').select('settings').where('id', '=', roomId));
  return parseRoomSettings(row?.settings ?? '{}').round;
}

/** Others may change other settings at once: what stands is read in the transaction that writes. */
function* keepRound(roomId: RoomId, round: Round): Transaction<void> {
  const { build } = database();
  const row = yield* first(build.selectFrom('room').select('settings').where('id', '=', roomId));
  const settings = JSON.stringify({ ...parseRoomSettings(row?.settings ?? '{}'), round });
  yield* all(build.updateTable('room').set({ settings, kind: 'debate' }).where('id', '=', roomId));
}

function* areAllHere(roomId: RoomId, seats: readonly { participant: ParticipantId }[]): Transaction<boolean> {
  const rows = yield* all(
    database().build.selectFrom('participant').select('id').where('room_id', '=', roomId),
  );
  const here = new Set(rows.map(({ id }) => id));
  return seats.every(({ participant }) => here.has(participant));
}

function* seatOne(
  roomId: RoomId,
  { participant, side, part }: { participant: ParticipantId } & Seat,
): Transaction<void> {
  yield* all(
    database()
      .build.updateTable('participant')
      .set({ side, part })
      .where('room_id', '=', roomId)
      .where('id', '=', participant),
  );
}

/** After a change of format: nobody stays on a team that there is no more. */
function* clearUnknownSides(roomId: RoomId, sides: readonly string[]): Transaction<void> {
  yield* all(
    database()
      .build.updateTable('participant')
      .set({ side: null })
      .where('room_id', '=', roomId)
      .where('side', 'not in', sides),
  );
}
