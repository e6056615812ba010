// Notes for all: what an instructor says once and every group of an assignment sees, as a copy on their layer in each room.
// Pure; how the copies come about is server/live/for-all.ts's.

import type { CounterpointRecord, Point, Ruling } from '../record.ts';
import { piecesOf } from '../threads/mention.ts';

/** Is it shown in every group of its assignment? */
export function isForAll(value: CounterpointRecord | undefined): value is Point & { forAll: true } {
  return value?.type === 'point' && value.forAll === true;
}

/** Does it answer or name someone of one group, whom the others do not know? */
export function speaksToOneGroup({ links = [], body = '' }: Pick<Point, 'links' | 'body'>): boolean {
  return (
    links.some(({ to }) => to !== 'reading') ||
    piecesOf(body, (participant) => participant).some(({ participant }) => participant !== undefined)
  );
}

/** Does a ruling on such a note hold in every group? Who folds or locks a thread means the group's own talk under it. */
export function holdsForAll({ act }: Ruling): boolean {
  return act === 'hide' || act === 'show' || act === 'erase';
}
