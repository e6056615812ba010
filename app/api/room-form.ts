// What a room is asked for with, when it is made and when it changes.

import * as v from 'valibot';
import { timeField, titleField } from '#lib/data/fields.ts';
import { roomSettings } from '#lib/model/room-settings.ts';
import { formatChoice } from '#lib/model/round/presets.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));

/** VisibilityRule of lib/model/visibility. */
export const visibilityField = v.variant('kind', [
  v.strictObject({ kind: v.literal('open') }),
  v.strictObject({ kind: v.literal('after-own-notes'), notes: count, words: count }),
  v.strictObject({ kind: v.literal('from'), at: timeField }),
  v.strictObject({ kind: v.literal('when-opened'), opened: v.boolean() }),
]);

export const newRoom = v.object({
  readingId: v.pipe(v.string(), v.maxLength(64)),
  title: v.optional(titleField),
  kind: v.optional(v.picklist(['seminar', 'debate'])),
  entry: v.optional(v.picklist(['members', 'invited'])),
  visibility: v.optional(visibilityField),
  format: v.optional(formatChoice),
});

export const roomChange = v.strictObject({
  title: v.optional(titleField),
  closed: v.optional(v.boolean()),
  settings: v.optional(roomSettings),
  visibility: v.optional(visibilityField),
});
