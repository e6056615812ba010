// From the records of a room to the flow that this person sees: what was said, their side's prep, their own flow, and
// what was typed a moment ago and is still on its way to this device's outbox.

import type { Entry, ParticipantId, Point, Ref, Revision } from '#lib/model/record.ts';
import { type Clocks, hasEnded } from '#lib/model/round/clock.ts';
import { type FlowSheet, flowOf } from '#lib/model/round/flow.ts';
import { type Format, slotOf } from '#lib/model/round/format.ts';
import { revisionsOf } from '#lib/model/round/revision.ts';
import type { Place, RoomState } from '#lib/sync/room-state.ts';

export type Documents = Pick<RoomState, 'entries' | 'privateEntries' | 'sideEntries'>;

export type FlowAround = {
  format: Format;
  clocks: Clocks;
  /** The side one is on. */
  side: string | null;
  sideOf: (participant: ParticipantId) => string | null | undefined;
  isHidden: (ref: Ref) => boolean;
};

/** Records that stand on screen before the device has them. */
export type Ahead = ReadonlyMap<Ref, { place: Place; entry: Entry<Point | Revision> }>;

export function sheetsOf(documents: Documents, ahead: Ahead, around: FlowAround): FlowSheet[] {
  const { points, revisions } = mergedOf(documents, ahead);
  const said = saidIds(points);
  const placed = [...points.values()].flatMap(({ entry, place }) => {
    const isPrep = place === 'side' && slotOf(around.format, entry.value.speech)?.side === around.side;
    // What was prepared and then said stands where it was said.
    if (place === 'side' && said.has(entry.id)) return [];
    return [{ entry, isPrep }];
  });
  return flowOf(
    {
      points: placed,
      revisions: revisionsOf(revisions),
      sideOf: around.sideOf,
      isHidden: around.isHidden,
      hasEnded: (slotId) => hasEnded(around.clocks, slotId),
    },
    around.format,
  );
}

type Placed = { place: Place; entry: Entry<Point> };

/** Of a point in two documents, the shared one counts. */
function mergedOf({ entries, privateEntries, sideEntries }: Documents, ahead: Ahead) {
  const points = new Map<Ref, Placed>();
  const revisions: Entry[] = [];
  const take = (place: Place, all: Iterable<Entry>) => {
    for (const entry of all) {
      if (entry.value.type === 'point' && entry.value.speech) {
        points.set(entry.ref, { place, entry: entry as Entry<Point> });
      } else if (place === 'side' && entry.value.type === 'revision') revisions.push(entry);
    }
  };
  const waiting = [...ahead.values()];
  const put = new Map(
    waiting.filter(({ entry }) => entry.value.type === 'revision').map(({ entry }) => [entry.ref, entry]),
  );
  take('private', privateEntries.values());
  take(
    'side',
    [...sideEntries.values()].filter(({ ref }) => !put.has(ref)),
  );
  take('side', put.values());
  take('room', entries.values());
  for (const { place, entry } of waiting) {
    const known = points.get(entry.ref);
    if (entry.value.type !== 'point') continue;
    points.set(entry.ref, { place, entry: { ...known?.entry, ...(entry as Entry<Point>) } });
  }
  return { points, revisions };
}

function saidIds(points: ReadonlyMap<Ref, Placed>): Set<string> {
  const shared = [...points.values()].filter(({ place }) => place === 'room');
  return new Set(shared.map(({ entry }) => entry.id));
}
