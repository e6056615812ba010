// What instructors' rulings do to a live document: which are in a batch, what they lock, and what they erased that still
// has its words. It looks only; erasing is erasing.ts's.

import type * as Y from 'yjs';
import type { RecordTimes } from '#lib/data/store/loading.ts';
import type { Batch } from '#lib/data/store/log.ts';
import { type Locks, locksOf } from '#lib/model/lock.ts';
import {
  type CounterpointRecord,
  type Entry,
  isRuling,
  type ParticipantId,
  parseRecord,
  partsOf,
  type Ref,
  type Ruling,
  withdrawnFrom,
} from '#lib/model/record.ts';
import { entriesOf, recordAt } from '#lib/sync/layers.ts';
import type { Content } from './content.ts';

/** What a document's rulings hold just now. They are read when `heed` is called, or its locks first asked for. */
export class Ruled {
  private readonly content: Content;
  private readonly times: ReadonlyMap<Ref, RecordTimes>;
  private known: { locks: Locks | undefined } | undefined;
  /** Does the document still hold words that a ruling erased? */
  owesErasure = false;

  constructor(content: Content, times: ReadonlyMap<Ref, RecordTimes>) {
    this.content = content;
    this.times = times;
  }

  heed(): void {
    const { doc } = this.content;
    const rulings = rulingsIn(doc, this.times);
    this.known = { locks: locksIn(doc, rulings) };
    this.owesErasure = unerasedIn(doc, rulings).length > 0;
  }

  get locks(): Locks | undefined {
    if (!this.known) this.heed();
    return this.known?.locks;
  }
}

/** The rulings that a batch accepted. Nearly none has any, so the rest costs a search in each value's text. */
export function rulingsAmong(values: Batch['values']): { by: ParticipantId; ruling: Ruling }[] {
  return values.flatMap(({ participant, json }) => {
    if (!json?.includes('"ruling"')) return [];
    const parsed = parseRecord(JSON.parse(json));
    return parsed.ok && parsed.value.type === 'ruling' ? [{ by: participant, ruling: parsed.value }] : [];
  });
}

/** A document's rulings in the order in which they were first accepted. */
export function rulingsIn(doc: Y.Doc, times: ReadonlyMap<Ref, RecordTimes>): Entry<Ruling>[] {
  const rulings = [...entriesOf(doc, 'ruling').values()].filter(isRuling);
  const seqOf = ({ ref }: Entry) => times.get(ref)?.seq ?? Number.POSITIVE_INFINITY;
  return rulings.sort((a, b) => seqOf(a) - seqOf(b));
}

/** The locks that a document's rulings make; undefined where there are none. */
function locksIn(doc: Y.Doc, rulings: readonly Entry<Ruling>[]): Locks | undefined {
  return locksOf(rulings, (ref) => standingAt(doc, ref));
}

/** What was erased by a ruling and still stands with words: a crash may have come between the two. */
export function unerasedIn(doc: Y.Doc, rulings: readonly Entry<Ruling>[]): Ref[] {
  const erased = rulings.flatMap(({ value: { act, of } }) =>
    act === 'erase' && of.includes('/') ? [of as Ref] : [],
  );
  return [...new Set(erased)].filter((ref) => {
    const standing = standingAt(doc, ref);
    return standing !== undefined && !isEmptied(standing);
  });
}

function standingAt(doc: Y.Doc, ref: Ref): CounterpointRecord | undefined {
  const { participant, id } = partsOf(ref);
  return recordAt(doc, participant, id);
}

/** What stays of a point that was erased: where it stood and what it answered, and none of its words. Other records go whole. */
export function emptied(record: CounterpointRecord): CounterpointRecord | null {
  if (record.type !== 'point') return null;
  const { tags: _, ...rest } = record;
  return withdrawnFrom(rest);
}

function isEmptied(record: CounterpointRecord): boolean {
  return record.type === 'point' && record.withdrawn === true && record.tags === undefined;
}
