import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Writer } from '#lib/model/permission.ts';
import { type CounterpointRecord, maxBodyBytes, type ParticipantId } from '#lib/model/record.ts';
import { layerName, putRecord } from '#lib/sync/layers.ts';
import { type ForgedStruct, forgeItem, forgeUpdate } from './forged-update.ts';
import { judge } from './gate.ts';
import { JoinedUpdate } from './joined.ts';
import type { Ground, Judgement } from './judgement.ts';

const at = '2026-01-01T00:00:00.000Z';
const point = (body: string): CounterpointRecord => ({ type: 'point', kind: 'comment', at, body });
const helpful: CounterpointRecord = { type: 'reaction', of: 'them/q1', kind: 'helpful' };

const me: Writer = { participant: 'me', role: 'member' };
const mine = layerName('me');
const theirs = layerName('them');
/** My client wrote clock 0 (point p1), 1 (reaction); theirs wrote clock 0 (q1), 1 and 2 (q2, twice). */
const myClient = 11;
const theirClient = 22;
const newClient = 33;

function world(state: Partial<Ground['state']> = {}): Ground & { owners: Map<number, ParticipantId> } {
  const doc = new Y.Doc();
  const tabs = [myClient, theirClient].map((clientID) => Object.assign(new Y.Doc(), { clientID }));
  const [mineOpen, theirsOpen] = tabs as [Y.Doc, Y.Doc];
  putRecord(mineOpen, 'me', 'p1', point('first'));
  putRecord(mineOpen, 'me', 'helpful:them/q1', helpful);
  putRecord(theirsOpen, 'them', 'q1', point('their words'));
  putRecord(theirsOpen, 'them', 'q2', point('a draft'));
  putRecord(theirsOpen, 'them', 'q2', point('their second words'));
  for (const tab of tabs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(tab));
  return {
    doc,
    owners: new Map([
      [myClient, 'me'],
      [theirClient, 'them'],
    ]),
    state: { kind: 'room', closed: false, ...state },
    deleteRanges: 100,
    contestSteps: 1000,
  };
}

/** What everyone but one participant can see of a document. */
function othersOf(doc: Y.Doc, participant: ParticipantId): string {
  const roots = [...doc.share.keys()].filter((root) => root !== layerName(participant)).sort();
  return JSON.stringify(roots.map((root) => [root, doc.getMap(root).toJSON()]));
}

/** One item under a key of my layer, from a client id of mine. */
const item = (value: unknown, client = newClient, key = 'n1') => forgeItem(client, mine, key, value);
const structs = (client: number, clock: number, ...some: ForgedStruct[]) =>
  forgeUpdate({ groups: [{ client, clock, structs: some }] });
const deletion = (client: number, ...ranges: [number, number][]) =>
  forgeUpdate({ deletes: [{ client, ranges }] });
const onMyLayer = (content: Extract<ForgedStruct, { content: unknown }>['content']): ForgedStruct => ({
  parent: mine,
  key: 'n1',
  content,
});
const text = (words: string) => {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, words);
  return encoding.toUint8Array(encoder);
};
const hex = (digits: string) => new Uint8Array(Buffer.from(digits, 'hex'));
const nested = (depth: number): unknown => (depth === 0 ? 1 : { x: nested(depth - 1) });

/** `writeAny` skips nothing, but an object literal's __proto__ would be no own field: spelled as bytes. */
function withProtoField(): Uint8Array {
  const update = item({ type: 'point', kind: 'comment', at, xxproto__: 1 });
  const found = Buffer.from(update).indexOf('xxproto__');
  const patched = Buffer.from(update);
  patched.write('__proto__', found, 'latin1');
  return new Uint8Array(patched);
}

function v2Update(): Uint8Array {
  const doc = new Y.Doc();
  putRecord(doc, 'me', 'n1', point('in the second encoding'));
  return Y.encodeStateAsUpdateV2(doc);
}

function overlongVarint(): Uint8Array {
  return new Uint8Array([1, ...Array<number>(12).fill(0xff), 0x01]);
}

const honest = item(point('hello'));

type Case = [
  name: string,
  update: () => Uint8Array,
  code: string,
  state?: Partial<Ground['state']>,
  writer?: Writer,
];

const refusals: Case[] = [
  ['[GATE1] an empty frame', () => new Uint8Array(), 'malformed'],
  ['[GATE1] a truncated update', () => honest.slice(0, -3), 'malformed'],
  ['[GATE1] bytes after the end', () => new Uint8Array([...honest, 0]), 'malformed'],
  ['[GATE1] the second Yjs encoding', v2Update, 'malformed'],
  ['[GATE1] a varint that never ends', overlongVarint, 'malformed'],
  ['[GATE1] more structs than bytes', () => new Uint8Array([1, 0xff, 0xff, 0x7f, 5, 0]), 'malformed'],
  ['[GATE1] a client id of more than 32 bits', () => item(point('x'), 2 ** 33), 'malformed'],
  [
    '[GATE1] one client twice',
    () =>
      forgeUpdate({
        groups: [
          { client: newClient, structs: [onMyLayer({ value: point('a') })] },
          { client: newClient, structs: [onMyLayer({ value: point('b') })] },
        ],
      }),
    'malformed',
  ],
  [
    '[GATE1] a delete set that was cut off',
    () => deletion(myClient, [1, 1], [3, 1]).slice(0, -1),
    'malformed',
  ],
  [
    '[GATE1] a delete set of more ranges than bytes',
    () => new Uint8Array([0, 1, myClient, 0xff, 0xff, 0x7f, 1, 1]),
    'malformed',
  ],
  ['[GATE1] an update without its delete set', () => honest.slice(0, -1), 'malformed'],
  [
    '[GATE1] one client twice among the deletions',
    () =>
      forgeUpdate({
        deletes: [
          { client: myClient, ranges: [[1, 1]] },
          { client: myClient, ranges: [[1, 1]] },
        ],
      }),
    'malformed',
  ],
  ['[GATE1] an empty range', () => deletion(myClient, [1, 0]), 'malformed'],
  [
    '[GATE1] a clock past the largest safe number',
    () => structs(newClient, Number.MAX_SAFE_INTEGER, onMyLayer({ value: point('x') })),
    'malformed',
  ],
  // github.com/yjs/yjs/issues/479: Yjs itself read these for ever.
  [
    '[GATE1] words in the place of bytes',
    () => new Uint8Array(Buffer.from('garbagedoc', 'base64')),
    'malformed',
  ],
  ['[GATE1] an empty struct', () => structs(newClient, 0, { gc: 0 }), 'malformed'],
  ['[GATE1] JSON nested without end', () => item(nested(2000)), 'malformed'],
  ['[GATE1] a field named __proto__', withProtoField, 'malformed'],
  ['[GATE1] undefined in a value', () => item({ ...point('x'), body: undefined }), 'malformed'],
  ['[GATE1] bytes in a value', () => item(new Uint8Array([1, 2])), 'malformed'],
  [
    '[GATE2] a struct of another’s client id',
    () => structs(theirClient, 3, onMyLayer({ value: 1 })),
    'not-yours',
  ],
  [
    '[GATE2] a gap in another’s client id',
    () => structs(theirClient, 9, onMyLayer({ value: 1 })),
    'not-yours',
  ],
  // A length costs a sender nothing to write: each of these would have Yjs count, split or wait without end (yjs#687).
  [
    '[GATE1] the update of yjs#687',
    () => hex('00010000000001000100010200001602000001fdffffffff7f0000'),
    'malformed',
  ],
  ['[GATE4] a GC struct of 2^47 clocks', () => structs(newClient, 0, { gc: 2 ** 47 }), 'forbidden-struct'],
  [
    '[GATE4] a Skip struct of 2^47 clocks',
    () => structs(newClient, 0, { skip: 2 ** 47 }),
    'forbidden-struct',
  ],
  [
    '[GATE6] 2^47 deletions in a client id of another',
    () => deletion(theirClient, [0, 2 ** 47]),
    'not-yours',
  ],
  ['[GATE4] a GC struct', () => structs(newClient, 0, { gc: 1 }), 'forbidden-struct'],
  ['[GATE4] a Skip struct', () => structs(newClient, 0, { skip: 1 }), 'forbidden-struct'],
  [
    '[GATE4] a Skip struct before an item, which would wait for ever',
    () => structs(newClient, 0, { skip: 5 }, onMyLayer({ value: point('x') })),
    'forbidden-struct',
  ],
  [
    '[GATE5] an item on another’s layer',
    () => forgeItem(newClient, theirs, 'n1', point('x')),
    'not-your-layer',
  ],
  [
    '[GATE5] an item in a root that is no layer',
    () => forgeItem(newClient, 'reading', 'n1', 1),
    'not-your-layer',
  ],
  [
    '[GATE5] an item in a nested type',
    () =>
      structs(newClient, 0, { parent: { client: theirClient, clock: 0 }, key: 'x', content: { value: 1 } }),
    'not-your-layer',
  ],
  [
    '[GATE5] an item without a key',
    () => structs(newClient, 0, { parent: mine, content: { value: point('x') } }),
    'forbidden-place',
  ],
  [
    '[GATE5] an item that follows another’s',
    () =>
      structs(newClient, 0, { origin: { client: theirClient, clock: 0 }, content: { value: point('x') } }),
    'not-your-layer',
  ],
  [
    '[GATE5] an item with a right origin',
    () =>
      structs(newClient, 0, { rightOrigin: { client: myClient, clock: 0 }, content: { value: point('x') } }),
    'forbidden-place',
  ],
  [
    '[GATE5] origins in a circle',
    () =>
      structs(
        newClient,
        0,
        { origin: { client: newClient, clock: 1 }, content: { value: 1 } },
        { origin: { client: newClient, clock: 0 }, content: { value: 1 } },
      ),
    'forbidden-place',
  ],
  [
    '[GATE3] an item that follows a later one of its own client',
    () =>
      structs(
        newClient,
        0,
        { origin: { client: newClient, clock: 1 }, content: { value: point('x') } },
        onMyLayer({ value: point('y') }),
      ),
    'forbidden-place',
  ],
  [
    '[GATE3] two clients whose items wait for each other, which would wait for ever',
    () => {
      const waiting = (client: number, other: number) => ({
        client,
        structs: [
          { origin: { client: other, clock: 1 }, content: { value: point('x') } },
          onMyLayer({ value: point('y') }),
        ],
      });
      return forgeUpdate({ groups: [waiting(90, 40), waiting(40, 90)] });
    },
    'forbidden-place',
  ],
  ...[
    ['JSON of the old kind', 2],
    ['binary', 3],
    ['a string', 4],
    ['an embed', 5],
    ['a format', 6],
    ['a nested type', 7],
    ['a sub-document', 9],
    ['an unknown kind', 31],
  ].map(
    ([name, type]): Case => [
      `[GATE5] ${name} as content`,
      () => structs(newClient, 0, onMyLayer({ type: Number(type), raw: text('abc') })),
      'forbidden-content',
    ],
  ),
  [
    '[GATE5] several values in one item',
    () => structs(newClient, 0, onMyLayer({ values: [point('a'), point('b')] })),
    'malformed',
  ],
  ['[GATE6] the deletion of another’s item', () => deletion(theirClient, [0, 1]), 'not-yours'],
  ['[GATE6] a deletion ahead of another’s clock', () => deletion(theirClient, [3, 1]), 'not-yours'],
  [
    '[GATE6] more deletions than a frame may bring',
    () => {
      const many = Array.from({ length: 101 }, (_, i) => [i * 2, 1] as [number, number]);
      const values = Array.from({ length: 201 }, (_, i) => onMyLayerAt(`r${i}`));
      return forgeUpdate({
        groups: [{ client: newClient, structs: values }],
        deletes: [{ client: newClient, ranges: many }],
      });
    },
    'too-many-deletions',
  ],
  [
    '[LIM] a crowd of versions of one record',
    () =>
      structs(newClient, 0, ...Array.from({ length: 40 }, (_, i) => onMyLayer({ value: point(`v${i}`) }))),
    'too-contested',
  ],
  ['[GATE7] what is no record', () => item({ type: 'essay' }), 'bad-record'],
  ['[GATE7] an unknown field', () => item({ ...point('x'), author: 'them' }), 'bad-record'],
  ['[GATE7] a body that is too long', () => item(point('x'.repeat(maxBodyBytes + 1))), 'bad-record'],
  [
    '[GATE7] a body that is too long in bytes only',
    () => item(point('é'.repeat(maxBodyBytes / 2 + 1))),
    'bad-record',
  ],
  ['[GATE7] a key that is no record id', () => item(point('x'), newClient, 'a b'), 'bad-id'],
  [
    '[GATE7] a point where a reaction stands',
    () => item(point('x'), myClient + 1, 'helpful:them/q1'),
    'type-changed',
  ],
  ['[GATE7] a reaction under a wrong key', () => item(helpful, newClient, 'helpful:them/q2'), 'wrong-key'],
  [
    '[GATE7] a ruling by a member',
    () => item({ type: 'ruling', of: 'them/q1', act: 'hide', at }),
    'not-instructor',
  ],
  ['[GATE7] an observer’s words', () => honest, 'read-only', {}, { participant: 'me', role: 'observer' }],
  ['[GATE7] words in a closed room', () => honest, 'room-closed', { closed: true }],
  [
    '[GATE7] a ruling in a private document',
    () => item({ type: 'ruling', of: 'them/q1', act: 'hide', at }),
    'not-here',
    { kind: 'private' },
    { participant: 'me', role: 'owner' },
  ],
  [
    '[GATE11] a withdrawn point that keeps its body',
    () => item({ ...point('x'), withdrawn: true }),
    'bad-record',
  ],
  ['[GATE11] the deletion of a point', () => deletion(myClient, [0, 1]), 'not-deletable'],
  [
    '[GATE11] the deletion of a point by an item without a value',
    () => structs(newClient, 0, { origin: { client: myClient, clock: 0 }, content: { deleted: 1 } }),
    'not-deletable',
  ],
  [
    '[GATE11] the deletion of a point by a value deleted in the same frame',
    () =>
      forgeUpdate({
        groups: [
          {
            client: newClient,
            structs: [{ origin: { client: myClient, clock: 0 }, content: { value: point('x') } }],
          },
        ],
        deletes: [{ client: newClient, ranges: [[0, 1]] }],
      }),
    'not-deletable',
  ],
  [
    '[GATE11] the deletion of a point behind a copy of it that cannot win',
    () =>
      forgeUpdate({
        groups: [
          { client: 1, structs: [{ parent: mine, key: 'p1', content: { value: point('first') } }] },
          {
            client: newClient,
            structs: [{ origin: { client: myClient, clock: 0 }, content: { deleted: 1 } }],
          },
        ],
      }),
    'not-deletable',
  ],
  [
    '[GATE11] the deletion of a point beside a new value that cannot win',
    () =>
      forgeUpdate({
        groups: [{ client: 1, structs: [{ parent: mine, key: 'p1', content: { value: point('edited') } }] }],
        deletes: [{ client: myClient, ranges: [[0, 1]] }],
      }),
    'not-deletable',
  ],
];

function onMyLayerAt(key: string): ForgedStruct {
  return { parent: mine, key, content: { value: point(key) } };
}

const resyncs: [name: string, update: () => Uint8Array][] = [
  ['[GATE3] a gap in a new client id', () => structs(newClient, 5, onMyLayer({ value: point('x') }))],
  ['[GATE3] a gap in one’s own clock', () => structs(myClient, 9, onMyLayer({ value: point('x') }))],
  ['[GATE3] a group that is only a clock', () => structs(newClient, 5)],
  [
    '[GATE3] an origin not yet known',
    () => structs(newClient, 0, { origin: { client: 77, clock: 0 }, content: { value: point('x') } }),
  ],
  ['[GATE3] a deletion ahead of one’s own clock', () => deletion(myClient, [7, 1])],
  ['[GATE3] a deletion in a client id not yet known', () => deletion(77, [0, 1])],
  [
    '[GATE4] a half-known struct',
    () => structs(myClient, 1, { origin: { client: myClient, clock: 1 }, content: { deleted: 3 } }),
  ],
];

/** Judges and, where accepted, applies as the room does. */
function submit(
  bytes: Uint8Array,
  ground: Ground & { owners: Map<number, ParticipantId> },
  writer = me,
): Judgement {
  const verdict = judge(bytes, writer, ground);
  if (verdict.kind === 'accept') {
    for (const client of verdict.claims) ground.owners.set(client, writer.participant);
    if (verdict.bytes) Y.applyUpdate(ground.doc, verdict.bytes);
  }
  expect(ground.doc.store.pendingStructs).toBeNull();
  expect(ground.doc.store.pendingDs).toBeNull();
  return verdict;
}

describe('gate', () => {
  test.each(refusals)('%s is refused and changes nothing', (_name, update, code, state, writer) => {
    const ground = world(state);
    const before = Y.encodeStateAsUpdate(ground.doc);
    const verdict = submit(update(), ground, writer);
    expect(verdict).toMatchObject({ kind: 'refuse', refused: [{ code }] });
    expect(Y.encodeStateAsUpdate(ground.doc)).toEqual(before);
  });

  test.each(resyncs)('%s is answered with step 1 and leaves nothing pending', (_name, update) => {
    const ground = world();
    const before = Y.encodeStateAsUpdate(ground.doc);
    expect(submit(update(), ground)).toEqual({ kind: 'resync' });
    expect(Y.encodeStateAsUpdate(ground.doc)).toEqual(before);
  });

  test('an honest new point is accepted, claims its client id and names its value', () => {
    const ground = world();
    const others = othersOf(ground.doc, 'me');
    expect(submit(honest, ground)).toEqual({
      kind: 'accept',
      claims: [newClient],
      steps: 0,
      values: [{ ref: 'me/n1', id: 'n1', value: point('hello') }],
      bytes: honest,
    });
    expect(othersOf(ground.doc, 'me')).toBe(others);
  });

  test('[GATE2] a second content under a known clock is ignored and never changes what stands', () => {
    const ground = world();
    submit(honest, ground);
    const before = Y.encodeStateAsUpdate(ground.doc);
    const verdict = submit(item(point('another story')), ground);
    expect(verdict).toMatchObject({ kind: 'accept', bytes: null, values: [] });
    expect(Y.encodeStateAsUpdate(ground.doc)).toEqual(before);
  });

  test('[GATE2] another’s structs and deletions that are known already are ignored: an honest step 2 has them all', () => {
    const ground = world();
    const verdict = submit(Y.encodeStateAsUpdate(ground.doc), ground);
    expect(verdict).toMatchObject({ kind: 'accept', bytes: null });
  });

  test('[GATE5] known structs of others are not applied again, so that they cannot make roots', () => {
    const ground = world();
    const update = forgeUpdate({
      groups: [
        { client: theirClient, structs: [{ parent: 'invented', key: 'k', content: { value: 1 } }] },
        { client: newClient, structs: [onMyLayer({ value: point('hello') })] },
      ],
    });
    expect(submit(update, ground)).toMatchObject({ kind: 'accept', bytes: honest });
    expect(ground.doc.share.has('invented')).toBe(false);
  });

  const reactionAgain = (claims: Partial<ForgedStruct>): ForgedStruct => ({
    parent: mine,
    key: 'helpful:them/q1',
    content: { deleted: 1 },
    ...claims,
  });
  test.each([
    ['another root, which Yjs would make', reactionAgain({ parent: 'x' })],
    ['an item nobody has, which Yjs would wait for', reactionAgain({ origin: { client: 77, clock: 0 } })],
    ['another’s item', reactionAgain({ origin: { client: theirClient, clock: 0 } })],
    ['a later item', reactionAgain({ origin: { client: myClient, clock: 2 } })],
  ])('[GATE2] what is known is not read again, though it now names %s', (_, again) => {
    const ground = world();
    const others = othersOf(ground.doc, 'me');
    const verdict = submit(structs(myClient, 1, again, onMyLayer({ value: point('new') })), ground);
    expect(verdict).toMatchObject({
      kind: 'accept',
      bytes: structs(myClient, 2, onMyLayer({ value: point('new') })),
      values: [{ id: 'n1' }],
    });
    expect(othersOf(ground.doc, 'me')).toBe(others);
    expect(ground.doc.getMap(mine).get('helpful:them/q1')).toEqual(helpful);
  });

  test('[GATE2] a client id that is claimed belongs to whoever claimed it', () => {
    const ground = world();
    submit(honest, ground);
    const other: Writer = { participant: 'them', role: 'owner' };
    const next = structs(newClient, 1, { parent: theirs, key: 'n2', content: { value: point('x') } });
    expect(submit(next, ground, other)).toMatchObject({ kind: 'refuse', refused: [{ code: 'not-yours' }] });
  });

  test('[GATE5] an item may follow one that comes later in the frame', () => {
    const update = forgeUpdate({
      groups: [
        { client: 90, structs: [{ origin: { client: 40, clock: 0 }, content: { value: point('second') } }] },
        { client: 40, structs: [onMyLayer({ value: point('first') })] },
      ],
    });
    const ground = world();
    expect(submit(update, ground)).toMatchObject({ kind: 'accept', claims: [90, 40] });
    expect(ground.doc.getMap(mine).get('n1')).toEqual(point('second'));
  });

  test('[GATE6] one’s own reaction may be deleted, once and again', () => {
    const ground = world();
    const update = deletion(myClient, [1, 1]);
    const taken = { ref: 'me/helpful:them/q1', id: 'helpful:them/q1', value: null };
    expect(submit(update, ground)).toMatchObject({ kind: 'accept', bytes: update, values: [taken] });
    expect(submit(update, ground)).toMatchObject({ kind: 'accept', bytes: null, values: [] });
  });

  test('[GATE7] only the net change of a frame is judged: what is overwritten within it is neither judged nor kept', () => {
    const update = structs(
      newClient,
      0,
      onMyLayer({ value: { type: 'ruling', of: 'room', act: 'hide', at } }),
      { origin: { client: newClient, clock: 0 }, content: { value: point('what stands') } },
    );
    expect(submit(update, world())).toMatchObject({
      kind: 'accept',
      values: [{ ref: 'me/n1', value: point('what stands') }],
    });
  });

  test('[GATE7] a frame is refused whole: one bad record in it stops the good ones', () => {
    const update = structs(newClient, 0, onMyLayer({ value: point('good') }), onMyLayerAt('a b'));
    const ground = world();
    expect(submit(update, ground)).toMatchObject({
      kind: 'refuse',
      refused: [{ ref: 'me/a b', code: 'bad-id' }],
    });
    expect(ground.doc.getMap(mine).has('n1')).toBe(false);
  });

  test('[GATE7] no net change is always accepted, in a closed room too', () => {
    const ground = world({ closed: true });
    const update = structs(newClient, 0, {
      origin: { client: myClient, clock: 0 },
      content: { value: point('first') },
    });
    expect(submit(update, ground)).toMatchObject({ kind: 'accept', values: [] });
  });

  test('[GATE7] of two devices’ values both are judged and kept, and a deletion that loses changes nothing', () => {
    const ground = world();
    const update = forgeUpdate({
      groups: [
        { client: 50, structs: [onMyLayer({ value: point('from the laptop') })] },
        { client: 40, structs: [onMyLayer({ value: point('from the phone') })] },
        // A copy of an item that the other tab had already overwritten: it loses against p1 as it stands.
        { client: 1, structs: [{ parent: mine, key: 'p1', content: { deleted: 1 } }] },
      ],
    });
    const verdict = submit(update, ground);
    expect(verdict).toMatchObject({ kind: 'accept' });
    expect(verdict.kind === 'accept' && verdict.values.map((value) => value.value)).toEqual([
      point('from the laptop'),
      point('from the phone'),
    ]);
    expect(ground.doc.getMap(mine).get('p1')).toEqual(point('first'));
  });

  test('[GATE7] instructors rule, in a closed room too; members resolve what they began', () => {
    const ruling = (of: string, act: string) => item({ type: 'ruling', of, act, at });
    const owner: Writer = { participant: 'me', role: 'owner' };
    expect(submit(ruling('them/q1', 'hide'), world({ closed: true }), owner).kind).toBe('accept');
    expect(submit(ruling('me/p1', 'resolve'), world()).kind).toBe('accept');
    expect(submit(ruling('them/q1', 'resolve'), world()).kind).toBe('refuse');
  });

  test('[GATE2] a hundred thousand invented client ids are judged in bounded time', () => {
    const groups = Array.from({ length: 100_000 }, (_, i) => ({
      client: 1000 + i,
      structs: [{ parent: mine, key: 'k', content: { value: 1 } } as ForgedStruct],
    }));
    const bytes = forgeUpdate({ groups });
    const startMs = performance.now();
    expect(judge(bytes, me, world()).kind).toBe('refuse');
    expect(performance.now() - startMs).toBeLessThan(20_000);
  });

  test('[GATE5] a deletion of 2^47 clocks in the place of a value costs nobody anything but its writer’s client id', () => {
    const ground = world();
    const long = structs(newClient, 0, onMyLayer({ deleted: 2 ** 47 }));
    expect(submit(long, ground)).toMatchObject({ kind: 'accept', values: [] });
    const stored = Y.encodeStateAsUpdate(ground.doc);
    expect(stored.length).toBeLessThan(1000);
    const opened = new Y.Doc();
    Y.applyUpdate(opened, stored);
    expect(othersOf(opened, 'me')).toBe(othersOf(ground.doc, 'me'));
    expect(JoinedUpdate.of([stored])?.bytes.length).toBeLessThan(1000);
    expect(submit(item(point('goes on'), 44, 'n2'), ground).kind).toBe('accept');
  });

  test('[GATE6] a frame full of deletions that are known already costs little and changes nothing', () => {
    const ground = world();
    const ranges = Array.from({ length: 200_000 }, () => [1, 1] as [number, number]);
    const bytes = forgeUpdate({ deletes: [{ client: theirClient, ranges }] });
    const startMs = performance.now();
    expect(judge(bytes, me, ground)).toMatchObject({ kind: 'accept', bytes: null });
    expect(performance.now() - startMs).toBeLessThan(20_000);
  });

  test('[GATE5] a chain of origins as long as a frame is followed without recursion', () => {
    const chain: ForgedStruct[] = [onMyLayer({ value: point('0') })];
    for (let i = 0; i < 50_000; i++) {
      chain.push({ origin: { client: newClient, clock: i }, content: { value: 1 } });
    }
    chain.push({ origin: { client: newClient, clock: 50_000 }, content: { value: point('last') } });
    const startMs = performance.now();
    expect(judge(structs(newClient, 0, ...chain), me, world())).toMatchObject({
      kind: 'accept',
      values: [{ value: point('last') }],
    });
    expect(performance.now() - startMs).toBeLessThan(20_000);
  });

  test('[GATE3] a flood of gaps is answered alike each time and leaves nothing behind', () => {
    const ground = world();
    const before = Y.encodeStateAsUpdate(ground.doc);
    for (let i = 1; i <= 2000; i++) {
      expect(submit(structs(newClient, i, onMyLayer({ value: 1 })), ground)).toEqual({ kind: 'resync' });
    }
    expect(Y.encodeStateAsUpdate(ground.doc)).toEqual(before);
    expect(ground.owners.has(newClient)).toBe(false);
  });
});
