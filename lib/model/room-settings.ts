// What instructors may switch on and off in one room, and what holds where they said nothing. One JSON column keeps it:
// a further setting is one more optional field here.

import * as v from 'valibot';

/** As a request brings it: only what is to change. */
export const roomSettings = v.strictObject({
  /** Shows what the replies leave of each point. Absent: as `showsStanding` says for the kind of room. */
  standing: v.optional(v.boolean()),
});

export type RoomSettings = v.InferOutput<typeof roomSettings>;
export type RoomKind = 'seminar' | 'debate';

const kept = v.object(roomSettings.entries);

/** Reads the settings as they are kept; fields that this version does not know are passed over. */
export function parseRoomSettings(json: string): RoomSettings {
  return v.parse(kept, JSON.parse(json));
}

/** Is standing shown? In debates unless switched off, in seminars only where an instructor switched it on. */
export function showsStanding(kind: RoomKind, { standing }: RoomSettings): boolean {
  return standing ?? kind === 'debate';
}
