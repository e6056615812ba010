// Lets the process itself write records as a participant, through the same gate as everyone: for the sample debate.
// There is no second way to write a record.

import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { AccountId, RoomId } from '#lib/data/ids.ts';
import { identifySession, startSession } from '#lib/data/people/identity.ts';
import { enterRoom } from '#lib/data/spaces/access.ts';
import { all, database } from '#lib/data/store/database.ts';
import { roomDocument } from '#lib/model/document.ts';
import type { CounterpointRecord, ParticipantId, RecordId } from '#lib/model/record.ts';
import { putRecord } from '#lib/sync/layers.ts';
import { syncMessage } from '#lib/sync/protocol.ts';
import { Connection, standingOf } from '../door/connection.ts';
import type { Rooms } from './rooms.ts';

export type InsideAuthor = {
  participant: ParticipantId;
  /** Resolves once the record is on disk; throws when the gate refuses it. */
  put(id: RecordId, value: CounterpointRecord): Promise<void>;
  /** Ends the session that the author wrote under. */
  leave(): Promise<void>;
};

/** Opens a room as the given account. */
export async function authorIn(rooms: Rooms, accountId: AccountId, roomId: RoomId): Promise<InsideAuthor> {
  const sessionId = await database().write(() => startSession(accountId, null));
  const identity = await identifySession(sessionId);
  const entered = identity && (await enterRoom(identity, roomId));
  if (!identity || !entered?.ok) throw new Error('this account may not enter the room it is to write in');
  const { access } = entered;
  const room = await rooms.open(roomDocument(roomId), { kind: 'room', room: roomId });
  if (!room) throw new Error('the room does not load');
  const closed: { reason?: string } = {};
  const connection = new Connection(deafSocket(closed), identity, access.participant, standingOf(access));
  const doc = new Y.Doc();
  return {
    participant: access.participant,
    async put(id, value) {
      const before = Y.encodeStateVector(doc);
      putRecord(doc, access.participant, id, value);
      room.take(connection, syncMessage.update, Y.encodeStateAsUpdate(doc, before));
      await rooms.committer.settle();
      if (!connection.isOpen) throw new Error(`the gate refused ${id}: ${closed.reason}`);
    },
    async leave() {
      connection.isOpen = false;
      doc.destroy();
      const { build } = database();
      await database().write(() =>
        all(
          build
            .updateTable('session')
            .set({ revoked_at: new Date().toISOString() })
            .where('id', '=', sessionId),
        ),
      );
    },
  };
}

/** A socket that leads nowhere: an inside author needs no answers, only to hear why it was closed. */
function deafSocket(closed: { reason?: string }): WebSocket {
  const socket = {
    OPEN: 1,
    readyState: 1,
    bufferedAmount: 0,
    send() {},
    close(_code: number, reason: string) {
      closed.reason = reason;
    },
    terminate() {},
    once() {},
  };
  return socket as unknown as WebSocket;
}
