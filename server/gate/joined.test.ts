// Stored updates joined without Yjs: whoever is sent the result must not be able to tell.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { putRecord } from '#lib/sync/layers.ts';
import { pointOf } from '../fixture.ts';
import { applyStored, fingerprintOf } from '../room/content.ts';
import { JoinedUpdate } from './joined.ts';

type Step = { author: number; id: number; words: string; isDeletion: boolean; isSnapshot: boolean };

/** What people did one after the other, on a server that keeps each commit. */
const histories = fc.array(
  fc.record({
    author: fc.integer({ min: 0, max: 2 }),
    id: fc.integer({ min: 0, max: 4 }),
    words: fc.string({ unit: 'binary', maxLength: 12 }),
    isDeletion: fc.boolean(),
    isSnapshot: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30 },
);

/** The server's document, and what would be stored of it: the newest snapshot and the rows after it. */
function kept(steps: readonly Step[]): { doc: Y.Doc; updates: Uint8Array[] } {
  const authors = [11, 300, 70_000].map((client) => Object.assign(new Y.Doc(), { clientID: client }));
  const doc = new Y.Doc();
  let updates: Uint8Array[] = [];
  doc.on('update', (bytes: Uint8Array) => updates.push(bytes));
  for (const { author, id, words, isDeletion, isSnapshot } of steps) {
    const own = authors[author];
    if (!own) continue;
    if (isDeletion) own.getMap(`layer:p${author}`).delete(`n${id}`);
    else putRecord(own, `p${author}`, `n${id}`, pointOf(words));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(own, Y.encodeStateVector(doc)));
    if (isSnapshot) updates = [Y.encodeStateAsUpdate(doc)];
  }
  return { doc, updates };
}

function joined(updates: readonly Uint8Array[]): JoinedUpdate {
  const made = JoinedUpdate.of(updates);
  if (!made) throw new Error('not joined');
  return made;
}

function docOf(...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  applyStored(doc, updates);
  return doc;
}

describe('stored updates joined to one', () => {
  test('make the same document, whatever was written, overwritten and deleted', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { doc, updates } = kept(steps);
        const whole = joined(updates);
        expect(fingerprintOf(docOf(whole.bytes))).toBe(fingerprintOf(doc));
        expect(Y.decodeStateVector(Y.encodeStateVector(doc))).toEqual(whole.clocks());
      }),
    );
  });

  test('catch up whoever has a part, or leave it to Yjs where a struct would have to be parted', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (steps, at) => {
        const { doc, updates } = kept(steps);
        const part = kept(steps.slice(0, at % steps.length)).doc;
        const missing = joined(updates).since(Y.decodeStateVector(Y.encodeStateVector(part)));
        if (!missing) return;
        Y.applyUpdate(part, missing);
        expect(fingerprintOf(part)).toBe(fingerprintOf(doc));
      }),
    );
  });

  test('do not hold a word that was overwritten, withdrawn or taken back', () => {
    const steps = ['first thoughts', 'second thoughts', 'what stands'].map((words) => ({
      ...{ author: 0, id: 1, isDeletion: false, isSnapshot: false },
      words,
    }));
    const deleted = { ...steps[0], id: 2, words: 'taken back' } as Step;
    const { updates } = kept([...steps, deleted, { ...deleted, isDeletion: true }]);
    expect(updates.some((bytes) => Buffer.from(bytes).includes('first thoughts'))).toBe(true);
    const said = Buffer.from(joined(updates).bytes);
    for (const gone of ['first thoughts', 'second thoughts', 'taken back'])
      expect(said.includes(gone)).toBe(false);
    expect(said.includes('what stands')).toBe(true);
  });

  const [one, two, three] = ['a', 'b', 'c'].map((words, id) => ({
    ...{ author: 0, id, isDeletion: false, isSnapshot: false },
    words,
  })) as [Step, Step, Step];
  const { updates } = kept([one, two, three, { ...one, isDeletion: true }]);

  test.each<[string, Uint8Array[]]>([
    ['a missing row', updates.filter((_, i) => i !== 1)],
    ['a missing beginning', updates.slice(1)],
    ['a row cut off', [...updates.slice(0, 3), updates[3]?.subarray(0, -1) ?? new Uint8Array()]],
    ['bytes after the end', [Buffer.concat([updates[0] ?? new Uint8Array(), Buffer.from([0])])]],
    ['a deletion of what is not there', updates.slice(3)],
    ['rows in another order', [...updates].reverse()],
    ['no bytes at all', [new Uint8Array()]],
  ])('are not joined with %s', (_, rows) => {
    expect(JoinedUpdate.of(rows)).toBeUndefined();
  });

  test('are not joined where something else than a layer was written', () => {
    const doc = new Y.Doc();
    doc.getText('layer:p0').insert(0, 'a text');
    expect(JoinedUpdate.of([Y.encodeStateAsUpdate(doc)])).toBeUndefined();
  });

  test('of nothing are nothing', () => {
    expect([...joined([]).bytes]).toEqual([0, 0]);
  });
});
