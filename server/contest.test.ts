import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Contender, winnerOf } from './contest.ts';

/** Devices of one person that write, delete and sometimes hear of each other, all under one key. */
const steps = fc.array(
  fc.record({
    device: fc.nat(3),
    act: fc.constantFrom('write', 'write', 'delete', 'hear'),
    other: fc.nat(3),
  }),
  { minLength: 1, maxLength: 40 },
);

function contendersOf(doc: Y.Doc): (Contender & { item: Y.Item })[] {
  const found: (Contender & { item: Y.Item })[] = [];
  for (const [client, structs] of doc.store.clients) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue;
      const { id, length, origin } = struct;
      found.push({ client, clock: id.clock, length, origin: origin ?? undefined, item: struct });
    }
  }
  return found;
}

describe('contest', () => {
  test('[GATE7] names the item that Yjs lets stand, whatever devices wrote at once', () => {
    fc.assert(
      fc.property(steps, fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 }), (script, clients) => {
        const docs = clients.map((clientID) => Object.assign(new Y.Doc(), { clientID }));
        for (const [at, { device, act, other }] of script.entries()) {
          const doc = docs[device];
          const from = docs[other];
          if (!doc || !from) continue;
          if (act === 'write') doc.getMap('layer').set('key', at);
          else if (act === 'delete') doc.getMap('layer').delete('key');
          else Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
        }
        const merged = new Y.Doc();
        for (const doc of docs) Y.applyUpdate(merged, Y.encodeStateAsUpdate(doc));
        const standing = merged.getMap('layer')._map.get('key');
        expect(winnerOf(contendersOf(merged))?.item).toBe(standing);
      }),
      { numRuns: 2000, seed: 20171 },
    );
  });

  test('a run of merged deletions loses to an item that branches off before its end with a higher client id', () => {
    const run = { client: 5, clock: 0, length: 4, origin: undefined };
    const lower = { client: 4, clock: 0, length: 1, origin: { client: 5, clock: 1 } };
    const higher = { client: 6, clock: 0, length: 1, origin: { client: 5, clock: 1 } };
    expect(winnerOf([run, lower])).toBe(run);
    expect(winnerOf([run, higher])).toBe(higher);
  });

  test('of two items that one client hangs on the same origin the first stands', () => {
    const first = { client: 5, clock: 0, length: 1, origin: undefined };
    const second = { client: 5, clock: 1, length: 1, origin: undefined };
    expect(winnerOf([second, first])).toBe(first);
  });
});
