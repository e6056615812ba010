// For tests: a sync server that speaks the whole protocol over real sockets and does what a test tells it to.
// It judges nothing by itself; the real gate is server/gate/gate.ts.

import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type WebSocket, WebSocketServer } from 'ws';
import { modifyAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Entry, Ref } from '#lib/model/record.ts';
import { entriesOf } from './layers.ts';
import {
  close,
  frame,
  type HeldReason,
  message,
  type RefusedRecord,
  syncMessage,
  type TimesRow,
} from './wire/protocol.ts';

/** One socket as the server saw it. */
export type Peer = {
  document: string;
  participant: string;
  client: string | null;
  lineage: string | null;
  /** Sync frames received, and how many of them were step 2. */
  frames: number;
  step2: number;
  /** The last count told by DURABLE. */
  settled: number;
  /** The awareness frame last heard from it, stamped. */
  presence: Uint8Array | null;
  ws: WebSocket;
};

export class ScriptedServer {
  lineage = 'lineage-1';
  /** While true, frames are taken and not settled. */
  isHolding = false;
  /** While true, nobody gets in: as if the network were down. */
  isDark = false;
  /** What to refuse of the records a frame changes. */
  refuse: (entry: Entry) => RefusedRecord | null = () => null;
  /** A code to close every new socket with, right after HELLO. */
  closeCode: number | null = null;
  readonly peers: Peer[] = [];
  readonly #docs = new Map<string, Y.Doc>();
  readonly #seqs = new Map<Ref, number>();
  readonly #http: WebSocketServer;

  static async start(): Promise<ScriptedServer> {
    const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    const server = new ScriptedServer(sockets);
    await new Promise((resolve) => sockets.once('listening', resolve));
    return server;
  }

  private constructor(sockets: WebSocketServer) {
    this.#http = sockets;
    sockets.options.verifyClient = () => !this.isDark;
    sockets.on('connection', (ws, request) => this.#welcome(ws, new URL(request.url ?? '', 'ws://test')));
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.#http.address() as AddressInfo).port}/sync`;
  }

  async stop(): Promise<void> {
    for (const { ws } of this.peers) ws.terminate();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  /** Cuts everyone off and keeps them out, until `isDark` is false again. */
  goDark(): void {
    this.isDark = true;
    for (const { ws } of this.peers) ws.terminate();
  }

  /** As after a restore of an empty backup: another lineage, and nothing in it. */
  restore(lineage: string): void {
    this.lineage = lineage;
    this.#docs.clear();
    for (const { ws } of this.peers) ws.close(close.otherLineage);
  }

  /** Closes the sockets of one document, or of all. */
  closeAll(code: number, document?: string): void {
    for (const { ws } of document ? this.peersOf(document) : this.peers) ws.close(code);
  }

  /** Settles what was held back. */
  settle(): void {
    this.isHolding = false;
    for (const peer of this.peers) this.#sendDurable(peer);
  }

  /** A sign of life: the last count once more. */
  beat(): void {
    for (const peer of this.peers) this.#sendDurable(peer, peer.settled);
  }

  hold(reason: HeldReason): void {
    this.isHolding = true;
    for (const { ws } of this.peers) sendJson(ws, frame.held, { reason });
  }

  announceRoster(): void {
    for (const { ws } of this.peers) ws.send(Uint8Array.of(frame.roster));
  }

  entries(document: string): Map<Ref, Entry> {
    return entriesOf(this.#doc(document));
  }

  /** The sockets of one document, first to last. */
  peersOf(document: string): Peer[] {
    return this.peers.filter((peer) => peer.document === document);
  }

  #doc(document: string): Y.Doc {
    const doc = this.#docs.get(document) ?? new Y.Doc();
    this.#docs.set(document, doc);
    return doc;
  }

  #welcome(ws: WebSocket, url: URL): void {
    const document = url.pathname.slice('/sync/'.length);
    const parameter = (name: string) => url.searchParams.get(name);
    const participant = parameter('as') ?? '';
    const peer = { document, participant, client: parameter('client'), lineage: parameter('lineage') };
    const joined: Peer = { ...peer, frames: 0, step2: 0, settled: 0, presence: null, ws };
    this.peers.push(joined);
    ws.on('error', () => ws.terminate());
    ws.on('message', (data: Buffer) => this.#receive(joined, new Uint8Array(data)));
    const limits = { updateBytes: 1, step2Bytes: 1, bodyBytes: 1, awarenessBytes: 1 };
    const now = new Date().toISOString();
    sendJson(ws, frame.hello, {
      lineage: this.lineage,
      participant,
      role: 'member',
      side: null,
      now,
      limits,
    });
    if (this.closeCode) ws.close(this.closeCode);
    else if (peer.lineage && peer.lineage !== this.lineage) ws.close(close.otherLineage);
    else this.#greet(joined);
  }

  #greet({ ws, document }: Peer): void {
    ws.send(syncFrame(syncMessage.step1, Y.encodeStateVector(this.#doc(document))));
    for (const { presence } of this.peersOf(document)) if (presence) ws.send(presence);
  }

  #receive(peer: Peer, data: Uint8Array): void {
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === message.awareness) this.#relay(peer, decoding.readVarUint8Array(decoder));
    if (type !== message.sync) return;
    const kind = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (kind === syncMessage.step1) this.#answer(peer, bytes);
    else this.#judge(peer, kind, bytes);
  }

  #answer(peer: Peer, stateVector: Uint8Array): void {
    const doc = this.#doc(peer.document);
    peer.ws.send(syncFrame(syncMessage.step2, Y.encodeStateAsUpdate(doc, stateVector)));
    sendJson(peer.ws, frame.times, this.#times(entriesOf(doc)));
  }

  #judge(peer: Peer, kind: number, update: Uint8Array): void {
    peer.frames += 1;
    if (kind === syncMessage.step2) peer.step2 += 1;
    const changed = this.#changes(peer.document, update);
    const refused = [...changed.values()].map(this.refuse).filter((record) => record !== null);
    if (refused.length > 0) {
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, frame.refused);
      encoding.writeVarUint(encoder, peer.frames);
      encoding.writeVarString(encoder, JSON.stringify(refused));
      peer.ws.send(encoding.toUint8Array(encoder));
      peer.ws.close(close.refused);
      return;
    }
    this.#accept(peer, update, changed);
  }

  #accept(peer: Peer, update: Uint8Array, changed: Map<Ref, Entry>): void {
    Y.applyUpdate(this.#doc(peer.document), update);
    const times = this.#times(changed);
    for (const { ws, document } of this.peers) {
      if (document !== peer.document) continue;
      if (ws !== peer.ws) ws.send(syncFrame(syncMessage.update, update));
      sendJson(ws, frame.times, times);
    }
    if (!this.isHolding) this.#sendDurable(peer);
  }

  /** The records that an update would change. */
  #changes(document: string, update: Uint8Array): Map<Ref, Entry> {
    const before = this.entries(document);
    const trial = new Y.Doc();
    Y.applyUpdate(trial, Y.encodeStateAsUpdate(this.#doc(document)));
    Y.applyUpdate(trial, update);
    const isNew = ([ref, entry]: [Ref, Entry]) =>
      JSON.stringify(entry.value) !== JSON.stringify(before.get(ref)?.value);
    return new Map([...entriesOf(trial)].filter(isNew));
  }

  #times(entries: Map<Ref, Entry>): TimesRow[] {
    const at = '2026-01-01T00:00:00.000Z';
    return [...entries.keys()].map((ref) => {
      const seq = this.#seqs.get(ref) ?? this.#seqs.size + 1;
      this.#seqs.set(ref, seq);
      return [ref, seq, at, at];
    });
  }

  #relay(from: Peer, update: Uint8Array): void {
    const { participant } = from;
    const stamped = modifyAwarenessUpdate(update, (state) => state && { ...state, participant });
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, message.awareness);
    encoding.writeVarUint8Array(encoder, stamped);
    from.presence = encoding.toUint8Array(encoder);
    for (const { ws } of this.peersOf(from.document)) if (ws !== from.ws) ws.send(from.presence);
  }

  #sendDurable(peer: Peer, settled = peer.frames): void {
    peer.settled = settled;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, frame.durable);
    encoding.writeVarUint(encoder, settled);
    peer.ws.send(encoding.toUint8Array(encoder));
  }
}

function sendJson(ws: WebSocket, type: number, value: unknown): void {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  encoding.writeVarString(encoder, JSON.stringify(value));
  ws.send(encoding.toUint8Array(encoder));
}

function syncFrame(kind: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, message.sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}
