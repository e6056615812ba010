// The room's records as the review looks at them: now, as they stood when they were due, or as each
// student had written them before seeing the others'. Made anew only when a record, a date or a decision changed.

import { useMemo } from 'react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { usePassages } from '#components/room/scene/passages.ts';
import { type Entry, isPoint, type ParticipantId, type Point, type Ref } from '#lib/model/record.ts';
import { type Clash, clashOf } from '#lib/model/review/clash.ts';
import { type HeatCell, heatOf } from '#lib/model/review/heat.ts';
import { type MatrixRow, matrixOfPast } from '#lib/model/review/matrix.ts';
import { type PlanItem, planOf } from '#lib/model/review/plan.ts';
import { type RoomWork, roomWorkOf } from '#lib/model/review/room-work.ts';
import {
  asItStood,
  asUnlocked,
  type DueOf,
  isEditedSince,
  type PastValue,
  type SightOf,
  type Timing,
  timingOf,
} from '#lib/model/review/timing.ts';

export type When = 'due' | 'unlock' | 'now';

export type Looked = {
  work: RoomWork;
  /** `late` is counted over everything, also where only what came in time is shown. */
  rows: readonly MatrixRow[];
  timingOf(entry: Entry<Point>): Timing;
  /** Points edited after they were due, by their authors. */
  editedBy: ReadonlyMap<ParticipantId, ReadonlySet<Ref>>;
};

type Question = {
  students: readonly ParticipantId[];
  dueOf: DueOf;
  past: readonly PastValue[];
  accepted: readonly Ref[];
  sightOf: SightOf;
  when: When;
};

export function useRoomWork({ students, dueOf, past, accepted, sightOf, when }: Question): Looked {
  const { state, places } = useOpenRoom();
  const { locate } = usePassages();
  const taken = useMemo(() => new Set(accepted), [accepted]);
  const entries = state.entries;
  const now = useMemo(
    () => roomWorkOf(entries.values(), students, { places, locate }),
    [entries, students, places, locate],
  );
  const work = useMemo(() => {
    if (when === 'now') return now;
    const stood =
      when === 'unlock'
        ? asUnlocked(entries.values(), past, sightOf)
        : asItStood(entries.values(), past, dueOf, taken);
    return roomWorkOf(stood, students, { places, locate });
  }, [when, now, entries, past, dueOf, taken, sightOf, students, places, locate]);
  const rows = useMemo(() => matrixOfPast(work, now, dueOf, taken), [now, work, dueOf, taken]);
  const editedBy = useMemo(() => editedRefs(entries.values(), dueOf), [entries, dueOf]);
  return useMemo(
    () => ({ work, rows, editedBy, timingOf: (entry) => timingOf(entry, dueOf, taken) }),
    [work, rows, editedBy, dueOf, taken],
  );
}

export type Gaps = { heat: readonly HeatCell[]; clash: Clash; plan: readonly PlanItem[] };

/** Where the class did not meet; made only for whoever looks at it. */
export function gapsOf(work: RoomWork): Gaps {
  const clash = clashOf(work);
  const saidOf = new Map(work.said.map((said) => [said.entry.ref, said]));
  const plan = planOf(clash, (ref) => {
    const value = saidOf.get(ref)?.entry.value;
    return value?.body ?? value?.anchor?.quote ?? '';
  });
  return { heat: heatOf(work), clash, plan };
}

function editedRefs(entries: Iterable<Entry>, dueOf: DueOf): Map<ParticipantId, Set<Ref>> {
  const edited = new Map<ParticipantId, Set<Ref>>();
  for (const entry of entries) {
    if (!isPoint(entry) || !isEditedSince(entry, dueOf)) continue;
    const own = edited.get(entry.participant) ?? new Set();
    edited.set(entry.participant, own.add(entry.ref));
  }
  return edited;
}
