import { describe, expect, test } from 'vitest';
import { Author, makeClass, Peer, type Person, pointOf, SyncServer } from '../fixture.ts';

async function twoPeople() {
  const server = await SyncServer.start();
  const room = await makeClass({ ada: 'owner', ben: 'member' });
  const { ada, ben } = room.people;
  const come = (person: Person, client?: number) =>
    Peer.open(server, person, room.document, client === undefined ? {} : { client });
  return { ada, ben, come };
}

type States = { client: number; clock: number; state: Record<string, unknown> | null }[];
const of = (client: number) => (one: { states: States }) =>
  one.states.some((state) => state.client === client);
const stateOf = (frame: { states: States }, client: number) =>
  frame.states.find((state) => state.client === client)?.state;

/** Everything about a client id that a peer has heard so far. */
function heardOf(peer: Peer, client: number) {
  return peer.all('awareness').flatMap(({ states }) => states.filter((state) => state.client === client));
}

describe('presence', () => {
  test('[GATE9] carries the participant id that the server knows, whatever the client says, and no name', async () => {
    const { ada, ben, come } = await twoPeople();
    const [adaPeer, benPeer] = [await come(ada, 1), await come(ben, 2)];
    adaPeer.presence([1, 1, { participant: ben.participant, cursor: 3 }]);
    const heard = await benPeer.expect('awareness', of(1));
    expect(stateOf(heard, 1)).toEqual({ participant: ada.participant, cursor: 3 });
  });

  test('[GATE9] who comes back with the clock they left with is seen again at once', async () => {
    const { ada, ben, come } = await twoPeople();
    const [adaPeer, benPeer] = [await come(ada, 1), await come(ben, 2)];
    adaPeer.presence([1, 4, { is: 'here' }]);
    await benPeer.expect('awareness', of(1));
    adaPeer.ws.close();
    await benPeer.expect('awareness', ({ states }) =>
      states.some((state) => state.client === 1 && state.state === null),
    );
    const back = await come(ada, 1);
    back.presence([1, 4, { is: 'back' }]);
    await benPeer.expect('awareness', ({ states }) =>
      states.some((state) => state.client === 1 && state.state?.is === 'back'),
    );
    const clocks = heardOf(benPeer, 1).map(({ clock }) => clock);
    expect(clocks).toEqual([...clocks].sort((a, b) => a - b));
    expect(new Set(clocks).size).toBe(clocks.length);
    // Their own lifted clock would make them take an echo for news.
    expect(heardOf(back, 1)).toEqual([]);
  });

  test('[GATE9] entries about others, which stock clients echo, are dropped', async () => {
    const { ada, ben, come } = await twoPeople();
    const [adaPeer, benPeer] = [await come(ada, 1), await come(ben, 2)];
    adaPeer.presence([1, 1, { is: 'true' }]);
    await benPeer.expect('awareness', of(1));
    benPeer.presence(
      [1, 9, { is: 'forged' }],
      [1, 10, null],
      [77, 1, { is: 'nobody' }],
      [2, 1, { is: 'Ben' }],
    );
    await adaPeer.expect('awareness', of(2));
    expect(heardOf(adaPeer, 77)).toEqual([]);
    expect(heardOf(adaPeer, 1).every(({ state }) => state?.is === 'true')).toBe(true);
    const late = await come(ada);
    expect(stateOf(await late.expect('awareness', of(1)), 1)).toMatchObject({ is: 'true' });
  });

  test('[GATE9] is told to who comes in and to who asks', async () => {
    const { ada, ben, come } = await twoPeople();
    const adaPeer = await come(ada, 1);
    adaPeer.presence([1, 1, { here: true }]);
    await adaPeer.expect('awareness', of(1));
    const benPeer = await come(ben, 2);
    await benPeer.expect('awareness', of(1));
    benPeer.send(new Uint8Array([3]));
    await benPeer.expect('awareness', of(1));
  });

  test('[GATE9] ends with the last socket of its client id, and not before', async () => {
    const { ada, ben, come } = await twoPeople();
    const benPeer = await come(ben, 2);
    const [one, other] = [await come(ada, 1), await come(ada, 1)];
    one.presence([1, 1, { from: 'one' }]);
    await benPeer.expect('awareness', of(1));
    other.presence([1, 2, { from: 'other' }]);
    await benPeer.expect('awareness', of(1));
    one.ws.close();
    await one.closed;
    benPeer.presence([2, 1, { still: 'reading' }]);
    await benPeer.expect('awareness', of(2));
    expect(heardOf(benPeer, 1).every(({ state }) => state !== null)).toBe(true);
    other.ws.close();
    expect(stateOf(await benPeer.expect('awareness', of(1)), 1)).toBeNull();
  });

  test('[GATE9] a client id that someone else declared or wrote with cannot be declared', async () => {
    const { ada, ben, come } = await twoPeople();
    await come(ada, 1);
    expect((await (await come(ben, 1)).closed).code).toBe(4409);
    const writer = await come(ada);
    writer.update(new Author(ada, 5).put('n1', pointOf('mine')));
    await writer.expect('durable', ({ n }) => n === 1);
    expect((await (await come(ben, 5)).closed).code).toBe(4409);
  });

  test('[GATE9] a client id first heard by its presence is its sender’s: nobody else can write with it', async () => {
    const { ada, ben, come } = await twoPeople();
    const [adaPeer, benPeer] = [await come(ada), await come(ben)];
    adaPeer.presence([1, 1, { here: true }]);
    await benPeer.expect('awareness', of(1));
    benPeer.update(new Author(ben, 1).put('n1', pointOf('first!')));
    expect(await benPeer.expect('refused')).toMatchObject({ records: [{ code: 'not-yours' }] });
    adaPeer.update(new Author(ada, 1).put('n1', pointOf('still mine')));
    await adaPeer.expect('durable', ({ n }) => n === 1);
  });

  test('[GATE9] goes out at most ten times a second, the newest first of all', async () => {
    const { ada, ben, come } = await twoPeople();
    const [adaPeer, benPeer] = [await come(ada, 1), await come(ben, 2)];
    const startMs = performance.now();
    for (let clock = 1; clock <= 200; clock++) adaPeer.presence([1, clock, { clock }]);
    await benPeer.expect('awareness', (frame) => stateOf(frame, 1)?.clock === 200);
    const heard = heardOf(benPeer, 1).length;
    expect(heard).toBeLessThanOrEqual((performance.now() - startMs) / 100 + 1);
  });

  test.each([
    ['bytes that are no presence', new Uint8Array([1, 3, 9, 9, 9])],
    ['a state that is no JSON', new Uint8Array([1, 5, 1, 1, 1, 1, 0x7b])],
  ])('[GATE9] %s close the socket and harm nobody', async (_name, bytes) => {
    const { ada, ben, come } = await twoPeople();
    const [adaPeer, benPeer] = [await come(ada, 1), await come(ben, 2)];
    benPeer.send(bytes);
    expect((await benPeer.closed).code).toBe(4403);
    adaPeer.presence([1, 1, { here: true }]);
    await adaPeer.expect('awareness', of(1));
  });
});
