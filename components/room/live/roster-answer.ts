// What the server answers when asked who is here. Loaded with the first change: the page itself came with the answer.

import * as v from 'valibot';
import type { Terms } from '#lib/model/classes/assignment.ts';
import { roles } from '#lib/model/permission.ts';
import { keptRoomSettings } from '#lib/model/room-settings.ts';
import { roundParts } from '#lib/model/round/rule.ts';
import type { VisibilityRule } from '#lib/model/visibility.ts';

const visibility: v.GenericSchema<unknown, VisibilityRule> = v.variant('kind', [
  v.object({ kind: v.literal('open') }),
  v.object({ kind: v.literal('after-own-notes'), notes: v.number(), words: v.number() }),
  v.object({ kind: v.literal('from'), at: v.string() }),
  v.object({ kind: v.literal('when-opened'), opened: v.boolean() }),
]);

const date = v.nullable(v.string());

const terms: v.GenericSchema<unknown, Terms> = v.object({
  ...{ notesDueAt: date, repliesDueAt: date, closesAt: date },
  ...{ prompt: v.string(), timeZone: v.string(), isExtended: v.boolean() },
  required: v.object({ notes: v.number(), replies: v.number() }),
});

export const rosterAnswer = v.object({
  participants: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      role: v.picklist(roles),
      kind: v.picklist(['member', 'guest', 'imported']),
      removed: v.boolean(),
      side: v.nullable(v.string()),
      part: v.nullable(v.picklist(roundParts)),
    }),
  ),
  room: v.object({
    closedAt: v.nullable(v.string()),
    closesAt: v.nullable(v.string()),
    visibility,
    settings: keptRoomSettings,
    readings: v.array(v.object({ id: v.string(), edition: v.number() })),
    terms: v.nullable(terms),
  }),
});

export type RosterAnswer = v.InferOutput<typeof rosterAnswer>;
