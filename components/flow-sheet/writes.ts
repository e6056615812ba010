// What each act of the flow writes, as records: pure, so that what a key does can be told without a screen.

import {
  type Link,
  type ParticipantId,
  type Point,
  type Ref,
  type Revision,
  withdrawnFrom,
} from '#lib/model/record.ts';
import type { FlowCell } from '#lib/model/round/flow.ts';
import { benchOf, type Format, type Slot } from '#lib/model/round/format.ts';
import { movedTo, revisionId } from '#lib/model/round/revision.ts';
import type { Place } from '#lib/sync/room-state.ts';

/** A record to be put, and what stood there before, for undoing it. */
export type Write = {
  place: Place;
  id: string;
  value: Point | Revision;
  before: Point | Revision | undefined;
};

/** The tags that mark a point on the flow. */
export const marks = ['evidence', 'turn'] as const;
export type Mark = (typeof marks)[number];

export type NewCell = { speech: string; sheet: string; body: string; links?: Link[]; row?: number };

export function newPoint(cell: NewCell, at: string): Point {
  return { type: 'point', kind: 'claim', at, ...cell };
}

/** How a point in this slot stands to one in that: one’s own bench extends, the other answers. */
export function linkUnder(format: Format, slot: Slot, above: FlowCell): Link {
  const isOwn = benchOf(format, slot) === benchOf(format, above.slot);
  return { to: above.ref, stance: isOwn ? 'supports' : 'rebuts' };
}

export function hasMark({ point }: FlowCell, mark: Mark): boolean {
  return point.tags?.includes(mark) ?? false;
}

export function markedWith(point: Point, mark: Mark): Point {
  const { tags = [], ...rest } = point;
  const next = tags.includes(mark) ? tags.filter((tag) => tag !== mark) : [...tags, mark];
  return next.length > 0 ? { ...rest, tags: next } : rest;
}

/** An answer that answers this, too; or no more, where it did. */
export function groupedWith(point: Point, to: Ref): Point {
  const [first, ...also] = point.links ?? [];
  if (!first) return point;
  const next = also.some((link) => link.to === to)
    ? also.filter((link) => link.to !== to)
    : [...also, { to, stance: first.stance }];
  return { ...point, links: [first, ...next] };
}

export type Change = { body?: string; moved?: NonNullable<Revision['moved']>; struck?: boolean };

/** A change to a cell as its author makes it, or a partner: rewritten, or revised on one's own layer. */
export function changeWrite(
  cell: FlowCell,
  change: Change,
  { me, place, mine, at }: { me: ParticipantId; place: Place; mine: Revision | undefined; at: string },
): Write {
  const { entry, ref } = cell;
  if (entry.participant === me) {
    const value = ownChange(entry.value, change);
    return { place, id: entry.id, value, before: entry.value };
  }
  const value: Revision = { ...mine, type: 'revision', of: ref, at, ...change };
  return { place: 'side', id: revisionId(ref), value, before: mine ?? { type: 'revision', of: ref, at } };
}

function ownChange(point: Point, { body, moved, struck }: Change): Point {
  if (struck) return withdrawnFrom(point);
  const put = moved ? movedTo(point, moved) : point;
  return body === undefined ? put : { ...put, body };
}

/** What undoing a write writes: a point that was not there is taken back, all else is as it was. */
export function undone({ place, id, value, before }: Write): Write {
  if (before) return { place, id, value: before, before: value };
  if (value.type === 'revision')
    return { place, id, value: { type: 'revision', of: value.of, at: value.at }, before: value };
  return { place, id, value: withdrawnFrom(value), before: value };
}
