// The readings of a room: which rooms may hold several, and which passages may be named in one. Who adds and removes them
// is permission.ts's (maySetRound); which they are, the database's.

import type { CounterpointRecord } from './record.ts';
import type { RoomKind } from './room-settings.ts';

/** The texts of all of them are on every page of the room. */
export const maxReadings = 12;

/** Evidence comes from many places; a seminar reads one text together. */
export function mayHoldSeveral(kind: RoomKind): boolean {
  return kind === 'debate';
}

/** The reading in which a record has its passage; undefined for a record without one. */
export function readingOfRecord(value: CounterpointRecord | undefined): string | undefined {
  return value && 'anchor' in value ? value.anchor?.reading : undefined;
}

/**
 * Does this change name a passage in a reading that is not among those held? One that stood there before may stay: its
 * author still withdraws the note, and takes that back.
 */
export function namesStrayReading(
  change: { before: CounterpointRecord | undefined; after: CounterpointRecord | undefined },
  held: readonly string[],
): boolean {
  const reading = readingOfRecord(change.after);
  return reading !== undefined && reading !== readingOfRecord(change.before) && !held.includes(reading);
}
