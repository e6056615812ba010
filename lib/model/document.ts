// The names of documents. They stand in the address of the wire and in the database. All kinds are under the same gate;
// they differ in who may open them and who may write in them, which permission.ts decides.

import type { ParticipantId } from './record.ts';

export type DocumentName =
  | `room/${string}`
  | `private/${string}/${string}`
  | `side/${string}/${string}`
  | `flags/${string}/${string}`
  | `review/${string}/${string}`;

export type DocumentAddress =
  /** What everyone in a room says to each other. */
  | { kind: 'room'; room: string }
  /** What a participant keeps to themselves. */
  | { kind: 'private'; room: string; participant: ParticipantId }
  /** A team's preparation in a round. */
  | { kind: 'side'; room: string; side: string }
  /** What a participant brings to the instructors' notice. */
  | { kind: 'flags'; room: string; participant: ParticipantId }
  /** What instructors say of a participant's work, theirs to read once it is released. */
  | { kind: 'review'; room: string; participant: ParticipantId };

export type DocumentKind = DocumentAddress['kind'];

const part = '([A-Za-z0-9_-]{1,64})';
const roomName = new RegExp(`^room/${part}$`);
const innerName = new RegExp(`^(private|side|flags|review)/${part}/${part}$`);

/** Reads a document's name; null for anything that is not one. */
export function parseDocumentName(name: string): DocumentAddress | null {
  const whole = roomName.exec(name);
  if (whole?.[1]) return { kind: 'room', room: whole[1] };
  const [, kind, room, inner] = innerName.exec(name) ?? [];
  if (!room || !inner) return null;
  switch (kind) {
    case 'side':
      return { kind, room, side: inner };
    case 'private':
    case 'flags':
    case 'review':
      return { kind, room, participant: inner };
    default:
      return null;
  }
}

/** What everyone in the room shares. */
export function roomDocument(room: string): DocumentName {
  return `room/${room}`;
}

/** What its owner alone opens: drafts, private notes, how far they have read. */
export function privateDocument(room: string, participant: ParticipantId): DocumentName {
  return `private/${room}/${participant}`;
}

/** `side`: what the round calls a team, as it stands in `participant.side`. */
export function sideDocument(room: string, side: string): DocumentName {
  return `side/${room}/${side}`;
}

/** What one participant flags; instructors read it. */
export function flagsDocument(room: string, participant: ParticipantId): DocumentName {
  return `flags/${room}/${participant}`;
}

/** Marks and remarks on one student's work; instructors write it, the student reads it once released. */
export function reviewDocument(room: string, participant: ParticipantId): DocumentName {
  return `review/${room}/${participant}`;
}
