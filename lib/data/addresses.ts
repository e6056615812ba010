// The addresses people are given. A link in an e-mail is made from the settings, never from what a request claims.

import { isLoopback, settings } from './settings.ts';

/** Where people reach the server, without a trailing slash. */
export function baseUrl(): string {
  const { publicUrl, host, port } = settings();
  if (publicUrl) return publicUrl;
  // "Every interface" is not an address one can open.
  const name = isLoopback(host) && host !== '::1' ? host : 'localhost';
  return `http://${name}:${port}`;
}

/** The page of a room. */
export function roomPath(roomId: string): string {
  return `/rooms/${roomId}`;
}

/** The page of a space. */
export function spacePath(spaceId: string): string {
  return `/spaces/${spaceId}`;
}

/** The page an invite link opens. */
export function joinPath(code: string): string {
  return `/join/${code}`;
}

/** The page where a reset link lets one choose a new password. */
export function resetPath(token: string): string {
  return `/reset/${token}`;
}

/** The page where a mailed link confirms an e-mail address. */
export function confirmPath(token: string): string {
  return `/confirm/${token}`;
}

/** The page on which a mailed link ends the digest. */
export function unsubscribePath(token: string): string {
  return `/unsubscribe/${token}`;
}

/** What a room's discussion is called as web annotations: their container, the room, and the text they are about. */
export function annotationAddresses(base: string, roomId: string, readingId: string) {
  return {
    containerUrl: `${base}/api${roomPath(roomId)}/annotations/`,
    roomUrl: base + roomPath(roomId),
    readingUrl: base + readingPath(readingId),
  };
}

/** A reading, as annotations name the text they are about. */
function readingPath(readingId: string): string {
  return `/readings/${readingId}`;
}
