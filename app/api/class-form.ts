// What rosters and assignments are asked for with.

import * as v from 'valibot';
import { emailField, nameField, timeField, titleField } from '#lib/data/fields.ts';
import { isTimeZone, maxPromptLength } from '#lib/model/classes/assignment.ts';
import { type GivenRow, maxGroupName, maxRosterRows } from '#lib/model/classes/roster.ts';
import { fault } from '#lib/model/fault.ts';
import { cleanLine } from '#lib/model/text/text.ts';
import { visibilityField } from './room-form.ts';

/** The name of a group or section; an empty one is none. */
const groupField = v.nullable(
  v.pipe(
    v.string(),
    v.transform(cleanLine),
    v.maxLength(maxGroupName, fault('group-too-long')),
    v.transform((name) => name || null),
  ),
);

const canvasField = v.object({
  id: v.pipe(v.string(), v.maxLength(64)),
  sisUserId: v.pipe(v.string(), v.maxLength(254)),
  sisLoginId: v.pipe(v.string(), v.maxLength(254)),
});

const person = v.pipe(
  v.object({
    name: nameField,
    email: v.optional(v.nullable(emailField), null),
    section: v.optional(groupField, null),
    group: v.optional(groupField, null),
    canvas: v.optional(v.nullable(canvasField), null),
    /** Of the file they come from, to be named in a refusal. */
    line: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
  v.transform((row): GivenRow => row),
);

export const peopleForm = v.object({
  people: v.pipe(v.array(person), v.minLength(1, fault('nobody-in-it')), v.maxLength(maxRosterRows)),
});

export const seatChange = v.strictObject({
  name: v.optional(nameField),
  email: v.optional(v.nullable(emailField)),
  section: v.optional(groupField),
  group: v.optional(groupField),
});

export const groupSize = v.object({
  size: v.pipe(v.number(), v.integer(), v.minValue(1, fault('group-too-small')), v.maxValue(200)),
});

export const sectionsForm = v.object({
  sections: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(maxGroupName))), v.maxLength(100)),
});

const dates = {
  notesDueAt: v.nullable(timeField),
  repliesDueAt: v.nullable(timeField),
  closesAt: v.nullable(timeField),
};

const required = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));

const settings = {
  ...dates,
  title: titleField,
  prompt: v.pipe(v.string(), v.maxLength(maxPromptLength, fault('prompt-too-long')), v.trim()),
  timeZone: v.pipe(v.string(), v.maxLength(64), v.check(isTimeZone, fault('time-zone-unknown'))),
  requiredNotes: required,
  requiredReplies: required,
  visibility: visibilityField,
  names: v.picklist(['named', 'pseudonymous']),
  columnTitle: titleField,
};

export const newAssignment = v.object({
  ...settings,
  readingId: v.pipe(v.string(), v.maxLength(64)),
  rooms: v.picklist(['groups', 'one']),
});

export const assignmentChange = v.partial(v.strictObject(settings));

export const extensionForm = v.object({
  seatId: v.pipe(v.string(), v.maxLength(64)),
  /** Null takes the extension back. */
  dates: v.nullable(v.object(dates)),
});
