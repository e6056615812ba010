// Ids and secrets, made in one place so that their alphabets and strengths agree.

import { createHash, randomBytes } from 'node:crypto';

export type AccountId = string;
export type SpaceId = string;
export type ReadingId = string;
export type RoomId = string;

/** 96 random bits, url-safe: not guessable, short enough for a link. */
export function newId(): string {
  return randomBytes(12).toString('base64url');
}

/** 192 random bits for what opens a door by itself: invites, tokens, resets. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

/** SHA-256 in hex: what is stored in place of a secret of full strength. */
export function hashOf(secret: string | Uint8Array): string {
  return createHash('sha256').update(secret).digest('hex');
}
