// From the upgrade to a place in a room: who was admitted is let in once the document is loaded. From then on each message
// is measured and handed to the room.

import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { settings } from '#lib/data/settings.ts';
import { hasRoom } from '#lib/data/spaces/participants.ts';
import { close, syncMessage } from '#lib/sync/wire/protocol.ts';
import { newestChange } from '../live/access-watch.ts';
import type { Rooms } from '../live/rooms.ts';
import { logger } from '../logger.ts';
import { Listener } from '../room/listener.ts';
import type { Room } from '../room/room.ts';
import { standingOf } from '../room/standing.ts';
import type { Admission } from './admission.ts';
import { Connection } from './connection.ts';
import { FrameBudget } from './limits.ts';
import { type Heard, readMessage } from './message.ts';

/** How much of one socket may wait for a commit before the server stops reading from it. */
const waitingBytes = 4 << 20;

/** Gives who was admitted a place in their room, or closes the socket. `wire` is the stream under it. */
export async function letIn(
  ws: WebSocket,
  wire: Duplex,
  admission: Extract<Admission, { ok: true }>,
  rooms: Rooms,
): Promise<void> {
  const { access } = admission;
  const standing = standingOf(access);
  const listener = new Listener(new Connection(ws, wire), admission.identity, access.participant, standing);
  // Frames may come in before the room is loaded; they wait in the socket.
  ws.pause();
  let room: Room | null;
  let accessNow: number;
  let isGone: boolean;
  try {
    room = await rooms.open(admission.name, admission.address);
    isGone = room === null && !(await hasRoom(admission.address.room));
    accessNow = await newestChange('access');
  } catch (error) {
    logger.error({ document: admission.name, err: error }, 'a document could not be opened');
    listener.close(close.tryLater, 'try later');
    return;
  }
  if (isGone) {
    // Deleted since they were let in.
    listener.close(close.noSuchDocument, 'no such document');
    return;
  }
  if (!room) {
    listener.close(close.internal, 'this document is out of service');
    return;
  }
  if (accessNow !== admission.accessSeen || rooms.accessSeen > accessNow || room.isShut) {
    // Perhaps theirs, and the watch did not know of this socket yet: come back and be judged anew.
    listener.close(close.restarting, 'access changed');
    return;
  }
  const crowded = crowdOf(room, listener);
  if (crowded) {
    listener.close(close.tooMany, crowded);
    return;
  }
  try {
    if (ws.readyState !== ws.OPEN || !room.enter(listener, admission)) return;
    listen(ws, listener, room);
    ws.resume();
  } catch (error) {
    // A fault of ours costs this socket, never the process.
    logger.error({ document: admission.name, err: error }, 'a socket could not be let in');
    listener.close(close.internal, 'an error of the server');
    room.audience.leave(listener);
  }
}

function crowdOf(room: Room, listener: Listener): string | undefined {
  const { limits } = settings();
  if (room.audience.listeners.size >= limits.socketsPerRoom) return 'the room is full';
  let own = 0;
  for (const other of room.audience.listeners) if (other.participant === listener.participant) own++;
  return own >= limits.socketsPerMember ? 'too many connections' : undefined;
}

function listen(ws: WebSocket, listener: Listener, room: Room): void {
  const budget = new FrameBudget(ws, settings().limits);
  ws.on('close', () => {
    budget.stop();
    room.audience.leave(listener);
  });
  ws.on('message', (data: Buffer, isBinary: boolean) => {
    if (!listener.isOpen) return;
    if (!isBinary) {
      listener.close(close.refused, 'text is not spoken here');
      return;
    }
    const heard = readMessage(data);
    if (heard === 'malformed') {
      listener.close(close.refused, 'malformed message');
      return;
    }
    try {
      hear(heard, listener, room);
      budget.spend(listener.waitingBytes > waitingBytes, listener.contestSteps);
      listener.contestSteps = 0;
    } catch (error) {
      // A fault of ours, not of what was sent: the client keeps it, and comes back by itself.
      logger.error({ document: room.name, err: error }, 'a message could not be taken');
      listener.close(close.internal, 'an error of the server');
    }
  });
}

/** Does what one message asks for. */
function hear(heard: Heard, listener: Listener, room: Room): void {
  const { limits } = settings();
  switch (heard.kind) {
    case 'unknown':
      return;
    case 'ask-presence':
      room.audience.tellPresence(listener);
      return;
    case 'presence':
      if (heard.bytes.length > limits.awarenessBytes) listener.close(close.tooLarge, 'presence too large');
      else room.audience.hearPresence(listener, heard.bytes);
      return;
    case 'sync': {
      const { step, bytes } = heard;
      const most = step === syncMessage.update ? limits.updateBytes : limits.step2Bytes;
      if (heard.hasMore) listener.close(close.refused, 'bytes after the message');
      else if (bytes.length > most) listener.close(close.tooLarge, 'update too large');
      else room.take(listener, step, bytes);
    }
  }
}
