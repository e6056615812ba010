// All that a review is shown with, besides the room itself: settings, earlier values, decisions, and what instructors
// wrote so far.

import type { Entry, ParticipantId, Ref } from '#lib/model/record.ts';
import type { Sighted } from '#lib/model/review/group-work.ts';
import type { Rubric } from '#lib/model/review/rubric.ts';
import type { Due, PastValue } from '#lib/model/review/timing.ts';
import type { RoomAccess } from '../spaces/access.ts';
import { extensionsIn } from './assigned.ts';
import { acceptedIn, type KeptOverride, overridesIn, releasedIn } from './decisions.ts';
import { ownReviewOf, reviewRecordsIn } from './marks.ts';
import { firstOf, ownPastOf, pastOf } from './past.ts';
import { mayAssign, type ReviewAccess } from './reviewing.ts';
import { rubricsOf, type StockComment, stockCommentsOf } from './rubrics.ts';
import { type ReviewSettings, reviewSettingsOf } from './settings.ts';
import { sightedIn } from './sighted.ts';

export type Review = {
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
  /** When students came to see the others' work, where that was hidden from them before. */
  sighted: Sighted[];
  accepted: Ref[];
  overrides: KeptOverride[];
  released: [participant: ParticipantId, at: string][];
  records: [participant: ParticipantId, entries: Entry[]][];
  /** Whose work this reviewer does not review. */
  outside: ParticipantId[];
};

/** All that reviewing a room needs at once, for those who may review it: proof is the access. */
export async function reviewOf(access: ReviewAccess): Promise<Review> {
  const [settings, sighted, isAssigner] = await Promise.all([
    reviewSettingsOf(access),
    sightedIn(access),
    mayAssign(access),
  ]);
  const since = firstOf([settings.due.notes, settings.due.replies, ...sighted.map(([, at]) => at)]);
  const [extensions, rubrics, comments, past, accepted, overrides, released, records] = await Promise.all([
    extensionsIn(access),
    rubricsOf(access.room.spaceId),
    stockCommentsOf(access.room.spaceId),
    since === null ? [] : pastOf(access, since),
    acceptedIn(access),
    overridesIn(access),
    releasedIn(access),
    reviewRecordsIn(access),
  ]);
  return {
    assignmentId: access.room.assignmentId,
    mayAssign: isAssigner,
    settings,
    extensions: [...extensions],
    rubrics,
    comments,
    past,
    sighted,
    accepted,
    overrides,
    released: [...released],
    records: [...records],
    outside: [...access.outside],
  };
}

/** What a student may see of the review of their own work: the rules always, marks and override once released. */
export type OwnReview = {
  settings: ReviewSettings;
  past: PastValue[];
  /** Of one's own late work. */
  accepted: Ref[];
  releasedAt: string | null;
  records: Entry[];
  override: KeptOverride | null;
};

/**
 * What students may see of their own review: their work and dates always, marks and override once released,
 * nothing about others.
 */
export async function ownReview(access: RoomAccess): Promise<OwnReview> {
  const [{ due, ...rules }, extensions] = await Promise.all([reviewSettingsOf(access), extensionsIn(access)]);
  // One's own dates, later ones included, and nobody else's.
  const settings = { ...rules, due: extensions.get(access.participant) ?? due };
  const since = firstOf([settings.due.notes, settings.due.replies]);
  const [past, accepted, records, overrides] = await Promise.all([
    since === null ? [] : ownPastOf(access, since),
    acceptedIn(access),
    ownReviewOf(access),
    access.releasedAt === null ? [] : overridesIn(access),
  ]);
  return {
    settings,
    past,
    accepted: accepted.filter((ref) => ref.startsWith(`${access.participant}/`)),
    releasedAt: access.releasedAt,
    records: records ?? [],
    override: overrides.find(({ participant }) => participant === access.participant) ?? null,
  };
}
