// What a review is rendered with on the server, and what its calls answer: plain values.

import * as v from 'valibot';
import type { Entry, ParticipantId, Ref } from '#lib/model/record.ts';
import { refField } from '#lib/model/record.ts';
import { type AnalyticsLevel, analyticsLevels } from '#lib/model/review/analytics.ts';
import type { Override } from '#lib/model/review/grade.ts';
import type { Sighted } from '#lib/model/review/group-work.ts';
import { type Rubric, rubricForm } from '#lib/model/review/rubric.ts';
import type { Due, PastValue } from '#lib/model/review/timing.ts';

export type ReviewSettings = {
  rubric: Rubric | null;
  analytics: AnalyticsLevel;
  due: Due;
  /** The assignment says when work is due. */
  isAssigned: boolean;
};
export type KeptOverride = Override & { id: number; participant: ParticipantId };
export type StockComment = { id: string; body: string };
export type Release = [participant: ParticipantId, at: string];

export type ReviewData = {
  /** The assignment of which this room is one group's; null for a room of none. */
  assignmentId: string | null;
  /** May this reviewer set what all groups, or the whole course, are reviewed by? */
  mayAssign: boolean;
  settings: ReviewSettings;
  /** Students whose dates are later than the others'. */
  extensions: [participant: ParticipantId, due: Due][];
  rubrics: Rubric[];
  comments: StockComment[];
  past: PastValue[];
  sighted: Sighted[];
  accepted: Ref[];
  overrides: KeptOverride[];
  released: Release[];
  records: [participant: ParticipantId, entries: Entry[]][];
  /** Whose work this reviewer does not review. */
  outside: ParticipantId[];
};

/** What a student's own page is rendered with. */
export type OwnWorkData = {
  settings: ReviewSettings;
  past: PastValue[];
  accepted: Ref[];
  releasedAt: string | null;
  records: Entry[];
  override: KeptOverride | null;
};

const time = v.nullable(v.string());

export const rubricAnswer = v.pipe(
  v.looseObject({ id: v.string() }),
  v.transform(({ id, ...form }) => ({ id, form })),
  v.object({ id: v.string(), form: rubricForm }),
  v.transform(({ id, form }): Rubric => ({ id, ...form })),
);

export const settingsAnswer = v.object({
  settings: v.object({
    rubric: v.nullable(rubricAnswer),
    analytics: v.picklist(analyticsLevels),
    due: v.object({ notes: time, replies: time }),
    isAssigned: v.boolean(),
  }),
});

export const acceptedAnswer = v.object({ accepted: v.array(refField) });

export const releasedAnswer = v.object({ released: v.array(v.tuple([v.string(), v.string()])) });

export const overridesAnswer = v.object({
  overrides: v.array(
    v.object({
      id: v.number(),
      participant: v.string(),
      points: v.nullable(v.number()),
      reason: v.string(),
      by: v.string(),
      at: v.string(),
    }),
  ),
});

export const commentAnswer = v.object({ comment: v.object({ id: v.string(), body: v.string() }) });
