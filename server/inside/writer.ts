// Writes records from inside the process as a socket would: a replica that is let into the room, updates under client ids
// of its own, judged by the gate, and DURABLE awaited. For HTTP requests, imports and the sample.
// There is no second way to write a record.

import { createHmac } from 'node:crypto';
import * as Y from 'yjs';
import type { RoomId } from '#lib/data/ids.ts';
import type { Identity } from '#lib/data/people/identity.ts';
import type { RecordWriter, WriteOutcome, WriteProgress, Writing } from '#lib/data/readings/writing.ts';
import { settings } from '#lib/data/settings.ts';
import { currentAccess } from '#lib/data/spaces/access.ts';
import { database } from '#lib/data/store/database.ts';
import { roomDocument, sideDocument } from '#lib/model/document.ts';
import { type ParticipantId, refOf, sizeOf } from '#lib/model/record.ts';
import { putRecord, removeRecord } from '#lib/sync/layers.ts';
import type { Rooms } from '../live/rooms.ts';
import { Line } from './line.ts';
import { InsideSocket } from './socket.ts';

/** One frame holds at most so much of one author, and one part of a long import at most so many records. */
const frameBytes = 128 * 1024;
const recordsAPart = 200;

/** The writer of a process with these rooms. */
export function insideWriter(rooms: Rooms): RecordWriter {
  // One at a time in a room: two replicas with the same client id would give different words the same clock.
  const lines = new Map<RoomId, Line>();
  const writeInTurn: RecordWriter['write'] = async (identity, room, own, writings, progress) => {
    const line = lines.get(room) ?? new Line(() => lines.delete(room));
    lines.set(room, line);
    const outcome = await line.take((gotOn) => {
      const onWritten = (count: number) => {
        gotOn();
        progress.onWritten?.(count);
      };
      return write(rooms, identity, room, own, writings, { ...progress, onWritten });
    });
    return outcome ?? { ok: false, reason: 'held' };
  };
  return {
    write: writeInTurn,
    readAgain: (room) => rooms.forgetRooms(new Set([room])),
    withClosed: (ids, work) => rooms.withClosed(new Set(ids), work),
  };
}

async function write(
  rooms: Rooms,
  identity: Identity,
  roomId: RoomId,
  own: ParticipantId,
  writings: readonly Writing[],
  progress: WriteProgress,
): Promise<WriteOutcome> {
  const { side } = progress;
  const name = side === undefined ? roomDocument(roomId) : sideDocument(roomId, side);
  const address = side === undefined ? ({ kind: 'room' } as const) : ({ kind: 'side', side } as const);
  const room = await rooms.open(name, { ...address, room: roomId });
  const standing = await database().readTogether(() => currentAccess(identity.accountId, roomId));
  // Out of service it would hear what is written, and never say that it is.
  if (!room || room.isOutOfService || room.isShut) return { ok: false, reason: 'interrupted' };
  if (!standing) return { ok: false, reason: 'not-allowed' };
  const doc = new Y.Doc();
  const sockets = new Map<ParticipantId, InsideSocket>();
  try {
    const socketOf = (participant: ParticipantId) => {
      const known = sockets.get(participant);
      if (known) return known;
      const socket = new InsideSocket(room, identity, participant, standing);
      sockets.set(participant, socket);
      return socket;
    };
    const main = socketOf(own);
    if (!(await main.follow(doc))) return { ok: false, reason: 'interrupted' };
    let written = 0;
    for (const part of partsOf(writings)) {
      if (progress.signal?.aborted) break;
      for (const frame of framesOf(part)) {
        const [first] = frame;
        if (!first) continue;
        doc.clientID = clientIdOf(name, first.participant);
        socketOf(first.participant).send(updateOf(doc, frame));
      }
      const refusal = await settled([...sockets.values()], main);
      if (refusal) return refusal;
      written += part.length;
      progress.onWritten?.(written);
    }
    return { ok: true, written };
  } finally {
    for (const socket of sockets.values()) socket.leave();
    doc.destroy();
  }
}

async function settled(
  sockets: readonly InsideSocket[],
  main: InsideSocket,
): Promise<Exclude<WriteOutcome, { ok: true }> | undefined> {
  // Only the main one is known to the room: when it is closed, the others' frames are gone as well.
  const ends = await Promise.race([Promise.all(sockets.map((socket) => socket.settled())), main.closed()]);
  for (const end of ends) {
    if (end.kind === 'refused') return { ok: false, reason: 'refused', refused: end.refused };
    if (end.kind === 'closed') return { ok: false, reason: 'interrupted' };
  }
  return undefined;
}

function updateOf(doc: Y.Doc, frame: readonly Writing[]): Uint8Array {
  let update = new Uint8Array();
  const capture = (bytes: Uint8Array) => {
    update = new Uint8Array(bytes);
  };
  doc.on('update', capture);
  doc.transact(() => {
    for (const { participant, id, value } of frame) {
      if (value) putRecord(doc, participant, id, value);
      else removeRecord(doc, participant, id);
    }
  });
  doc.off('update', capture);
  return update;
}

function* partsOf(writings: readonly Writing[]): Generator<readonly Writing[]> {
  for (let at = 0; at < writings.length; at += recordsAPart) yield writings.slice(at, at + recordsAPart);
}

/**
 * Neighbours of one author share a frame. A record that is written twice begins the next: of what is overwritten within
 * a frame the gate keeps nothing (GATE7), and an imported past would be lost.
 */
function* framesOf(part: readonly Writing[]): Generator<readonly Writing[]> {
  let frame: Writing[] = [];
  let sizeBytes = 0;
  const named = new Set<string>();
  for (const writing of part) {
    const ref = refOf(writing.participant, writing.id);
    const bytes = sizeOf(JSON.stringify(writing.value)) + ref.length;
    const isFull = sizeBytes + bytes > frameBytes || named.has(ref);
    if (frame.length > 0 && (isFull || frame[0]?.participant !== writing.participant)) {
      yield frame;
      frame = [];
      sizeBytes = 0;
      named.clear();
    }
    frame.push(writing);
    named.add(ref);
    sizeBytes += bytes;
  }
  if (frame.length > 0) yield frame;
}

/**
 * A participant's one client id for what is written from inside: a new one at each call would use up the day's (LIM).
 * Keyed, so that nobody can claim another's first.
 */
function clientIdOf(document: string, participant: ParticipantId): number {
  return createHmac('sha256', settings().authSecret)
    .update(`inside ${document} ${participant}`)
    .digest()
    .readUInt32BE(0);
}
