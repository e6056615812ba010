// The gate: update → accept or refuse, before anything is applied. Rules GATE1–GATE7 and GATE11 of docs/spec.md.
// It is a pure judge of a decoded frame against the document as it stands; who may write what is asked of
// lib/model/permission.ts, and what an update's bytes say is read by update.ts.

import * as Y from 'yjs';
import { type DocumentState, may, type Writer } from '#lib/model/permission.ts';
import {
  type CounterpointRecord,
  type ParticipantId,
  parseRecord,
  type Ref,
  refOf,
} from '#lib/model/record.ts';
import { layerName } from '#lib/sync/layers.ts';
import type { RefusedRecord } from '#lib/sync/wire/protocol.ts';
import { contest, holding } from './contest.ts';
import { haveOrder } from './order.ts';
import {
  type DecodedUpdate,
  type DeleteRange,
  decodeUpdate,
  ForbiddenContent,
  MalformedUpdate,
  mergeRanges,
  partOf,
  type Struct,
  type StructGroup,
  type StructId,
} from './update.ts';

/** The document as the judge sees it. `owners`: each Yjs client id and the one participant it belongs to (GATE2). */
export type Ground = {
  doc: Y.Doc;
  owners: ReadonlyMap<number, ParticipantId>;
  state: DocumentState;
  /** How many delete ranges not yet known one frame may bring. */
  deleteRanges: number;
  /** How far one frame may have Yjs look for the places of what contends with other versions of a record. */
  contestSteps: number;
};

/** One value taken by the gate, in the order to store them (DUR10): null is a deletion. */
export type AcceptedValue = { ref: Ref; id: string; value: CounterpointRecord | null };

export type Judgement =
  /**
   * Good: apply `bytes`, which are null when nothing is new. `claims` are client ids seen for the first time, `steps` how
   * far places have to be looked for among other versions.
   */
  | { kind: 'accept'; claims: number[]; values: AcceptedValue[]; steps: number; bytes: Uint8Array | null }
  /** A gap, or an origin not known yet: answer with sync step 1 and change nothing (GATE3). */
  | { kind: 'resync' }
  | { kind: 'refuse'; refused: RefusedRecord[] };

const refuse = (code: string, detail: string, ref?: Ref): Judgement => ({
  kind: 'refuse',
  refused: [ref ? { ref, code, detail } : { code, detail }],
});

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

/** A struct the document does not have yet, always an item of the writer's. */
type NewItem = Extract<Struct, { kind: 'item' }> & { client: number };

type Clocks = {
  items: NewItem[];
  claims: number[];
  /** Where each of the writer's clients will stand after this frame. */
  ends: Map<number, number>;
};

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

/** A new item with the key it stands under. */
type PlacedItem = NewItem & { under: string };

/** Second pass: does each new item stand on the writer's own layer (GATE5)? */
function judgePlaces(clocks: Clocks, writer: Writer, ground: Ground): PlacedItem[] | Judgement {
  const root = layerName(writer.participant);
  const fresh = new Map<number, NewItem[]>();
  for (const item of clocks.items) {
    const siblings = fresh.get(item.client);
    if (siblings) siblings.push(item);
    else fresh.set(item.client, [item]);
  }
  if (!haveOrder(fresh)) return refuse('forbidden-place', 'items that wait for each other');
  const keys = new Map<NewItem, string>();
  const placed: PlacedItem[] = [];
  for (const item of clocks.items) {
    if (item.rightOrigin) return refuse('forbidden-place', 'an item with a right origin');
    const found = keyOf(item, root, fresh, keys, writer, ground);
    if (typeof found !== 'string') return found;
    placed.push({ ...item, under: found });
  }
  return placed;
}

/** Follows an item's origins, without recursion, to the key it stands under; they are in no circle. */
function keyOf(
  item: NewItem,
  root: string,
  fresh: Map<number, NewItem[]>,
  keys: Map<NewItem, string>,
  writer: Writer,
  ground: Ground,
): string | Judgement {
  const chain: NewItem[] = [];
  let at: NewItem = item;
  for (;;) {
    const known = keys.get(at);
    if (known !== undefined) return settle(chain, known, keys);
    chain.push(at);
    if (!at.origin) {
      if (at.parent !== root) return refuse('not-your-layer', 'an item outside the own layer');
      if (at.key === undefined) return refuse('forbidden-place', 'an item without a key');
      return settle(chain, at.key, keys);
    }
    const next = holding(fresh.get(at.origin.client) ?? [], at.origin.clock);
    if (next) {
      at = next;
      continue;
    }
    const under = knownKey(at.origin, writer, ground);
    return typeof under === 'string' ? settle(chain, under, keys) : under;
  }
}

function settle(chain: NewItem[], key: string, keys: Map<NewItem, string>): string {
  for (const item of chain) keys.set(item, key);
  return key;
}

/** The key of an origin that the document already holds; it must be an item of the same author. */
function knownKey(origin: StructId, writer: Writer, ground: Ground): string | Judgement {
  if (origin.clock >= Y.getState(ground.doc.store, origin.client)) return { kind: 'resync' };
  if (ground.owners.get(origin.client) !== writer.participant) {
    return refuse('not-your-layer', 'an item that follows another participant’s');
  }
  const struct = itemAt(ground.doc, origin);
  if (!struct || struct.parentSub === null) return refuse('forbidden-place', 'an origin that is no record');
  return struct.parentSub;
}

type Deletions = {
  /** New deletions of what the document holds: the values that go. */
  known: Y.Item[];
  /** Is this new item, by its own client and clock, deleted within the frame? */
  isDeleted(client: number, clock: number): boolean;
  /** The writer's clients among whose items something is deleted. */
  owned: ReadonlySet<number>;
  count: number;
};

/** Third pass: is everything that is deleted anew the writer's own, and known (GATE3, GATE6)? */
function judgeDeletions(
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

/** Last: is each record's net change in this frame one that the writer may make (GATE7, GATE11)? */
function judgeChanges(
  items: PlacedItem[],
  deletions: Deletions,
  writer: Writer,
  ground: Ground,
): { values: AcceptedValue[]; steps: number } | Judgement {
  const fresh = Map.groupBy(items, (item) => item.under);
  const deletedKeys = new Set<string>();
  for (const item of deletions.known) {
    const key = item.parentSub;
    if (key !== null && currentItem(ground.doc, writer, key) === item) deletedKeys.add(key);
  }
  const values: AcceptedValue[] = [];
  const refused: RefusedRecord[] = [];
  let stepsLeft = ground.contestSteps;
  for (const key of new Set([...fresh.keys(), ...deletedKeys])) {
    const written = fresh.get(key) ?? [];
    const before = currentValue(ground.doc, writer, key);
    const outcome = contest(currentItem(ground.doc, writer, key), written, stepsLeft);
    if (!outcome) {
      return refuse(
        'too-contested',
        'Too many versions of this were written at once. Send it again.',
        refOf(writer.participant, key),
      );
    }
    stepsLeft -= outcome.steps;
    // Two devices may have written one key at once: each value is judged, and which one stands is Yjs's to decide.
    const afters: unknown[] = standingValues(written, deletions);
    if (endsDeleted(outcome.winner, deletions, deletedKeys.has(key))) afters.push(undefined);
    for (const value of afters) {
      const result = judgeChange(key, before, value, writer, ground.state);
      if (result.kind === 'refused') refused.push(result.refused);
      else if (result.kind === 'changed') values.push(result.value);
    }
  }
  if (refused.length > 0) return { kind: 'refuse', refused };
  return { values, steps: ground.contestSteps - stepsLeft };
}

/** Of the new items under one key the values that nothing in the same frame overwrote or deleted. */
function standingValues(written: PlacedItem[], deletions: Deletions): unknown[] {
  const overwritten = new Set<string>();
  for (const item of written) if (item.origin) overwritten.add(idKey(item.origin.client, item.origin.clock));
  const values: unknown[] = [];
  for (const { client, clock, length, content } of written) {
    const isLast = !overwritten.has(idKey(client, clock + length - 1));
    if (content.kind === 'value' && isLast && !deletions.isDeleted(client, clock)) values.push(content.value);
  }
  return values;
}

/**
 * Will nothing stand under a key after this frame? A deletion can also come as an item: one without a value that wins
 * over what stands now, or one that wins and is deleted in the same frame.
 */
function endsDeleted(
  winner: PlacedItem | undefined,
  deletions: Deletions,
  isCurrentDeleted: boolean,
): boolean {
  if (!winner) return isCurrentDeleted;
  const { content, client, clock } = winner;
  return content.kind !== 'value' || deletions.isDeleted(client, clock);
}

type ChangeResult =
  | { kind: 'same' }
  | { kind: 'changed'; value: AcceptedValue }
  | { kind: 'refused'; refused: RefusedRecord };

function judgeChange(
  id: string,
  before: CounterpointRecord | undefined,
  value: unknown,
  writer: Writer,
  state: DocumentState,
): ChangeResult {
  const ref = refOf(writer.participant, id);
  let after: CounterpointRecord | undefined;
  if (value !== undefined) {
    const parsed = parseRecord(value);
    if (!parsed.ok) return { kind: 'refused', refused: { ref, code: 'bad-record', detail: parsed.reason } };
    after = parsed.value;
  }
  // No net change is always accepted: a client that writes its outbox again repeats what the server may already have.
  if (isSame(before, after)) return { kind: 'same' };
  const verdict = may(writer, { id, before, after }, state);
  if (!verdict.ok) return { kind: 'refused', refused: { ref, code: verdict.reason, detail: '' } };
  return { kind: 'changed', value: { ref, id, value: after ?? null } };
}

function currentItem(doc: Y.Doc, writer: Writer, key: string): Y.Item | undefined {
  const root = layerName(writer.participant);
  return doc.share.has(root) ? doc.getMap(root)._map.get(key) : undefined;
}

function currentValue(doc: Y.Doc, writer: Writer, key: string): CounterpointRecord | undefined {
  const root = layerName(writer.participant);
  if (!doc.share.has(root)) return undefined;
  const parsed = parseRecord(doc.getMap(root).get(key));
  return parsed.ok ? parsed.value : undefined;
}

function itemAt(doc: Y.Doc, id: StructId): Y.Item | undefined {
  const structs = doc.store.clients.get(id.client);
  const struct = structs?.[Y.findIndexSS(structs, id.clock)];
  return struct instanceof Y.Item ? struct : undefined;
}

function idKey(client: number, clock: number): string {
  return `${client}:${clock}`;
}

/** Equality of two JSON values, whatever the order of their fields. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keysOfA = Object.keys(a);
  if (keysOfA.length !== Object.keys(b).length) return false;
  return keysOfA.every((key) =>
    isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  );
}
