// Watches the table in which every process announces changes of access, and has the sockets concerned judged again
// (AUTH2): within half a second here, whoever made the change.

import { rolesIn } from '#lib/data/spaces/participants.ts';
import { database, template } from '#lib/data/store/database.ts';
import { logger } from '../logger.ts';
import type { Room } from '../room/room.ts';
import { standingNow } from '../room/standing.ts';
import type { Rooms } from './rooms.ts';

const pollMs = 250;

type Change = {
  id: number;
  account_id: string | null;
  space_id: string | null;
  room_id: string | null;
  kind: 'access' | 'roster';
};

/** Starts watching from now on; gives the way to stop. */
export async function watchAccess(rooms: Rooms): Promise<() => void> {
  let seen = await newestChange();
  let isBusy = false;
  const poll = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      const changes = await changesSince(seen);
      if (changes.length > 0) {
        // Said before anyone is judged by them: who comes in meanwhile is not overlooked.
        for (const { kind, id } of changes) if (kind === 'access') rooms.accessSeen = id;
        await applyChanges(rooms, changes);
        seen = Math.max(...changes.map((change) => change.id));
      }
    } catch (error) {
      // The database may be away for a moment; the same changes are read again at the next turn.
      logger.error({ err: error }, 'changes of access could not be read');
    } finally {
      isBusy = false;
    }
  };
  const timer = setInterval(() => void poll(), pollMs);
  timer.unref();
  return () => clearInterval(timer);
}

const newestOfAll = template((build) =>
  build.selectFrom('access_change').select('id').orderBy('id', 'desc').limit(1),
);

const newestOfKind = template((build, slot: { kind: Change['kind'] }) =>
  build.selectFrom('access_change').select('id').where('kind', '=', slot.kind).orderBy('id', 'desc').limit(1),
);

/** The id of the newest change; of access alone, where only that matters. 0 when there was none. */
export async function newestChange(kind?: Change['kind']): Promise<number> {
  const [row] = await (kind ? newestOfKind.read({ kind }) : newestOfAll.read({}));
  return row?.id ?? 0;
}

async function changesSince(id: number): Promise<Change[]> {
  return database()
    .read.selectFrom('access_change')
    .select(['id', 'account_id', 'space_id', 'room_id', 'kind'])
    .where('id', '>', id)
    .orderBy('id')
    .limit(1000)
    .execute();
}

async function applyChanges(rooms: Rooms, changes: Change[]): Promise<void> {
  // A room that was closed takes again what it is owed.
  if (changes.some(({ kind }) => kind === 'access')) rooms.forAll.look();
  for (const room of [...rooms.all()]) {
    const concerning = changes.filter((change) => concerns(change, room));
    if (concerning.length === 0) continue;
    room.audience.updateRoster(await rolesIn(room.address.room));
    if (concerning.some((change) => change.kind === 'access')) await reviewAll(room);
  }
}

/** Changes name an account, a space or a room; what cannot be told cheaply counts as concerned. */
function concerns(change: Change, room: Room): boolean {
  if (change.room_id !== null) return change.room_id === room.address.room;
  if (change.account_id === null) return true;
  for (const listener of room.audience.listeners) {
    if (listener.identity.accountId === change.account_id) return true;
  }
  return change.kind === 'roster';
}

async function reviewAll(room: Room): Promise<void> {
  const now = new Date();
  await database().write(function* () {
    for (const listener of [...room.audience.listeners]) {
      room.audience.review(listener, yield* standingNow(listener, room.address, now), now.toISOString());
    }
  });
}
