// The gate's last pass: is each record's net change in the frame one that the writer may make (GATE7, GATE11)? Who may write
// what is asked of lib/model/permission.ts.

import type * as Y from 'yjs';
import { type DocumentState, may, type Writer } from '#lib/model/permission.ts';
import { type CounterpointRecord, parseRecord, refOf } from '#lib/model/record.ts';
import { layerName } from '#lib/sync/layers.ts';
import type { RefusedRecord } from '#lib/sync/wire/protocol.ts';
import { contest } from './contest.ts';
import type { Deletions } from './deletions.ts';
import { type AcceptedValue, type Ground, type Judgement, refuse } from './judgement.ts';
import type { PlacedItem } from './places.ts';

/** Gives the values that the frame brings, or the verdict on one with a change that the writer may not make. */
export function judgeChanges(
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
