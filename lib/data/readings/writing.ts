// The port by which a request writes records: what it hands over goes to the same gate and committer as a socket's.
// There is no second way to write a record; the server puts its own in here when it starts (server/inside/writer.ts).

import { mayImportWords } from '#lib/model/imported.ts';
import type { CounterpointRecord, ParticipantId, RecordId } from '#lib/model/record.ts';
import type { RoomId } from '../ids.ts';
import type { Identity } from '../people/identity.ts';
import type { RoomAccess } from '../spaces/access.ts';
import { database } from '../store/database.ts';

/** One record as it is to stand on a layer; null takes it away. */
export type Writing = { participant: ParticipantId; id: RecordId; value: CounterpointRecord | null };

export type WriteRefusal =
  | { ok: false; reason: 'refused'; refused: { ref?: string; code: string; detail: string }[] }
  /** The disk takes nothing just now: what was handed over may still be written. */
  | { ok: false; reason: 'held' }
  /** The room is out of service, or was read again from the disk meanwhile: what was handed over may be written in part. */
  | { ok: false; reason: 'interrupted' }
  | { ok: false; reason: 'not-allowed' };

export type WriteOutcome = { ok: true; written: number } | WriteRefusal;

/** What the server provides. */
export type RecordWriter = {
  /** Writes in the given order and answers once all of it is on disk. */
  write(
    identity: Identity,
    room: RoomId,
    own: ParticipantId,
    writings: readonly Writing[],
    progress: WriteProgress,
  ): Promise<WriteOutcome>;
  /** Takes a room's documents out of memory: their rows were changed under them. */
  readAgain(room: RoomId): Promise<void>;
  /** Does some work while these rooms' documents are out of memory and nobody may come in. */
  withClosed<T>(rooms: readonly RoomId[], work: () => Promise<T>): Promise<T>;
};

export type WriteProgress = {
  /** The preparation of this side is written, instead of what the room shares. */
  side?: string;
  /** Told after each part that is on disk, how many are. */
  onWritten?: (count: number) => void;
  /** Stops before the next part; what is written stays. */
  signal?: AbortSignal;
};

/**
 * Writes records in a room: on one's own layer, or, for who may bring words in, on those of the imported. Each change
 * is judged by the gate as if a browser had sent it, and is on disk before this resolves with `ok`.
 */
export async function writeRecords(
  identity: Identity,
  access: RoomAccess,
  writings: readonly Writing[],
  progress: WriteProgress = {},
): Promise<WriteOutcome> {
  const others = new Set(writings.map(({ participant }) => participant));
  others.delete(access.participant);
  if (others.size > 0) {
    const isTheirs = mayImportWords(access.role) && (await areImported(access.room.id, [...others]));
    if (!isTheirs) return { ok: false, reason: 'not-allowed' };
  }
  return recordWriter().write(identity, access.room.id, access.participant, writings, progress);
}

async function areImported(roomId: RoomId, participants: readonly ParticipantId[]): Promise<boolean> {
  const rows = await database()
    .read.selectFrom('participant')
    .innerJoin('account', 'account.id', 'participant.account_id')
    .select('participant.id')
    .where('participant.room_id', '=', roomId)
    .where('account.kind', '=', 'imported')
    .execute();
  const imported = new Set(rows.map(({ id }) => id));
  return participants.every((id) => imported.has(id));
}

const handle = Symbol.for('counterpoint.record-writer');
type Holder = { [handle]?: RecordWriter };

/** The process's own. Throws where none was put in. */
export function recordWriter(): RecordWriter {
  const writer = (globalThis as Holder)[handle];
  if (!writer) throw new Error('a record was to be written in a process without live rooms');
  return writer;
}

/** Puts in the process's writer; it hangs on globalThis as the database does. Undefined takes it away. */
export function replaceRecordWriter(writer: RecordWriter | undefined): void {
  const holder = globalThis as Holder;
  if (writer) holder[handle] = writer;
  else delete holder[handle];
}
