// The values that one commit accepts: their order, and which of them stand.

import type * as Y from 'yjs';
import type { Batch } from '#lib/data/store/log.ts';
import { partsOf, type Ref } from '#lib/model/record.ts';
import { recordAt, valueAt } from '#lib/sync/layers.ts';
import type { AcceptedValue } from '../gate/judgement.ts';

type Values = Batch['values'];

/** The values of accepted frames, each with its seq: the ones that follow `seq`, in the order in which they were taken. */
export function numbered(accepted: readonly { values: AcceptedValue[] }[], seq: number): Values {
  let last = seq;
  const numbered: Values = [];
  for (const { values } of accepted) {
    for (const { ref, id, value } of values) {
      const json = value && JSON.stringify(value);
      numbered.push({ ref, participant: partsOf(ref).participant, id, json, seq: ++last });
    }
  }
  return numbered;
}

/** Those that stand now; a value that lost to one's other device is only kept as a version. */
export function standingAmong(values: Values, doc: Y.Doc): Batch['standing'] {
  const standing = new Map<Ref, Batch['standing'][number]>();
  for (const value of values) if (stands(value, doc)) standing.set(value.ref, value);
  return [...standing.values()];
}

function stands({ participant, id, json }: Values[number], doc: Y.Doc): boolean {
  // As it was written, it is mostly to the letter what stands: then it need not be parsed a second time.
  if (json !== null && JSON.stringify(valueAt(doc, participant, id)) === json) return true;
  const record = recordAt(doc, participant, id);
  return (record ? JSON.stringify(record) : null) === json;
}
