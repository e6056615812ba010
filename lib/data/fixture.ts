// For tests beside this folder's files and the routes': an empty data folder of its own, and people to fill it with.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { roomDocument } from '#lib/model/document.ts';
import { type CounterpointRecord, type Ref, refOf } from '#lib/model/record.ts';
import type { ReadingText } from '#lib/model/text/text.ts';
import { type AssignmentForm, makeAssignment } from './classes/assignments.ts';
import type { AccountId, RoomId } from './ids.ts';
import { addUser, type Caller } from './people/accounts.ts';
import { type Identity, identifySession, startSession } from './people/identity.ts';
import { forgetLimits } from './rate-limits.ts';
import { keepReading } from './readings/readings.ts';
import { makeRoom, type RoomForm } from './readings/rooms.ts';
import { parseSettings, replaceSettings, settings } from './settings.ts';
import { enterSpace, type RoomAccess, type SpaceAccess } from './spaces/access.ts';
import { makeSpace } from './spaces/spaces.ts';
import { all, database, first, replaceDatabase } from './store/database.ts';
import { openSqlite } from './store/sqlite.ts';

export const goodPassword = 'correct horse battery';

const made: string[] = [];
process.once('exit', () => {
  for (const dataDir of made) rmSync(dataDir, { recursive: true, force: true });
});

/** Makes an empty data folder and puts it, with the given environment, in the place of the process's own. */
export function makeFreshFolder(env: Record<string, string> = {}): void {
  const dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-'));
  made.push(dataDir);
  replaceSettings(parseSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env }));
  forgetLimits();
}

/** The same, and opens the empty database of that folder. */
export function openFreshData(env: Record<string, string> = {}) {
  makeFreshFolder(env);
  const db = openSqlite(settings().dataDir);
  replaceDatabase(db);
  return db;
}

/** A member account with this name, signed in. */
export async function makeMember(name: string): Promise<Identity> {
  const email = `${name.toLowerCase()}@example.org`;
  const added = await addUser({ name, email, password: goodPassword });
  if (!added.ok) throw new Error(added.reason);
  return identityFor(added.accountId);
}

/** A fresh session of an account, as an identity. */
export async function identityFor(accountId: AccountId): Promise<Identity> {
  const id = await database().write(() => startSession(accountId, 'test'));
  const identity = await identifySession(id);
  if (!identity) throw new Error('a session that was just made is not good');
  return identity;
}

/** A request by nobody yet, from one address. */
export function stranger(): Caller {
  return { identity: null, address: '192.0.2.1', userAgent: 'test' };
}

export const aText: ReadingText = {
  title: 'On ferries',
  byline: 'By a Passenger',
  blocks: [
    { id: 'b1', type: 'paragraph', text: 'A ferry is slower than a bridge.' },
    { id: 'b2', type: 'paragraph', text: 'It is also kinder to a harbour.' },
  ],
};

/** A new course of this member's. */
export async function makeCourse(owner: Identity, name = 'Rhetoric'): Promise<SpaceAccess> {
  const made = await makeSpace(owner, { name, kind: 'course' });
  const access = made.ok ? await enterSpace(owner, made.id) : null;
  if (!access) throw new Error('the space was not made');
  return access;
}

/** An assignment on a text of its own: without dates, one note and one reply asked, open, by name, a room a group. */
export async function assign(
  space: SpaceAccess,
  change: Partial<AssignmentForm> = {},
): Promise<Extract<Awaited<ReturnType<typeof makeAssignment>>, { ok: true }>> {
  const kept = await keepReading(space, aText);
  if (!kept.ok) throw new Error(kept.reason);
  const made = await makeAssignment(space, {
    readingId: kept.reading.id,
    title: 'On ferries',
    prompt: '',
    timeZone: 'UTC',
    notesDueAt: null,
    repliesDueAt: null,
    closesAt: null,
    requiredNotes: 1,
    requiredReplies: 1,
    visibility: { kind: 'open' },
    names: 'named',
    columnTitle: 'Ferries',
    rooms: 'groups',
    ...change,
  });
  if (!made.ok) throw new Error(made.reason);
  return made;
}

/** A room on a new reading, in a space of the owner's: the given one or a new one. */
export async function makeRoomIn(
  owner: Identity,
  given?: SpaceAccess,
  form: Partial<RoomForm> = {},
): Promise<{ roomId: RoomId; space: SpaceAccess }> {
  const space = given ?? (await makeCourse(owner));
  const kept = await keepReading(space, aText);
  if (!kept.ok) throw new Error(kept.reason);
  const room = await makeRoom(space, { readingId: kept.reading.id, ...form });
  if (!room.ok) throw new Error(room.reason);
  return { roomId: room.id, space };
}

/** Writes a record's row as the log does, one second of 2030 after the other; null is a deletion. */
export async function sayIn(
  access: RoomAccess,
  id: string,
  value: CounterpointRecord | null,
  document = roomDocument(access.room.id),
): Promise<Ref> {
  const ref = refOf(access.participant, id);
  const { build, write } = database();
  await write(function* () {
    const last = yield* first(build.selectFrom('record').select((eb) => eb.fn.max('seq').as('seq')));
    const seq = Number(last?.seq ?? 0) + 1;
    const at = new Date(Date.UTC(2030, 0, 1, 0, 0, seq)).toISOString();
    yield* all(
      build.insertInto('record').values({
        document,
        ref,
        participant_id: access.participant,
        record_id: id,
        value: value && JSON.stringify(value),
        seq,
        created_seq: seq,
        created_at: at,
        accepted_at: at,
      }),
    );
  });
  return ref;
}
