// What someone may do in a document just now. It is read at the door, and again whenever access changes (AUTH2).

import { type Identity, isStillGood } from '#lib/data/people/identity.ts';
import { currentAccess, type RoomAccess, type Standing } from '#lib/data/spaces/access.ts';
import type { Transaction } from '#lib/data/store/database.ts';
import type { DocumentAddress } from '#lib/model/document.ts';
import { mayOpen } from '#lib/model/permission.ts';
import type { ParticipantId } from '#lib/model/record.ts';

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
