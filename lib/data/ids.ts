// Ids and secrets, made in one place so that their alphabets and strengths agree.

import { createHash, randomBytes } from 'node:crypto';

export type AccountId = string;
export type SpaceId = string;
export type ReadingId = string;
export type RoomId = string;

/** 96 random bits, url-safe: not guessable, short enough for a link. */
export function newId(): string {
  return randomName(12);
}

/** 192 random bits for what opens a door by itself: invites, tokens, resets. */
export function newSecret(): string {
  return randomName(24);
}

function randomName(bytes: number): string {
  const name = randomBytes(bytes).toString('base64url');
  // A leading dash would read as an option on the command line, and be cut off where links are recognised in text.
  return /^[-_]|[-_]$/.test(name) ? randomName(bytes) : name;
}

/** SHA-256 in hex: what is stored in place of a secret of full strength. */
export function hashOf(secret: string | Uint8Array): string {
  return createHash('sha256').update(secret).digest('hex');
}
