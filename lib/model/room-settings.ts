// What instructors may switch on and off in one room, and what holds where they said nothing. One JSON column keeps it:
// a further setting is one more optional field here.

import * as v from 'valibot';
import { formatChoice } from './round/presets.ts';
import { roundStages } from './round/rule.ts';

/** As a request brings it: only what is to change. */
export const roomSettings = v.strictObject({
  /** Shows what the replies leave of each point. Absent: as `showsStanding` says for the kind of room. */
  standing: v.optional(v.boolean()),
  /** Lets people make evidence cards. Absent: as `showsCards` says for the kind of room. */
  cards: v.optional(v.boolean()),
});

/** A round that the room holds: set up on its own terms (permission.ts, maySetRound). Sides are each participant's row. */
export const roundSettings = v.strictObject({ format: formatChoice, stage: v.picklist(roundStages) });

/** As they are kept. */
export const keptRoomSettings = v.object({ ...roomSettings.entries, round: v.optional(roundSettings) });

export type Round = v.InferOutput<typeof roundSettings>;
export type RoomSettings = v.InferOutput<typeof keptRoomSettings>;
export type RoomKind = 'seminar' | 'debate';

/** Reads the settings as they are kept; fields that this version does not know are passed over. */
export function parseRoomSettings(json: string): RoomSettings {
  return v.parse(keptRoomSettings, JSON.parse(json));
}
