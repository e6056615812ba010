// What the gate's passes share: the ground on which they judge, what they may say, and what is new in a frame.

import type * as Y from 'yjs';
import type { DocumentState } from '#lib/model/permission.ts';
import type { CounterpointRecord, ParticipantId, Ref } from '#lib/model/record.ts';
import type { RefusedRecord } from '#lib/sync/wire/protocol.ts';
import type { Struct } from './update.ts';

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

/** The whole frame is refused. */
export const refuse = (code: string, detail: string, ref?: Ref): Judgement => ({
  kind: 'refuse',
  refused: [ref ? { ref, code, detail } : { code, detail }],
});

/** A struct the document does not have yet, always an item of the writer's. */
export type NewItem = Extract<Struct, { kind: 'item' }> & { client: number };

export type Clocks = {
  items: NewItem[];
  claims: number[];
  /** Where each of the writer's clients will stand after this frame. */
  ends: Map<number, number>;
};
