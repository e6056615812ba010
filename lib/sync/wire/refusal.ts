// Which of one's changes a refusal speaks of, and what becomes of them (GATE10). Pure functions over the outbox.

import type { DocumentKind } from '#lib/model/document.ts';
import { type Ref, refOf } from '#lib/model/record.ts';
import type { Change } from '../device/outbox.ts';
import type { RefusedDraft, Trouble, Unsaved } from '../room-state.ts';
import type { FrameAt } from './counting-socket.ts';
import type { RefusedRecord } from './protocol.ts';

export type Refusal = { change: Change } & Unsaved;

/** Refusals that speak of no change: another client id would fare no better, and the words stay in the outbox. */
const hopeless: ReadonlySet<string> = new Set<Trouble>(['room-full', 'too-many-clients']);

/** What makes it no use to try again; undefined where it may be. */
export function hopelessRecord(records: readonly RefusedRecord[]): RefusedRecord | undefined {
  return records.find(({ code }) => hopeless.has(code));
}

/**
 * The changes a refused frame is to blame on. Where it names none of `changes`, that is nothing at first, since a fresh
 * document may heal it; with `isRepeated`, everything the frame carried, which is by then a single change.
 */
export function refusalsOf(
  changes: readonly Change[],
  at: FrameAt,
  records: readonly RefusedRecord[],
  isRepeated: boolean,
): readonly Refusal[] {
  const inFrame = changes.filter(({ sentAt }) => sentAt?.socket === at.socket && sentAt.frame === at.frame);
  const refusals = new Map<Change, Refusal>();
  for (const { ref, code, detail } of records) {
    for (const change of ref ? named(ref, inFrame, changes) : []) {
      refusals.set(change, { change, code, detail });
    }
  }
  const [first] = records;
  if (refusals.size > 0 || !isRepeated || !first) return [...refusals.values()];
  return inFrame.map((change) => ({ change, code: first.code, detail: first.detail }));
}

/** Within the frame, where it carried the record; else wherever the record waits. */
function named(ref: Ref, inFrame: readonly Change[], all: readonly Change[]): readonly Change[] {
  const isNamed = ({ participant, id }: Change) => refOf(participant, id) === ref;
  const carried = inFrame.filter(isNamed);
  return carried.length > 0 ? carried : all.filter(isNamed);
}

/** The change most likely meant where a frame was too large. */
export function largestOf(changes: readonly Change[]): Change | undefined {
  return changes.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0];
}

function sizeOf({ value }: Change): number {
  return JSON.stringify(value).length;
}

/** A refused change as its author gets it back. */
export function draftOf(place: DocumentKind, { change, code, detail }: Refusal): RefusedDraft {
  const { key, id, value, at } = change;
  return { key, place, id, value, code, detail, at };
}
