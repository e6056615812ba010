// The gate: update → accept or refuse, before anything is applied. Rules GATE1–GATE7 and GATE11 of docs/spec.md.
// It is a pure judge of a decoded frame against the document as it stands; who may write what is asked of
// lib/model/permission.ts, and what an update's bytes say is read by update.ts.

import * as Y from 'yjs';
import type { Writer } from '#lib/model/permission.ts';
import { judgeChanges } from './changes.ts';
import { type Deletions, judgeDeletions } from './deletions.ts';
import { type Clocks, type Ground, type Judgement, type NewItem, refuse } from './judgement.ts';
import { judgePlaces } from './places.ts';
import {
  type DecodedUpdate,
  decodeUpdate,
  ForbiddenContent,
  MalformedUpdate,
  partOf,
  type StructGroup,
} from './update.ts';

/** Judges one frame. It never throws for anything a client may send. */
export function judge(bytes: Uint8Array, writer: Writer, ground: Ground): Judgement {
  let update: DecodedUpdate;
  try {
    update = decodeUpdate(bytes);
  } catch (error) {
    if (error instanceof ForbiddenContent) return refuse('forbidden-content', error.message);
    if (error instanceof MalformedUpdate) return refuse('malformed', error.message);
    throw error;
  }
  const clocks = judgeClocks(update, writer, ground);
  if ('kind' in clocks) return clocks;
  const places = judgePlaces(clocks, writer, ground);
  if ('kind' in places) return places;
  const deletions = judgeDeletions(update, clocks, writer, ground);
  if ('kind' in deletions) return deletions;
  const changes = judgeChanges(places, deletions, writer, ground);
  if ('kind' in changes) return changes;
  const isNew = places.length > 0 || deletions.count > 0;
  return {
    kind: 'accept',
    claims: clocks.claims,
    ...changes,
    bytes: isNew ? ownPart(bytes, update, deletions, clocks, ground.doc) : null,
  };
}

/**
 * Only what is new goes on to Yjs, and only one's own. It would still read what is known, whatever that now claims: it
 * makes every root that it names, and waits for every item that it follows.
 */
function ownPart(
  bytes: Uint8Array,
  update: DecodedUpdate,
  deletions: Deletions,
  clocks: Clocks,
  doc: Y.Doc,
): Uint8Array {
  return partOf(
    bytes,
    update,
    (client) => (clocks.ends.has(client) ? Y.getState(doc.store, client) : undefined),
    (client) => deletions.owned.has(client),
  );
}

/** First pass: whose client ids, and do their clocks go on where the document stops (GATE2, GATE3, GATE4)? */
function judgeClocks(update: DecodedUpdate, writer: Writer, ground: Ground): Clocks | Judgement {
  const items: NewItem[] = [];
  const claims: number[] = [];
  const ends = new Map<number, number>();
  let isGap = false;
  for (const group of update.groups) {
    const known = Y.getState(ground.doc.store, group.client);
    if (group.end <= known) continue;
    const owner = ground.owners.get(group.client);
    if (owner !== undefined && owner !== writer.participant) {
      return refuse('not-yours', `client ${group.client} is another participant's`);
    }
    const odd = group.structs.find(
      (struct) => struct.kind !== 'item' && struct.clock + struct.length > known,
    );
    if (odd) return refuse('forbidden-struct', `a new ${odd.kind} struct`);
    // Half-known structs arise when a client answers an older state vector: ask again, and it starts at the right clock.
    if (group.clock > known || isHalfKnown(group, known)) {
      isGap = true;
      continue;
    }
    if (owner === undefined) claims.push(group.client);
    ends.set(group.client, group.end);
    for (const struct of group.structs) {
      if (struct.kind === 'item' && struct.clock >= known) items.push({ ...struct, client: group.client });
    }
  }
  return isGap ? { kind: 'resync' } : { items, claims, ends };
}

function isHalfKnown(group: StructGroup, known: number): boolean {
  return group.structs.some((struct) => struct.clock < known && struct.clock + struct.length > known);
}
