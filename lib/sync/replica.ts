// One life of a document in this tab: a Y.Doc with a client id of its own, its offline copy, and its socket. When the
// server refuses a struct, or the copy is of another lineage, the whole replica is dropped and another one opened.
// It reads and writes frames; what follows from them is channel.ts's concern.

import * as decoding from 'lib0/decoding';
import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { DocumentName } from '#lib/model/document.ts';
import type { DocumentCache, OpenCache } from './device/document-cache.ts';
import { countingSocket, type FrameAt, type SyncFrameKind } from './wire/counting-socket.ts';
import {
  close,
  frame,
  type Held,
  type HeldReason,
  type Hello,
  type RefusedRecord,
  type TimesRow,
} from './wire/protocol.ts';

export type ReplicaEvents = {
  sent(kind: SyncFrameKind, at: FrameAt): void;
  connected(): void;
  /** The server's state has been merged. */
  synced(): void;
  /** The connection or the attempt ended; y-websocket tries again by itself. */
  lost(): void;
  /** Closed for good by a code between 4400 and 4499. */
  closed(code: number, reason: string): void;
  hello(hello: Hello): void;
  durable(upTo: FrameAt): void;
  refused(at: FrameAt, records: readonly RefusedRecord[]): void;
  times(rows: readonly TimesRow[]): void;
  held(reason: HeldReason): void;
  roster(): void;
};

export type ReplicaOptions = {
  document: DocumentName;
  cacheName: string;
  syncUrl: string;
  openCache: OpenCache;
  WebSocket: typeof WebSocket;
  /** Whether others see in this document that one is here. */
  isPresent: boolean;
};

export class Replica {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly #cache: DocumentCache;
  readonly #provider: WebsocketProvider;
  readonly #events: ReplicaEvents;
  #lineage: string | null;
  #serverLineage: string | null = null;
  #isOpen = true;

  /** Loads the offline copy; `connect` is a step of its own, so that it comes after (DUR8). */
  static async open(options: ReplicaOptions, events: ReplicaEvents): Promise<Replica> {
    const { doc, cache } = await loadCopy(options);
    return new Replica(doc, cache, options, events);
  }

  private constructor(doc: Y.Doc, cache: DocumentCache, options: ReplicaOptions, events: ReplicaEvents) {
    this.doc = doc;
    this.#cache = cache;
    this.#lineage = cache.lineage;
    this.#events = events;
    this.awareness = new Awareness(doc);
    if (!options.isPresent) this.awareness.setLocalState(null);
    this.#provider = new WebsocketProvider(options.syncUrl, options.document, doc, {
      connect: false,
      // BroadcastChannel would carry edits around the server, before they are durable.
      disableBc: true,
      awareness: this.awareness,
      params: this.#params(),
      WebSocketPolyfill: countingSocket(options.WebSocket, (kind, at) => this.#events.sent(kind, at)),
    });
    this.#listen();
    this.#readFrames();
  }

  /** Whether the copy at hand is one of the server's document, so that writing on it continues what the server has. */
  get hasCopy(): boolean {
    return this.#lineage !== null;
  }

  connect(): void {
    if (this.#isOpen) this.#provider.connect();
  }

  /** Leaves the server until `connect`; the document and its copy stay. */
  disconnect(): void {
    this.#provider.disconnect();
  }

  async close(): Promise<void> {
    this.#end();
    await this.#cache.close();
  }

  /** Closes, and deletes the copy. */
  async drop(): Promise<void> {
    this.#end();
    await this.#cache.drop();
  }

  #end(): void {
    this.#isOpen = false;
    this.#provider.destroy();
    this.doc.destroy();
  }

  #params(): Record<string, string> {
    const client = String(this.doc.clientID);
    return this.#lineage === null ? { client } : { client, lineage: this.#lineage };
  }

  #listen(): void {
    const events = this.#events;
    this.#provider.on('status', ({ status }) => {
      if (status === 'connected') events.connected();
    });
    this.#provider.on('sync', (isSynced) => {
      if (isSynced) this.#keepLineage();
      if (isSynced) events.synced();
    });
    this.#provider.on('connection-close', () => {
      if (this.#isOpen) events.lost();
    });
    this.#provider.on('closed', ({ code, reason }) => events.closed(code, reason));
  }

  /** Only a copy that has finished a sync is worth its lineage. */
  #keepLineage(): void {
    if (this.#serverLineage === null || this.#serverLineage === this.#lineage) return;
    this.#lineage = this.#serverLineage;
    this.#provider.params = this.#params();
    void this.#cache.keepLineage(this.#lineage);
  }

  #readFrames(): void {
    const events = this.#events;
    const json = <T>(decoder: decoding.Decoder) => JSON.parse(decoding.readVarString(decoder)) as T;
    this.#on(frame.hello, (decoder) => this.#greet(json<Hello>(decoder)));
    this.#on(frame.durable, (decoder, socket) => {
      events.durable({ socket, frame: decoding.readVarUint(decoder) });
    });
    this.#on(frame.refused, (decoder, socket) => {
      const at = { socket, frame: decoding.readVarUint(decoder) };
      events.refused(at, json<RefusedRecord[]>(decoder));
    });
    this.#on(frame.times, (decoder) => events.times(json<TimesRow[]>(decoder)));
    this.#on(frame.held, (decoder) => events.held(json<Held>(decoder).reason));
    this.#on(frame.roster, () => events.roster());
  }

  #on(type: number, read: (decoder: decoding.Decoder, socket: object) => void): void {
    this.#provider.messageHandlers[type] = (_encoder, decoder, { ws }) => {
      if (this.#isOpen && ws) read(decoder, ws);
    };
  }

  /** The server closes a copy of another lineage by itself; nothing of it may be merged in case it does not. */
  #greet(hello: Hello): void {
    this.#serverLineage = hello.lineage;
    if (this.#lineage !== null && this.#lineage !== hello.lineage) {
      this.#provider.disconnect();
      this.#events.closed(close.otherLineage, 'other lineage');
      return;
    }
    this.#events.hello(hello);
  }
}

/** What is kept without a lineage never finished its first sync: it is dropped, and the server asked for all. */
async function loadCopy(options: ReplicaOptions): Promise<{ doc: Y.Doc; cache: DocumentCache }> {
  const doc = new Y.Doc();
  const cache = await options.openCache(options.cacheName, doc);
  if (cache.lineage !== null || doc.store.clients.size === 0) return { doc, cache };
  await cache.drop();
  doc.destroy();
  const fresh = new Y.Doc();
  return { doc: fresh, cache: await options.openCache(options.cacheName, fresh) };
}
