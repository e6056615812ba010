// A participant for benches, bare of everything a browser adds: a Y.Doc, a socket, and a tally of what was acknowledged
// and what was seen. It speaks the protocol by hand, so that what is measured is the server.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { roomDocument } from '#lib/model/document.ts';
import type { CounterpointRecord, ParticipantId, RecordId, Ref } from '#lib/model/record.ts';
import { refOf } from '#lib/model/record.ts';
import { observeLayers, putRecord, recordAt } from '#lib/sync/layers.ts';
import { frame, message } from '#lib/sync/wire/protocol.ts';

export type Seat = { room: string; participantId: ParticipantId; token: string };

/** What a peer was told about one record: the body as the counter it carries. */
export type Told = Map<Ref, number>;

export class Peer {
  readonly doc = new Y.Doc();
  readonly seat: Seat;
  /** Highest counter written, acknowledged by DURABLE, and seen from others, per record. */
  readonly written: Told = new Map();
  readonly acknowledged: Told = new Map();
  readonly seen: Told = new Map();
  refusals: string[] = [];
  /** What the last connection was closed with. */
  closeCode: number | undefined;
  private socket: WebSocket | undefined;
  private frames = 0;
  private unsettled: { frame: number; ref: Ref; counter: number }[] = [];
  private isSynced = false;

  constructor(seat: Seat) {
    this.seat = seat;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.isSynced) this.sendSync((encoder) => sync.writeUpdate(encoder, update));
    });
    observeLayers(this.doc, (refs) => this.note(refs));
  }

  /** Connects and resolves once the server has answered step 1; resolves false when the socket ends before. */
  connect(port: number): Promise<boolean> {
    const socket = new WebSocket(
      `ws://127.0.0.1:${port}/sync/${roomDocument(this.seat.room)}?client=${this.doc.clientID}`,
      { headers: { authorization: `Bearer ${this.seat.token}` } },
    );
    this.socket = socket;
    this.frames = 0;
    this.unsettled = [];
    this.isSynced = false;
    return new Promise((resolve) => {
      socket.on('error', () => resolve(false));
      socket.on('close', (code) => {
        this.isSynced = false;
        this.closeCode = code;
        resolve(false);
      });
      socket.on('open', () => this.sendSync((encoder) => sync.writeSyncStep1(encoder, this.doc), false));
      socket.on('message', (data: Buffer) => {
        if (this.hear(data)) resolve(true);
      });
    });
  }

  /** Writes a record whose body is a counter, so that old and new values can be told apart. */
  write(id: RecordId, counter: number, padding = ''): void {
    const record: CounterpointRecord = {
      type: 'point',
      kind: 'comment',
      at: new Date().toISOString(),
      body: `${counter} ${padding}`,
    };
    const ref = refOf(this.seat.participantId, id);
    this.written.set(ref, counter);
    const sent = this.isSynced ? this.frames + 1 : 0;
    putRecord(this.doc, this.seat.participantId, id, record);
    if (sent > 0) this.unsettled.push({ frame: sent, ref, counter });
  }

  /** How many of its frames wait for DURABLE. */
  get unsettledFrames(): number {
    return new Set(this.unsettled.map(({ frame }) => frame)).size;
  }

  disconnect(): void {
    this.socket?.terminate();
    this.isSynced = false;
  }

  /** True when the message was the answer to our step 1. */
  private hear(data: Uint8Array): boolean {
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === frame.durable) this.settle(decoding.readVarUint(decoder));
    if (type === frame.refused) this.refusals.push(Buffer.from(data).toString('utf8'));
    if (type !== message.sync) return false;
    const reply = encoding.createEncoder();
    encoding.writeVarUint(reply, message.sync);
    const kind = sync.readSyncMessage(decoder, reply, this.doc, this);
    if (kind === sync.messageYjsSyncStep1) {
      this.frames++;
      this.socket?.send(encoding.toUint8Array(reply));
    }
    if (kind !== sync.messageYjsSyncStep2) return false;
    this.isSynced = true;
    return true;
  }

  private sendSync(write: (encoder: encoding.Encoder) => void, isCounted = true): void {
    if (this.socket?.readyState !== WebSocket.OPEN) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, message.sync);
    write(encoder);
    if (isCounted) this.frames++;
    this.socket.send(encoding.toUint8Array(encoder));
  }

  private settle(frames: number): void {
    const settled = this.unsettled.filter((one) => one.frame <= frames);
    if (settled.length === 0) return;
    this.unsettled = this.unsettled.filter((one) => one.frame > frames);
    for (const { ref, counter } of settled) raise(this.acknowledged, ref, counter);
  }

  private note(refs: Ref[]): void {
    for (const ref of refs) {
      const slash = ref.indexOf('/');
      const participant = ref.slice(0, slash);
      if (participant === this.seat.participantId) continue;
      const counter = counterOf(recordAt(this.doc, participant, ref.slice(slash + 1)));
      if (counter !== undefined) raise(this.seen, ref, counter);
    }
  }
}

/** The counter in a record's body; undefined for records that are none of a bench's. */
export function counterOf(record: CounterpointRecord | undefined): number | undefined {
  if (record?.type !== 'point' || record.body === undefined) return undefined;
  const counter = Number.parseInt(record.body, 10);
  return Number.isNaN(counter) ? undefined : counter;
}

function raise(told: Told, ref: Ref, counter: number): void {
  told.set(ref, Math.max(told.get(ref) ?? -1, counter));
}
