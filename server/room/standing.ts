// What someone may do in a document just now. It is read at the door, and again whenever access changes (AUTH2).

import { type Identity, isStillGood } from '#lib/data/people/identity.ts';
import { currentAccess, type RoomAccess } from '#lib/data/spaces/access.ts';
import type { Transaction } from '#lib/data/store/database.ts';
import type { DocumentAddress } from '#lib/model/document.ts';
import { mayOpen, type Role } from '#lib/model/permission.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import type { RoomKind, RoomSettings } from '#lib/model/room-settings.ts';
import type { RoundPart } from '#lib/model/round/rule.ts';
import type { VisibilityRule } from '#lib/model/visibility.ts';

export type Standing = {
  role: Role;
  closedAt: string | null;
  /** When the room closes to this person; the gate looks at the clock. */
  closesAt: string | null;
  visibility: VisibilityRule;
  sightedAt: string | null;
  side: string | null;
  part: RoundPart | null;
  settings: RoomSettings;
  kind: RoomKind;
  /** Those that the room holds. */
  readings: readonly string[];
  releasedAt: string | null;
  /** The assignment whose room it is, where it is one's. */
  assignmentId: string | null;
};

/** What someone may do, by the proof with which they came in. */
export function standingOf({ role, room, sightedAt, side, part, releasedAt }: RoomAccess): Standing {
  const { closedAt, closesAt, visibility, settings, kind, readings, assignmentId } = room;
  return {
    role,
    closedAt,
    closesAt,
    visibility,
    settings,
    kind,
    readings,
    assignmentId,
    sightedAt,
    side,
    part,
    releasedAt,
  };
}

/** Is it so much another that whoever had the former has to come in anew? */
export function isOtherStanding(before: Standing, now: Standing): boolean {
  const isOther = (['role', 'closedAt', 'side', 'part'] as const).some((key) => before[key] !== now[key]);
  // What was judged under a reading that is gone must not be written.
  const isReadingGone = before.readings.some((id) => !now.readings.includes(id));
  return isOther || isReadingGone || before.settings.round?.stage !== now.settings.round?.stage;
}

/** What someone may do in a document as the transaction sees it now; null once they may not be there. */
export function* standingNow(
  { identity, participant }: { identity: Identity; participant: ParticipantId },
  address: DocumentAddress,
  now: Date,
): Transaction<Standing | null> {
  const isGood = yield* isStillGood(identity.via, now.toISOString());
  if (!isGood) return null;
  const access = yield* currentAccess(identity.accountId, address.room);
  return access && mayOpen(address, { participant, ...access }) ? access : null;
}
