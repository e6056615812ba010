import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Contender, contest, type Standing } from './contest.ts';
import { decodeUpdate } from './update.ts';

/** Devices of one person that write, delete and sometimes hear of each other, all under one key. */
const steps = fc.array(
  fc.record({
    device: fc.nat(3),
    act: fc.constantFrom('write', 'write', 'delete', 'hear'),
    other: fc.nat(3),
  }),
  { minLength: 1, maxLength: 40 },
);

const nobody: Contender = { client: -1, clock: 0, length: 0, origin: undefined };

function standingIn(doc: Y.Doc): Y.Item | undefined {
  return doc.getMap('layer')._map.get('key');
}

function merged(docs: Y.Doc[]): Y.Doc {
  const all = new Y.Doc();
  for (const doc of docs) Y.applyUpdate(all, Y.encodeStateAsUpdate(doc));
  return all;
}

/** The items of an update as the gate sees them. */
function itemsIn(update: Uint8Array): Contender[] {
  return decodeUpdate(update).groups.flatMap(({ client, structs }) =>
    structs.flatMap((struct) => {
      if (struct.kind !== 'item') return [];
      const { clock, length, origin } = struct;
      return [{ client, clock, length, origin }];
    }),
  );
}

/** A history in which two client ids wrote in turns, so that Yjs merges nothing of it. */
function historyOf(length: number): { doc: Y.Doc; other: Y.Doc } {
  const [doc, other] = [1, 2].map((clientID) => Object.assign(new Y.Doc(), { clientID })) as [Y.Doc, Y.Doc];
  doc.on('update', (bytes) => Y.applyUpdate(other, bytes));
  other.on('update', (bytes) => Y.applyUpdate(doc, bytes));
  for (let i = 0; i < length; i++) (i % 2 ? doc : other).getMap('layer').set('key', i);
  return { doc, other };
}

describe('contest', () => {
  test('[GATE7] names the item that Yjs lets stand, whatever devices wrote at once and whatever is known of it', () => {
    fc.assert(
      fc.property(
        steps,
        fc.nat(40),
        fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 }),
        (script, knownSteps, clients) => {
          const docs = clients.map((clientID) => Object.assign(new Y.Doc(), { clientID }));
          let known = new Y.Doc();
          for (const [at, { device, act, other }] of script.entries()) {
            if (at === knownSteps) known = merged(docs);
            const doc = docs[device];
            const from = docs[other];
            if (!doc || !from) continue;
            if (act === 'write') doc.getMap('layer').set('key', at);
            else if (act === 'delete') doc.getMap('layer').delete('key');
            else Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
          }
          const whole = merged(docs);
          const before = standingIn(known);
          const fresh = itemsIn(Y.encodeStateAsUpdate(whole, Y.encodeStateVector(known)));
          const { winner } = contest(before, fresh) ?? { winner: nobody };
          const last = winner
            ? { client: winner.client, clock: winner.clock + winner.length - 1 }
            : before && { client: before.id.client, clock: before.id.clock + before.length - 1 };
          const after = standingIn(whole);
          expect(last?.client).toBe(after?.id.client);
          if (last && after) expect(last.clock).toBe(after.id.clock + after.length - 1);
        },
      ),
      { numRuns: 4000, seed: 20171 },
    );
  });

  test('a run of merged deletions loses to an item that branches off before its end with a higher client id', () => {
    const run: Standing = { id: { client: 5, clock: 0 }, length: 4, origin: null, left: null };
    const lower = { client: 4, clock: 0, length: 1, origin: { client: 5, clock: 1 } };
    const higher = { client: 6, clock: 0, length: 1, origin: { client: 5, clock: 1 } };
    expect(contest(run, [lower])?.winner).toBeUndefined();
    expect(contest(run, [higher])?.winner).toBe(higher);
    const all = { client: 5, clock: 0, length: 4, origin: undefined };
    expect(contest(undefined, [all, lower])?.winner).toBe(all);
    expect(contest(undefined, [all, higher])?.winner).toBe(higher);
  });

  test('of two items that one client hangs on the same origin the first stands', () => {
    const first = { client: 5, clock: 0, length: 1, origin: undefined };
    const second = { client: 5, clock: 1, length: 1, origin: undefined };
    expect(contest(undefined, [second, first])?.winner).toBe(first);
  });

  test('[LIM] what follows the standing item costs no step, whatever was written before', () => {
    const { doc, other } = historyOf(2000);
    const before = standingIn(doc);
    const vector = Y.encodeStateVector(doc);
    const mine = Object.assign(new Y.Doc(), { clientID: 3 });
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(other));
    for (let i = 0; i < 100; i++) mine.getMap('layer').set('key', `offline ${i}`);
    const fresh = itemsIn(Y.encodeStateAsUpdate(mine, vector));
    expect(contest(before, fresh)).toEqual({ winner: fresh.at(-1), steps: 0 });
  });

  test('[LIM] what branches off costs as many steps as lie behind it, and none past the limit', () => {
    const { doc } = historyOf(2000);
    const stale = [{ client: 9, clock: 0, length: 1, origin: undefined }];
    expect(contest(standingIn(doc), stale)).toEqual({ winner: stale[0], steps: 2000 });
    let stepped = 0;
    const counted = (item: Standing | null): Standing | null =>
      item && {
        id: item.id,
        length: item.length,
        origin: item.origin,
        get left() {
          stepped++;
          return counted(item.left);
        },
      };
    expect(contest(counted(standingIn(doc) ?? null) ?? undefined, stale, 100)).toBeNull();
    expect(stepped).toBeLessThanOrEqual(100);
  });

  test('[LIM] a crowd of siblings costs steps for each pair of them, also under a new key', () => {
    const crowd = Array.from({ length: 1000 }, (_, i) => ({
      client: i,
      clock: 0,
      length: 1,
      origin: undefined,
    }));
    expect(contest(undefined, crowd)?.steps).toBe(1_000_000);
    expect(contest(undefined, crowd, 20_000)).toBeNull();
  });
});
