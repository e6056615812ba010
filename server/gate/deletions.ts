// The gate's third pass: is everything that is deleted anew the writer's own, and known (GATE3, GATE6)?

import * as Y from 'yjs';
import type { Writer } from '#lib/model/permission.ts';
import { holding } from './contest.ts';
import { type Clocks, type Ground, type Judgement, refuse } from './judgement.ts';
import { type DecodedUpdate, type DeleteRange, mergeRanges } from './update.ts';

export type Deletions = {
  /** New deletions of what the document holds: the values that go. */
  known: Y.Item[];
  /** Is this new item, by its own client and clock, deleted within the frame? */
  isDeleted(client: number, clock: number): boolean;
  /** The writer's clients among whose items something is deleted. */
  owned: ReadonlySet<number>;
  count: number;
};

/** Gives what is deleted anew, or the verdict on a frame that deletes what it may not. */
export function judgeDeletions(
  update: DecodedUpdate,
  clocks: Clocks,
  writer: Writer,
  ground: Ground,
): Deletions | Judgement {
  const known: Y.Item[] = [];
  const ranges = new Map<number, DeleteRange[]>();
  let fresh = 0;
  for (const group of update.deletes) {
    const standing = Y.getState(ground.doc.store, group.client);
    const end = clocks.ends.get(group.client) ?? standing;
    const owner = ground.owners.get(group.client);
    const isOwn = owner === writer.participant || clocks.ends.has(group.client);
    const merged = mergeRanges(group.ranges);
    for (const range of merged) {
      const living = livingItems(
        ground.doc,
        group.client,
        range.clock,
        Math.min(range.clock + range.length, standing),
      );
      const isBeyond = range.clock + range.length > standing;
      if (living.length === 0 && !isBeyond) continue;
      // A client id nobody owns yet may be that of one's other tab, whose items are still on their way.
      if (!isOwn && owner === undefined) return { kind: 'resync' };
      if (!isOwn) {
        return refuse('not-yours', `a deletion in client ${group.client}, which is another participant's`);
      }
      if (range.clock + range.length > end) return { kind: 'resync' };
      if (++fresh > ground.deleteRanges)
        return refuse('too-many-deletions', `more than ${ground.deleteRanges} ranges`);
      known.push(...living);
    }
    if (isOwn) ranges.set(group.client, merged);
  }
  return {
    known,
    owned: new Set(ranges.keys()),
    count: fresh,
    isDeleted: (client, clock) => holding(ranges.get(client) ?? [], clock) !== undefined,
  };
}

/** The items of one client in a range of clocks that are not deleted yet. */
function livingItems(doc: Y.Doc, client: number, from: number, to: number): Y.Item[] {
  const structs = doc.store.clients.get(client);
  if (!structs || from >= to) return [];
  const living: Y.Item[] = [];
  for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
    const struct = structs[i];
    if (!struct || struct.id.clock >= to) break;
    if (struct instanceof Y.Item && !struct.deleted) living.push(struct);
  }
  return living;
}
