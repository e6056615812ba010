// Who comes to the door, for which document, and may they: origin, then session or token, then participant and role (AUTH1).

import type { IncomingMessage } from 'node:http';
import { isOwnOrigin } from '#lib/data/origin.ts';
import { type Identity, identify, isBearer } from '#lib/data/people/identity.ts';
import { enterRoom, type RoomAccess } from '#lib/data/spaces/access.ts';
import { type DocumentAddress, parseDocumentName } from '#lib/model/document.ts';
import { mayOpen } from '#lib/model/permission.ts';
import { close } from '#lib/sync/wire/protocol.ts';
import { newestChange } from '../live/access-watch.ts';

export const syncPath = '/sync/';

export type Admission =
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

/**
 * Who asks for what, and may they? Refusals close an accepted socket: an HTTP status would make y-websocket retry for
 * ever.
 */
export async function admit(request: IncomingMessage): Promise<Admission> {
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

/** `Authorization: Bearer`, or the subprotocol `bearer.<token>` for clients that cannot set headers. */
function bearerOf(request: IncomingMessage): string | undefined {
  const { authorization } = request.headers;
  if (isBearer(authorization)) return authorization;
  const offered = request.headers['sec-websocket-protocol']?.split(',').map((name) => name.trim());
  const token = offered?.find((name) => name.startsWith('bearer.'));
  return token && `Bearer ${token.slice('bearer.'.length)}`;
}

/** A browser's page must come from this very site; a program without Origin must bring a token, never a cookie alone. */
export function isAllowedOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return bearerOf(request) !== undefined;
  return isOwnOrigin(origin, host);
}

function safeDecode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
