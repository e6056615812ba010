// What a debate adds to the one rule (permission.ts): who runs a round's clocks, who judges, who only listens while it is
// on, and where cards and files may stand.

import type { CounterpointRecord } from '../record.ts';

/** Besides the side one is on: whoever is on a side and none of these debates for it. */
export const roundParts = ['chair', 'judge', 'coach'] as const;
export type RoundPart = (typeof roundParts)[number];

export const roundStages = ['before', 'on', 'over'] as const;
export type RoundStage = (typeof roundStages)[number];

/** Who someone is in a round. */
export type Seat = { side: string | null; part: RoundPart | null };

export type RoundRefusal =
  | 'not-chair'
  | 'not-judge'
  | 'round-on'
  | 'round-locked'
  | 'round-record-changed'
  | 'not-here';

/** Those who speak for a side. A chair may: in practice nobody else may be there to keep the time. */
export function isDebater({ side, part }: Seat): boolean {
  return side !== null && part !== 'judge' && part !== 'coach';
}

/** Round lock: while a round is on, may this person send nothing that debaters see? */
export function isRoundLocked(seat: Seat, stage: RoundStage | undefined): boolean {
  return stage === 'on' && !isDebater(seat);
}

type Change = { before: CounterpointRecord | undefined; after: CounterpointRecord | undefined };

/** What of the round keeps this record out of a document of this kind; null where nothing does. */
export function roundBarrier(
  seat: Seat,
  { before, after }: Change,
  { kind, stage, takesCards }: { kind: string; stage: RoundStage | undefined; takesCards: boolean },
): RoundRefusal | null {
  const value = after ?? before;
  const type = value?.type;
  const isOwn = kind === 'private';
  if (value && isOfCards(value)) {
    if (!takesCards) return 'not-here';
    // How someone orders their evidence is their own or their side's; what is said with it is said in the room.
    if (type === 'filing' && kind !== 'side' && !isOwn) return 'not-here';
    if (kind === 'flags') return 'not-here';
  } else if (type === 'revision') {
    if (kind !== 'side') return 'not-here';
  } else if (type === 'clock') {
    if (kind !== 'room' || stage === undefined) return 'not-here';
    if (before) return 'round-record-changed';
    return seat.part === 'chair' ? null : 'not-chair';
  } else if (type === 'ballot') {
    if (isOwn) return null;
    if (kind !== 'room' || stage === undefined) return 'not-here';
    // What was given stands: a judge who erred says so and gives another.
    if (before) return 'round-record-changed';
    if (seat.part !== 'judge') return 'not-judge';
    return stage === 'over' ? null : 'round-on';
  }
  if (isOwn || !isRoundLocked(seat, stage)) return null;
  // The chair may still hide and show: order in the room is theirs.
  return type === 'ruling' && seat.part === 'chair' ? null : 'round-locked';
}

function isOfCards(value: CounterpointRecord): boolean {
  return value.type === 'filing' || (value.type === 'point' && value.kind === 'card');
}
