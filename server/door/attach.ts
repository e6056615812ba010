// The upgrade: origin, then session or token, then participant and role, and only then a socket (AUTH1).
// After it, each message is measured and handed to the room.

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isOwnOrigin } from '#lib/data/origin.ts';
import { type Identity, identify, isBearer } from '#lib/data/people/identity.ts';
import { settings } from '#lib/data/settings.ts';
import { enterRoom, type RoomAccess } from '#lib/data/spaces/access.ts';
import { hasRoom } from '#lib/data/spaces/participants.ts';
import { type DocumentAddress, parseDocumentName } from '#lib/model/document.ts';
import { mayOpen } from '#lib/model/permission.ts';
import { close, syncMessage } from '#lib/sync/wire/protocol.ts';
import { newestChange } from '../live/access-watch.ts';
import type { Rooms } from '../live/rooms.ts';
import { logger } from '../logger.ts';
import { Listener } from '../room/listener.ts';
import type { Room } from '../room/room.ts';
import { standingOf } from '../room/standing.ts';
import { Connection } from './connection.ts';
import { FrameBudget } from './limits.ts';
import { type Heard, readMessage } from './message.ts';

export const syncPath = '/sync/';

/** How much of one socket may wait for a commit before the server stops reading from it. */
const waitingBytes = 4 << 20;

/** How long a stop waits for sockets to answer its close. */
const farewellMs = 1500;

export type SyncEndpoint = {
  /** For the http server's `upgrade` event, for paths that begin with `/sync/`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** From now on upgrades are answered 503. */
  stop(): void;
  /** Resolves once every socket is closed; those who do not answer the close are cut off. */
  emptied(): Promise<void>;
};

/** Serves the sync protocol of docs/spec.md for a set of live rooms. */
export function attachSync(rooms: Rooms): SyncEndpoint {
  const { limits } = settings();
  const sockets = new WebSocketServer({
    noServer: true,
    // Past this ws itself closes with 1009, after which y-websocket would come back and send the same again.
    maxPayload: limits.step2Bytes * 2,
    perMessageDeflate: false,
    handleProtocols: (offered) => [...offered].find((name) => name.startsWith('bearer.')) ?? false,
  });
  let isStopping = false;
  return {
    stop() {
      isStopping = true;
    },
    async emptied() {
      const open = [...sockets.clients];
      const timer = setTimeout(() => {
        for (const ws of open) ws.terminate();
      }, farewellMs);
      await Promise.all(open.map((ws) => new Promise((closed) => ws.once('close', closed))));
      clearTimeout(timer);
    },
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      if (isStopping) return refuseUpgrade(socket, 503, 'Service Unavailable');
      if (!isAllowedOrigin(request)) return refuseUpgrade(socket, 403, 'Forbidden');
      admit(request)
        .then((admission) => {
          if (socket.destroyed) return;
          sockets.handleUpgrade(request, socket, head, (ws) => {
            ws.on('error', () => ws.terminate());
            if (isStopping) ws.close(close.restarting, 'the server is restarting');
            else if (!admission.ok) ws.close(admission.code, admission.reason);
            else void seat(ws, socket, admission, rooms);
          });
        })
        .catch((error) => {
          logger.error({ err: error }, 'an upgrade failed');
          refuseUpgrade(socket, 500, 'Internal Server Error');
        });
    },
  };
}

type Admission =
  | {
      ok: true;
      identity: Identity;
      access: RoomAccess;
      name: string;
      address: DocumentAddress;
      client: number | undefined;
      lineage: string | undefined;
      /** The newest change of access before access was read. */
      accessSeen: number;
    }
  | { ok: false; code: number; reason: string };

const deny = (code: number, reason: string): Admission => ({ ok: false, code, reason });

/** Who asks for what, and may they? Refusals close an accepted socket: an HTTP status would make y-websocket retry for ever. */
async function admit(request: IncomingMessage): Promise<Admission> {
  const url = new URL(request.url ?? '/', 'http://sync');
  const accessSeen = await newestChange('access');
  const identity = await identify({
    cookie: request.headers.cookie,
    authorization: bearerOf(request) ?? null,
  });
  if (!identity) return deny(close.notSignedIn, 'not signed in');
  const name = safeDecode(url.pathname.slice(syncPath.length));
  const address = name === null ? null : parseDocumentName(name);
  if (!address || name === null) return deny(close.noSuchDocument, 'no such document');
  const entered = await enterRoom(identity, address.room);
  if (!entered.ok) {
    return entered.reason === 'removed'
      ? deny(close.notSignedIn, 'removed')
      : deny(close.noSuchDocument, 'no such document');
  }
  if (!mayOpen(address, entered.access)) {
    return deny(close.noSuchDocument, 'no such document');
  }
  const declared = url.searchParams.get('client');
  const client = declared === null ? undefined : Number(declared);
  if (client !== undefined && !(Number.isSafeInteger(client) && client >= 0 && client <= 0xffff_ffff)) {
    return deny(close.refused, 'a client id is a number of 32 bits');
  }
  const lineage = url.searchParams.get('lineage') ?? undefined;
  return { ok: true, identity, access: entered.access, name, address, client, lineage, accessSeen };
}

async function seat(
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

/** `Authorization: Bearer`, or the subprotocol `bearer.<token>` for clients that cannot set headers. */
function bearerOf(request: IncomingMessage): string | undefined {
  const { authorization } = request.headers;
  if (isBearer(authorization)) return authorization;
  const offered = request.headers['sec-websocket-protocol']?.split(',').map((name) => name.trim());
  const token = offered?.find((name) => name.startsWith('bearer.'));
  return token && `Bearer ${token.slice('bearer.'.length)}`;
}

/** A browser's page must come from this very site; a program without Origin must bring a token, never a cookie alone. */
function isAllowedOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return bearerOf(request) !== undefined;
  return isOwnOrigin(origin, host);
}

function refuseUpgrade(socket: Duplex, status: number, text: string): void {
  socket.end(`HTTP/1.1 ${status} ${text}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function safeDecode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
