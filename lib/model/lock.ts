// Locks: what instructors' rulings keep others from writing in: a thread, a person, the room, or a note that was erased.
// Pure; which ruling holds is ruling.ts's, whether a change is refused is permission.ts's.

import {
  type CounterpointRecord,
  type Entry,
  type ParticipantId,
  parentOf,
  type Ref,
  type Ruling,
} from './record.ts';
import { type HoldingRulings, lastRulings, ruledBy } from './ruling.ts';

/** What the rule must know of a room's locks; it asks only where there are any. */
export type Locks = {
  isRoomLocked: boolean;
  isLocked(participant: ParticipantId): boolean;
  isErased(ref: Ref): boolean;
  /** Does this point, or any that it answers, stand locked? */
  isInLockedThread(ref: Ref): boolean;
};

/** How far up a thread is looked: further than anyone answers, and an end for circles. */
const maxLevels = 500;

/**
 * The locks that hold after these rulings, which come in order. Undefined where there are none, which is nearly always:
 * then nothing is looked up. `recordAt` gives what stands under a ref.
 */
export function locksOf(
  rulings: readonly Entry<Ruling>[],
  recordAt: (ref: Ref) => CounterpointRecord | undefined,
): Locks | undefined {
  const locking = rulings.filter(
    ({ value: { act } }) => act === 'lock' || act === 'unlock' || act === 'erase',
  );
  if (locking.length === 0) return undefined;
  const holding = lastRulings(locking);
  return {
    isRoomLocked: ruledBy(holding, 'lock', 'room') !== undefined,
    isLocked: (participant) => ruledBy(holding, 'lock', participant) !== undefined,
    isErased: (ref) => ruledBy(holding, 'erase', ref) !== undefined,
    isInLockedThread: (ref) => isLockedAbove(holding, ref, recordAt),
  };
}

function isLockedAbove(
  holding: HoldingRulings,
  from: Ref,
  recordAt: (ref: Ref) => CounterpointRecord | undefined,
): boolean {
  let ref: Ref | undefined = from;
  for (let level = 0; ref !== undefined && level < maxLevels; level++) {
    if (ruledBy(holding, 'lock', ref)) return true;
    const record = recordAt(ref);
    ref = record?.type === 'point' ? parentOf(record) : undefined;
  }
  return false;
}

/** Why locks keep a member from making this change; null where they do not. `ref` is the record's own. */
export function lockedBy(
  locks: Locks,
  writer: ParticipantId,
  ref: Ref,
  value: CounterpointRecord,
): 'locked' | null {
  if (locks.isRoomLocked || locks.isLocked(writer)) return 'locked';
  const about =
    value.type === 'point' ? (parentOf(value) ?? ref) : value.type === 'reaction' ? value.of : ref;
  return locks.isInLockedThread(about) || locks.isInLockedThread(ref) ? 'locked' : null;
}
