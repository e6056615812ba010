// What holds for any update: honest ones are read as Yjs reads them and never refused, damaged ones harm nobody.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Writer } from '#lib/model/permission.ts';
import { type CounterpointRecord, type ParticipantId, type Ref, reactionId } from '#lib/model/record.ts';
import { layerName, putRecord, recordAt, removeRecord } from '#lib/sync/layers.ts';
import { judge } from './gate.ts';
import type { Ground, Judgement } from './judgement.ts';
import { decodeUpdate, filterUpdate, type Struct } from './update.ts';

const people = ['ada', 'ben'] as const;
const pointIds = ['n1', 'n2', 'n3'];
const aPoint: Ref = 'someone/n1';
const reaction = {
  id: reactionId('helpful', aPoint),
  value: { type: 'reaction', of: aPoint, kind: 'helpful' },
} as const;

type ServerGround = Ground & { owners: Map<number, ParticipantId> };

function emptyGround(): ServerGround {
  const state = { kind: 'room' as const, closed: false };
  return { doc: new Y.Doc(), owners: new Map(), state, deleteRanges: 10_000, contestSteps: 10_000 };
}

function submit(bytes: Uint8Array, participant: ParticipantId, ground: ServerGround): Judgement {
  const writer: Writer = { participant, role: 'member' };
  const verdict = judge(bytes, writer, ground);
  if (verdict.kind !== 'accept') return verdict;
  for (const client of verdict.claims) ground.owners.set(client, participant);
  if (verdict.bytes) Y.applyUpdate(ground.doc, verdict.bytes, 'gate');
  return verdict;
}

/** One browser tab of someone: a document, and what it has sent that the server has not read yet. */
class Tab {
  readonly participant: ParticipantId;
  doc: Y.Doc;
  isOnline = false;
  /** In the order sent, as TCP keeps it. */
  readonly outgoing: ({ kind: 'update'; bytes: Uint8Array } | { kind: 'step2'; vector: Uint8Array })[] = [];
  readonly incoming: Uint8Array[] = [];

  constructor(participant: ParticipantId, clientID: number) {
    this.participant = participant;
    this.doc = this.open(clientID);
  }

  private open(clientID: number): Y.Doc {
    const doc = Object.assign(new Y.Doc(), { clientID });
    doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (this.isOnline && origin !== 'server') this.outgoing.push({ kind: 'update', bytes });
    });
    return doc;
  }

  /** The page is loaded again: what was kept comes back under a new client id, what was on its way is gone. */
  reload(clientID: number): void {
    this.disconnect();
    const kept = Y.encodeStateAsUpdate(this.doc);
    this.doc = this.open(clientID);
    Y.applyUpdate(this.doc, kept, 'cache');
  }

  disconnect(): void {
    this.isOnline = false;
    this.outgoing.length = 0;
    this.incoming.length = 0;
  }
}

const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      tab: fc.nat(5),
      id: fc.nat(2),
      word: fc.nat(3),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('react' as const), tab: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('unreact' as const), tab: fc.nat(5) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('both' as const),
      tab: fc.nat(5),
      id: fc.nat(2),
      word: fc.nat(3),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('connect' as const), tab: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('disconnect' as const), tab: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reload' as const), tab: fc.nat(5) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('copy' as const), tab: fc.nat(5), from: fc.nat(2) }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('server' as const), tab: fc.nat(5) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('client' as const), tab: fc.nat(5) }) },
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

/** Two people with three tabs each and a server, run by a script of what happens when. */
class World {
  readonly ground = emptyGround();
  readonly tabs: Tab[];
  private nextClient: number;
  private readonly clients: number[];

  constructor(clients: number[]) {
    this.clients = clients;
    this.nextClient = 0;
    this.tabs = [0, 1, 2, 3, 4, 5].map((i) => new Tab(people[i < 3 ? 0 : 1], this.newClient()));
  }

  run(script: Act[]): void {
    for (const step of script) this.step(step);
  }

  /** Everybody comes back and everything arrives. */
  settle(): void {
    for (const tab of this.tabs) {
      tab.disconnect();
      this.connect(tab);
    }
    for (let isBusy = true; isBusy; ) {
      isBusy = false;
      for (const tab of this.tabs) {
        while (this.serve(tab)) isBusy = true;
        while (this.deliver(tab)) isBusy = true;
      }
    }
  }

  private newClient(): number {
    return this.clients[this.nextClient++] ?? 1_000_000 + this.nextClient;
  }

  private step(step: Act): void {
    const tab = this.tabs[step.tab];
    if (!tab) return;
    const { doc, participant } = tab;
    if (step.kind === 'put') putRecord(doc, participant, pointIds[step.id] ?? 'n1', pointOf(step.word));
    else if (step.kind === 'react') putRecord(doc, participant, reaction.id, reaction.value);
    else if (step.kind === 'unreact') removeRecord(doc, participant, reaction.id);
    else if (step.kind === 'both') {
      doc.transact(() => {
        putRecord(doc, participant, reaction.id, reaction.value);
        putRecord(doc, participant, pointIds[step.id] ?? 'n1', pointOf(step.word));
        removeRecord(doc, participant, reaction.id);
      });
    } else if (step.kind === 'connect') this.connect(tab);
    else if (step.kind === 'disconnect') tab.disconnect();
    else if (step.kind === 'reload') tab.reload(this.newClient());
    else if (step.kind === 'copy') this.copy(tab, step.tab < 3 ? step.from : 3 + step.from);
    else if (step.kind === 'server') this.serve(tab);
    else this.deliver(tab);
  }

  /** The server's step 1 is answered with step 2; its own whole state stands for the answer to the tab's step 1. */
  private connect(tab: Tab): void {
    if (tab.isOnline) return;
    tab.isOnline = true;
    tab.outgoing.push({ kind: 'step2', vector: Y.encodeStateVector(this.ground.doc) });
    tab.incoming.push(Y.encodeStateAsUpdate(this.ground.doc));
  }

  /** Tabs of one person that share a cache see what the other has, whether the server knows it or not. */
  private copy(tab: Tab, from: number): void {
    const other = this.tabs[from];
    if (other && other !== tab) Y.applyUpdate(tab.doc, Y.encodeStateAsUpdate(other.doc), 'cache');
  }

  /** The server reads one frame of a tab. */
  private serve(tab: Tab): boolean {
    const frame = tab.outgoing.shift();
    if (!frame) return false;
    const bytes = frame.kind === 'update' ? frame.bytes : Y.encodeStateAsUpdate(tab.doc, frame.vector);
    const verdict = this.collect(() => submit(bytes, tab.participant, this.ground));
    if (verdict.kind === 'refuse') throw new Error(`refused an honest frame: ${JSON.stringify(verdict)}`);
    if (verdict.kind === 'resync') {
      tab.outgoing.push({ kind: 'step2', vector: Y.encodeStateVector(this.ground.doc) });
    }
    const { store } = this.ground.doc;
    if (store.pendingStructs || store.pendingDs) throw new Error('something was left pending');
    return true;
  }

  /** What the server's own document emits goes to every tab that is online (GATE8). */
  private collect<T>(change: () => T): T {
    const emitted: Uint8Array[] = [];
    const listener = (bytes: Uint8Array) => emitted.push(bytes);
    this.ground.doc.on('update', listener);
    const result = change();
    this.ground.doc.off('update', listener);
    for (const tab of this.tabs) if (tab.isOnline) tab.incoming.push(...emitted);
    return result;
  }

  private deliver(tab: Tab): boolean {
    const bytes = tab.incoming.shift();
    if (!bytes) return false;
    Y.applyUpdate(tab.doc, bytes, 'server');
    return true;
  }
}

function pointOf(word: number): CounterpointRecord {
  return { type: 'point', kind: 'comment', at: '2026-01-01T00:00:00.000Z', body: `word ${word}` };
}

function layersOf(doc: Y.Doc): Record<string, unknown> {
  return Object.fromEntries(people.map((person) => [person, doc.getMap(layerName(person)).toJSON()]));
}

const scripts = fc.array(act, { minLength: 5, maxLength: 120 });
const clientIds = fc.uniqueArray(fc.integer({ min: 1, max: 0xffff_ffff }), { minLength: 6, maxLength: 40 });

const histories = fc.tuple(clientIds, fc.array(act, { minLength: 10, maxLength: 40 }));

/** A server document as honest people leave it, with one more honest frame on its way. */
function frameAfter([ids, script]: [number[], Act[]]) {
  const { ground, tabs } = run(new World(ids), script);
  const tab = tabs[0] as Tab;
  putRecord(tab.doc, tab.participant, 'n4', pointOf(1));
  return { ground, bytes: Y.encodeStateAsUpdate(tab.doc), participant: tab.participant };
}

function run(world: World, script: Act[]): World {
  world.run(script);
  return world;
}

describe('honest people', () => {
  test('[GATE10] are never refused, and everyone comes to agree with the server, whatever order things happen in', () => {
    fc.assert(
      fc.property(clientIds, scripts, (ids, script) => {
        const world = new World(ids);
        world.run(script);
        world.settle();
        const expected = layersOf(world.ground.doc);
        for (const tab of world.tabs) expect(layersOf(tab.doc)).toEqual(expected);
      }),
      { numRuns: 1500, seed: 2026 },
    );
  });

  test('[GATE7] every value that stands was named by the verdict that took it', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { ground, bytes, participant } = frameAfter(history);
        const before = valuesOf(ground.doc, participant);
        const verdict = submit(bytes, participant, ground);
        if (verdict.kind !== 'accept') return;
        const taken = new Map(verdict.values.map((value) => [value.id, new Set<string>()]));
        for (const { id, value } of verdict.values) taken.get(id)?.add(JSON.stringify(value));
        for (const [id, value] of valuesOf(ground.doc, participant)) {
          if ((before.get(id) ?? 'null') !== value) expect(taken.get(id)).toContain(value);
        }
      }),
      { numRuns: 500, seed: 2026 },
    );
  });
});

/** Every record that ever stood on a layer, as JSON; deleted ones are null. */
function valuesOf(doc: Y.Doc, participant: ParticipantId): Map<string, string> {
  const ids = doc.getMap(layerName(participant))._map.keys();
  return new Map([...ids].map((id) => [id, JSON.stringify(recordAt(doc, participant, id) ?? null)]));
}

describe('the decoder', () => {
  test('[GATE1] reads every honest update as Yjs does', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { ground, bytes } = frameAfter(history);
        for (const update of [bytes, Y.encodeStateAsUpdate(ground.doc)])
          expect(readByUs(update)).toEqual(readByYjs(update));
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  test('[AUTH3] splits an update by clients into parts that together are the whole', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { bytes } = frameAfter(history);
        const parts = [0, 1].map((part) => filterUpdate(bytes, (client) => client % 2 === part));
        const whole = new Y.Doc();
        for (const part of parts) Y.applyUpdate(whole, part);
        const expected = new Y.Doc();
        Y.applyUpdate(expected, bytes);
        for (const [part, filtered] of parts.entries()) {
          expect(decodeUpdate(filtered).groups.every((group) => group.client % 2 === part)).toBe(true);
        }
        // Two tabs of one person may follow each other's items, which is why only whole people are filtered.
        if (!whole.store.pendingStructs)
          expect(Y.encodeStateVector(whole)).toEqual(Y.encodeStateVector(expected));
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});

type Read = {
  client: number;
  clock: number;
  length: number;
  origin: unknown;
  rightOrigin: unknown;
  value: unknown;
};

function readByUs(update: Uint8Array): { structs: Read[]; deletes: [number, number, number][] } {
  const { groups, deletes } = decodeUpdate(update);
  const structs = groups.flatMap(({ client, structs: some }) =>
    some.map((struct: Struct) => ({
      client,
      clock: struct.clock,
      length: struct.length,
      origin: (struct.kind === 'item' && struct.origin) || null,
      rightOrigin: (struct.kind === 'item' && struct.rightOrigin) || null,
      value: struct.kind === 'item' && struct.content.kind === 'value' ? struct.content.value : null,
    })),
  );
  const ranges = deletes.flatMap(({ client, ranges: some }) =>
    some.map((range): [number, number, number] => [client, range.clock, range.length]),
  );
  return { structs, deletes: ranges };
}

function readByYjs(update: Uint8Array): ReturnType<typeof readByUs> {
  const { structs, ds } = Y.decodeUpdate(update);
  const read = structs.map((struct) => ({
    client: struct.id.client,
    clock: struct.id.clock,
    length: struct.length,
    origin: struct instanceof Y.Item && struct.origin ? { ...struct.origin } : null,
    rightOrigin: struct instanceof Y.Item && struct.rightOrigin ? { ...struct.rightOrigin } : null,
    value: struct instanceof Y.Item && struct.content instanceof Y.ContentAny ? struct.content.arr[0] : null,
  }));
  const deletes = [...ds.clients].flatMap(([client, items]) =>
    items.map((range): [number, number, number] => [client, range.clock, range.len]),
  );
  return { structs: read, deletes };
}

/** `npm run bench -- gate` runs many more. */
const mutations = Number(process.env.MUTATIONS ?? 10_000);
const hitsPerHistory = 10;

describe('damaged updates', () => {
  const damage = fc.array(
    fc.record({ at: fc.nat(), byte: fc.nat(255), how: fc.constantFrom('set', 'cut', 'add') }),
    {
      minLength: 1,
      maxLength: 2,
    },
  );

  test('[GATE1] get a verdict and never change another’s layer, whatever bytes were changed', () => {
    let accepted = 0;
    fc.assert(
      fc.property(
        histories,
        fc.array(damage, { minLength: hitsPerHistory, maxLength: hitsPerHistory }),
        (history, hits) => {
          const { ground, bytes, participant } = frameAfter(history);
          for (const hit of hits) {
            const others = othersOf(ground.doc, participant);
            const verdict = submit(damaged(bytes, hit), participant, ground);
            if (verdict.kind === 'accept' && verdict.bytes) accepted++;
            expect(othersOf(ground.doc, participant)).toBe(others);
            expect(ground.doc.store.pendingStructs).toBeNull();
            expect(ground.doc.store.pendingDs).toBeNull();
          }
        },
      ),
      { numRuns: mutations / hitsPerHistory, seed: 99 },
    );
    // Else this would prove nothing about what is applied.
    expect(accepted).toBeGreaterThan(mutations / 200);
  }, 3_600_000);
});

function damaged(bytes: Uint8Array, hits: { at: number; byte: number; how: string }[]): Uint8Array {
  const list = [...bytes];
  for (const { at, byte, how } of hits) {
    const where = at % (list.length + 1);
    if (how === 'set' && where < list.length) list[where] = byte;
    else if (how === 'cut') list.splice(where, 1);
    else list.splice(where, 0, byte);
  }
  return new Uint8Array(list);
}

/** Everything in a document but one participant's layer, its history included. */
function othersOf(doc: Y.Doc, participant: ParticipantId): string {
  const roots = [...doc.share.keys()].filter((root) => root !== layerName(participant)).sort();
  return JSON.stringify(roots.map((root) => [root, doc.getMap(root).toJSON()]));
}
