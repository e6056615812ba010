// Someone for the process itself to write as, where no request brings one: the sample's people, and the operator who
// opens an archive. A session is made for it and ended after; the words go by writer.ts like any other.

import type { AccountId, RoomId } from '#lib/data/ids.ts';
import { type Identity, identifySession, startSession } from '#lib/data/people/identity.ts';
import { writeRecords } from '#lib/data/readings/writing.ts';
import { enterRoom } from '#lib/data/spaces/access.ts';
import { all, database } from '#lib/data/store/database.ts';
import type { CounterpointRecord, ParticipantId, RecordId } from '#lib/model/record.ts';

export type InsideAuthor = {
  participant: ParticipantId;
  /** Resolves once the record is on disk; throws when the gate refuses it. */
  put(id: RecordId, value: CounterpointRecord): Promise<void>;
  /** The same for many: they share commits, and are taken or refused a few hundred at a time. */
  putAll(records: readonly (readonly [RecordId, CounterpointRecord])[]): Promise<void>;
  /** Ends the session that the author wrote under. */
  leave(): Promise<void>;
};

/** Opens a room as the given account. */
export async function authorIn(accountId: AccountId, roomId: RoomId): Promise<InsideAuthor> {
  const { identity, end } = await insideIdentity(accountId);
  const entered = await enterRoom(identity, roomId);
  if (!entered.ok) throw new Error('this account may not enter the room it is to write in');
  const { access } = entered;
  const { participant } = access;
  const putAll: InsideAuthor['putAll'] = async (records) => {
    const writings = records.map(([id, value]) => ({ participant, id, value }));
    const outcome = await writeRecords(identity, access, writings);
    if (!outcome.ok) throw new Error(`what was said was not written: ${JSON.stringify(outcome)}`);
  };
  return {
    participant,
    put: (id, value) => putAll([[id, value]]),
    putAll,
    leave: end,
  };
}

/** An account as an identity by a session whose cookie nobody is ever given; `end` revokes it. */
export async function insideIdentity(
  accountId: AccountId,
): Promise<{ identity: Identity; end(): Promise<void> }> {
  const sessionId = await database().write(() => startSession(accountId, null));
  const identity = await identifySession(sessionId);
  if (!identity) throw new Error('a session that was just made is not good');
  const end = async () => {
    const revoked_at = new Date().toISOString();
    const { build } = database();
    await database().write(() =>
      all(build.updateTable('session').set({ revoked_at }).where('id', '=', sessionId)),
    );
  };
  return { identity, end };
}
