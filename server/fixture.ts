// For tests: a sync server on a free port with a data folder of its own, people with places in a room, and peers that
// speak to it, stock y-websocket or byte by byte. Everything cleans up after itself when the test ends.

import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { identityFor, makeFreshFolder } from '#lib/data/fixture.ts';
import { newId, type RoomId, type SpaceId } from '#lib/data/ids.ts';
import { insertAccount } from '#lib/data/people/accounts.ts';
import { type Identity, sessionCookieName, sessionToken } from '#lib/data/people/identity.ts';
import { makeToken } from '#lib/data/people/tokens.ts';
import { holdReading } from '#lib/data/readings/room-readings.ts';
import { settings } from '#lib/data/settings.ts';
import { enterRoom, type RoomAccess } from '#lib/data/spaces/access.ts';
import { makeParticipant } from '#lib/data/spaces/participants.ts';
import { insertSpace } from '#lib/data/spaces/spaces.ts';
import { all, database, first, replaceDatabase } from '#lib/data/store/database.ts';
import { type DocumentName, roomDocument } from '#lib/model/document.ts';
import type { Role } from '#lib/model/permission.ts';
import type { CounterpointRecord, ParticipantId } from '#lib/model/record.ts';
import type { VisibilityRule } from '#lib/model/visibility.ts';
import { putRecord } from '#lib/sync/layers.ts';
import {
  frame,
  type Held,
  type Hello,
  message,
  type RefusedRecord,
  syncMessage,
  type TimesRow,
} from '#lib/sync/wire/protocol.ts';
import { attachSync } from './door/attach.ts';
import { watchAccess } from './live/access-watch.ts';
import { Rooms } from './live/rooms.ts';
import { logger } from './logger.ts';
import { syncFrame } from './room/framing.ts';
import { takeStore } from './start/store.ts';

/** A comment with these words, at a time that no test depends on. */
export function pointOf(body: string): CounterpointRecord {
  return { type: 'point', kind: 'comment', at: '2026-01-01T00:00:00.000Z', body };
}

/** The reading that `noteOf` quotes: the first class of a test reads it, so that its room takes the passage (GATE12). */
const quotedReading = 'r';

/** A comment on a passage, as the rule "after own notes" counts them. */
export function noteOf(body: string): CounterpointRecord {
  const anchor = {
    reading: quotedReading,
    edition: 'e',
    start: 0,
    end: 4,
    quote: 'text',
    prefix: '',
    suffix: '',
  };
  return { type: 'point', kind: 'comment', at: '2026-01-01T00:00:00.000Z', body, anchor };
}

/** The sync endpoint as the process runs it, without the pages. */
export class SyncServer {
  rooms: Rooms;
  private readonly http: Server;
  private readonly dataDir: string;
  private stopWatching: () => void = () => {};
  private release: () => Promise<void> = async () => {};

  private constructor() {
    this.dataDir = settings().dataDir;
    this.rooms = new Rooms();
    this.http = createServer();
  }

  /** Starts on an empty data folder, or the database in DATABASE_URL; `env` as in .env.example. */
  static async start(env: Record<string, string> = {}): Promise<SyncServer> {
    makeFreshFolder(env);
    // It is made before any test can say how loud it should be.
    logger.level = 'silent';
    const server = new SyncServer();
    await server.listen();
    onTestFinished(() => server.end());
    return server;
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}`;
  }

  get port(): number {
    return (this.http.address() as AddressInfo).port;
  }

  /** Stops as on SIGTERM and starts again on the same data, memory empty. */
  async restart(): Promise<void> {
    await this.stop();
    this.rooms = new Rooms();
    await this.listen();
  }

  private async listen(): Promise<void> {
    const store = await takeStore();
    if (!store.ok) throw new Error(store.reason);
    this.release = store.release;
    this.stopWatching = await watchAccess(this.rooms);
    const sync = attachSync(this.rooms);
    this.http.removeAllListeners('upgrade').on('upgrade', sync.upgrade);
    if (!this.http.listening) await new Promise<void>((done) => this.http.listen(0, '127.0.0.1', done));
  }

  private async stop(): Promise<void> {
    this.stopWatching();
    await this.rooms.close();
    await this.release();
  }

  private async end(): Promise<void> {
    await this.stop();
    this.http.close();
    this.http.closeAllConnections();
    replaceDatabase(undefined);
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** Someone with a place in a room. */
export type Person = {
  name: string;
  identity: Identity;
  participant: ParticipantId;
  /** An API token. */
  token: string;
  /** A `Cookie` header of a session of theirs. */
  cookie: string;
};

export type Class<Name extends string> = {
  spaceId: SpaceId;
  roomId: RoomId;
  document: DocumentName;
  people: Record<Name, Person>;
  /** Proof of someone's access to the room as it stands now. */
  accessOf(person: Person): Promise<RoomAccess>;
};

/** A course with a room, and people in the roles named. The first one named should be its owner. */
export async function makeClass<Name extends string>(
  roles: Record<Name, Role>,
  visibility: VisibilityRule = { kind: 'open' },
): Promise<Class<Name>> {
  const names = Object.keys(roles) as Name[];
  const accounts = await database().write(function* () {
    const ids: Record<string, string> = {};
    for (const name of names) ids[name] = yield* insertAccount({ name, kind: 'member' });
    return ids;
  });
  const owner = accounts[names[0] ?? ''] ?? '';
  const spaceId = await database().write(() => insertSpace(owner, { name: 'Rhetoric', kind: 'course' }));
  const roomId = await makeRoomRow(spaceId, owner, visibility);
  const people = {} as Record<Name, Person>;
  for (const name of names) {
    const accountId = accounts[name] ?? '';
    await joinSpace(spaceId, accountId, roles[name]);
    people[name] = await personIn(name, accountId, roomId);
  }
  const accessOf = async (person: Person) => {
    const entered = await enterRoom(person.identity, roomId);
    if (!entered.ok) throw new Error(entered.reason);
    return entered.access;
  };
  return { spaceId, roomId, document: roomDocument(roomId), people, accessOf };
}

async function makeRoomRow(spaceId: SpaceId, owner: string, visibility: VisibilityRule): Promise<RoomId> {
  const { build, write } = database();
  const [roomId, at] = [newId(), new Date().toISOString()];
  await write(function* () {
    const quoted = build.selectFrom('reading').select('id').where('id', '=', quotedReading);
    const readingId = (yield* first(quoted)) ? newId() : quotedReading;
    const reading = {
      id: readingId,
      space_id: spaceId,
      created_by: owner,
      created_at: at,
      archived_at: null,
    };
    yield* all(build.insertInto('reading').values(reading));
    yield* all(
      build.insertInto('room').values({
        id: roomId,
        space_id: spaceId,
        title: 'A room',
        kind: 'seminar',
        entry: 'members',
        visibility: JSON.stringify(visibility),
        created_by: owner,
        created_at: at,
        closed_at: null,
      }),
    );
    yield* holdReading(roomId, readingId, owner);
  });
  return roomId;
}

async function joinSpace(spaceId: SpaceId, accountId: string, role: Role): Promise<void> {
  const at = new Date().toISOString();
  const row = { space_id: spaceId, account_id: accountId, role, created_at: at, removed_at: null };
  const { build, write } = database();
  await write(() =>
    all(
      build
        .insertInto('membership')
        .values(row)
        .onConflict((oc) => oc.doNothing()),
    ),
  );
}

async function personIn(name: string, accountId: string, roomId: RoomId): Promise<Person> {
  const participant = await database().write(() => makeParticipant(accountId, roomId, null));
  const identity = await identityFor(accountId);
  const { token } = await makeToken(accountId, 'test');
  const cookie = `${sessionCookieName()}=${await sessionToken(identity.via.id)}`;
  return { name, identity, participant, token, cookie };
}

/** A frame as it came from the server, decoded. */
export type Frame =
  | { kind: 'step1' | 'step2' | 'update'; bytes: Uint8Array }
  | { kind: 'awareness'; states: { client: number; clock: number; state: Record<string, unknown> | null }[] }
  | { kind: 'hello'; hello: Hello }
  | { kind: 'durable'; n: number }
  | { kind: 'refused'; n: number; records: RefusedRecord[] }
  | { kind: 'times'; rows: TimesRow[] }
  | { kind: 'held'; held: Held }
  | { kind: 'roster' };
type FrameOf<K extends Frame['kind']> = Frame & { kind: K };

export type PeerOptions = {
  document?: string;
  client?: number;
  lineage?: string;
  /** In the place of `Authorization: Bearer`. */
  headers?: Record<string, string>;
  protocols?: string[];
};

/** A socket that sends what it is told and keeps what it hears. */
export class Peer {
  readonly frames: Frame[] = [];
  /** Everything received, as it came over the wire. */
  readonly received: Uint8Array[] = [];
  /** Settles when the socket is closed. */
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly ws: WebSocket;
  /** How many sync frames (step 2 and update) were sent. */
  sent = 0;
  private readonly upgraded: Promise<void>;
  private at = 0;

  constructor(url: string, protocols: string[], headers: Record<string, string>) {
    this.ws = new WebSocket(url, protocols, { headers });
    this.closed = new Promise((resolve) => {
      this.ws.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    });
    this.upgraded = new Promise((resolve, reject) => {
      this.ws.once('open', resolve);
      this.ws.once('error', reject);
    });
    // Who does not wait for the upgrade looks at `closed`.
    this.upgraded.catch(() => {});
    this.ws.on('message', (data: Buffer) => {
      const bytes = new Uint8Array(data);
      this.received.push(bytes);
      this.frames.push(readFrame(bytes));
    });
    onTestFinished(() => this.ws.terminate());
  }

  /** Connects as someone; resolves once the upgrade is done, rejects with the HTTP status of a refused one. */
  static async open(
    server: { url: string },
    person: Pick<Person, 'token'>,
    document: string,
    options: PeerOptions = {},
  ): Promise<Peer> {
    const query = new URLSearchParams();
    if (options.client !== undefined) query.set('client', String(options.client));
    if (options.lineage !== undefined) query.set('lineage', options.lineage);
    const url = `${server.url}/sync/${options.document ?? document}?${query}`;
    const headers = options.headers ?? (options.protocols ? {} : { Authorization: `Bearer ${person.token}` });
    const peer = new Peer(url, options.protocols ?? [], headers);
    await peer.upgraded;
    return peer;
  }

  /** Waits for the next frame of a kind, past those already waited for. */
  async expect<K extends Frame['kind']>(
    kind: K,
    matches: (frame: FrameOf<K>) => boolean = () => true,
  ): Promise<FrameOf<K>> {
    return vi.waitFor(
      () => {
        for (let i = this.at; i < this.frames.length; i++) {
          const found = this.frames[i];
          if (found?.kind !== kind || !matches(found as FrameOf<K>)) continue;
          this.at = i + 1;
          return found as FrameOf<K>;
        }
        throw new Error(`no ${kind} among: ${this.kinds().join(' ') || 'nothing'}`);
      },
      { timeout: 20_000, interval: 2 },
    );
  }

  /** The kinds of all frames so far, in order. */
  kinds(): Frame['kind'][] {
    return this.frames.map(({ kind }) => kind);
  }

  all<K extends Frame['kind']>(kind: K): FrameOf<K>[] {
    return this.frames.filter((one): one is FrameOf<K> => one.kind === kind);
  }

  send(bytes: Uint8Array): void {
    this.ws.send(bytes);
  }

  /** Sends one sync message; gives the number that DURABLE and REFUSED know it by. */
  sync(kind: 'step1' | 'step2' | 'update', bytes: Uint8Array): number {
    this.send(syncFrame(syncMessage[kind], bytes));
    if (kind !== 'step1') this.sent++;
    return this.sent;
  }

  update(bytes: Uint8Array): number {
    return this.sync('update', bytes);
  }

  /** Asks for everything. */
  askAll(): void {
    this.sync('step1', Y.encodeStateVector(new Map()));
  }

  presence(...states: [client: number, clock: number, state: unknown][]): void {
    const update = encoding.createEncoder();
    encoding.writeVarUint(update, states.length);
    for (const [client, clock, state] of states) {
      encoding.writeVarUint(update, client);
      encoding.writeVarUint(update, clock);
      encoding.writeVarString(update, JSON.stringify(state));
    }
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, message.awareness);
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(update));
    this.send(encoding.toUint8Array(encoder));
  }

  /** The document as this peer has heard it so far. */
  heard(): Y.Doc {
    const doc = new Y.Doc();
    for (const one of this.frames)
      if (one.kind === 'step2' || one.kind === 'update') Y.applyUpdate(doc, one.bytes);
    return doc;
  }
}

function readFrame(bytes: Uint8Array): Frame {
  const decoder = decoding.createDecoder(bytes);
  const type = decoding.readVarUint(decoder);
  const json = <T>() => JSON.parse(decoding.readVarString(decoder)) as T;
  switch (type) {
    case message.sync: {
      const kind = (['step1', 'step2', 'update'] as const)[decoding.readVarUint(decoder)];
      if (!kind) throw new Error('a sync message of no known kind');
      return { kind, bytes: decoding.readVarUint8Array(decoder) };
    }
    case message.awareness:
      return { kind: 'awareness', states: readStates(decoding.readVarUint8Array(decoder)) };
    case frame.hello:
      return { kind: 'hello', hello: json() };
    case frame.durable:
      return { kind: 'durable', n: decoding.readVarUint(decoder) };
    case frame.refused:
      return { kind: 'refused', n: decoding.readVarUint(decoder), records: json() };
    case frame.times:
      return { kind: 'times', rows: json() };
    case frame.held:
      return { kind: 'held', held: json() };
    case frame.roster:
      return { kind: 'roster' };
    default:
      throw new Error(`a frame of the unknown type ${type}`);
  }
}

function readStates(bytes: Uint8Array): FrameOf<'awareness'>['states'] {
  const decoder = decoding.createDecoder(bytes);
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    client: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: JSON.parse(decoding.readVarString(decoder)) as Record<string, unknown> | null,
  }));
}

/** A document of someone's whose every change becomes one update frame, as y-websocket sends it. */
export class Author {
  readonly doc: Y.Doc;
  readonly client: number;
  private readonly person: Pick<Person, 'participant'>;

  constructor(person: Pick<Person, 'participant'>, client = Math.floor(Math.random() * 2 ** 32)) {
    this.person = person;
    this.client = client;
    this.doc = Object.assign(new Y.Doc(), { clientID: client });
  }

  /** The update that writing one record makes. */
  put(id: string, value: CounterpointRecord): Uint8Array {
    return this.change(() => putRecord(this.doc, this.person.participant, id, value));
  }

  /** The update that a change of the document makes. */
  change(act: () => void): Uint8Array {
    let made: Uint8Array | undefined;
    const listener = (bytes: Uint8Array) => {
      made = bytes;
    };
    this.doc.on('update', listener);
    act();
    this.doc.off('update', listener);
    if (!made) throw new Error('nothing was changed');
    return made;
  }
}

/** A stock y-websocket provider, as any program may use it. */
export function stockProvider(
  server: SyncServer,
  person: Person,
  document: string,
  params: Record<string, string> = {},
): WebsocketProvider {
  // It says on the console of each frame of ours that it does not know it.
  const quiet = vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => quiet.mockRestore());
  const provider = new WebsocketProvider(`${server.url}/sync`, document, new Y.Doc(), {
    protocols: [`bearer.${person.token}`],
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params,
  });
  onTestFinished(() => {
    provider.destroy();
    provider.doc.destroy();
  });
  return provider;
}

/** Makes every commit wait from now on; gives the way to let them go on. */
export function pauseCommits(): () => void {
  const db = database();
  const works = db.write;
  const { promise, resolve } = Promise.withResolvers<void>();
  db.write = async (transaction) => {
    await promise;
    return works(transaction);
  };
  const goOn = () => {
    db.write = works;
    resolve();
  };
  onTestFinished(goOn);
  return goOn;
}

/** Makes every commit fail at its very end from now on; gives the way to let them through again. */
export function breakCommits(): () => void {
  const db = database();
  const works = db.write;
  db.write = (transaction) =>
    works(function* () {
      yield* transaction();
      throw new Error('database or disk is full');
    });
  const mend = () => {
    db.write = works;
  };
  onTestFinished(mend);
  return mend;
}
