// The names of documents: one for each room, and one for each participant's private layer in it. They stand in the
// address of the wire and in the database.

import type { ParticipantId } from './record.ts';

export type DocumentName = `room/${string}` | `private/${string}/${string}`;

export type DocumentAddress =
  | { kind: 'room'; room: string }
  | { kind: 'private'; room: string; participant: ParticipantId };

const part = '[A-Za-z0-9_-]{1,64}';
const roomName = new RegExp(`^room/(${part})$`);
const privateName = new RegExp(`^private/(${part})/(${part})$`);

/** Reads a document's name; null for anything that is not one. */
export function parseDocumentName(name: string): DocumentAddress | null {
  const room = roomName.exec(name);
  if (room?.[1]) return { kind: 'room', room: room[1] };
  const mine = privateName.exec(name);
  if (mine?.[1] && mine[2]) return { kind: 'private', room: mine[1], participant: mine[2] };
  return null;
}

export function roomDocument(room: string): DocumentName {
  return `room/${room}`;
}

export function privateDocument(room: string, participant: ParticipantId): DocumentName {
  return `private/${room}/${participant}`;
}
