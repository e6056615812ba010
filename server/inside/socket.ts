// A socket that leads nowhere but to this process: it speaks to a room as a client's does, and hears what the room
// answers: the document, DURABLE, REFUSED, the close.

import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { Identity } from '#lib/data/people/identity.ts';
import type { Standing } from '#lib/data/spaces/access.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import { frame, message, type RefusedRecord, syncMessage } from '#lib/sync/wire/protocol.ts';
import { syncFrame } from '../room/framing.ts';
import { Listener, type Socket } from '../room/listener.ts';
import type { Room } from '../room/room.ts';

export type End = { kind: 'settled' } | { kind: 'refused'; refused: RefusedRecord[] } | { kind: 'closed' };

export class InsideSocket {
  private readonly listener: Listener;
  private readonly room: Room;
  private doc: Y.Doc | undefined;
  private sent = 0;
  private durable = 0;
  private end: End | undefined;
  private isFilled = false;
  private readonly waiting = new Set<() => void>();

  constructor(room: Room, identity: Identity, participant: ParticipantId, standing: Standing) {
    this.room = room;
    this.listener = new Listener(this.socket(), identity, participant, standing);
  }

  /** Enters the room and fills the document with what stands there, and what comes; false when it may not. */
  async follow(doc: Y.Doc): Promise<boolean> {
    this.doc = doc;
    if (!this.room.enter(this.listener, { client: undefined, lineage: undefined })) return false;
    this.room.take(this.listener, syncMessage.step1, Y.encodeStateVector(doc));
    await this.until(() => this.isFilled);
    return this.isFilled;
  }

  send(update: Uint8Array): void {
    if (update.length === 0) return;
    this.sent++;
    this.room.take(this.listener, syncMessage.update, update);
  }

  /** Resolves once everything that was sent is on disk, or never will be. */
  async settled(): Promise<End> {
    await this.until(() => this.durable >= this.sent);
    return this.end ?? { kind: 'settled' };
  }

  /** Resolves when the room has closed this socket. */
  async closed(): Promise<[End]> {
    await this.until(() => false);
    return [this.end ?? { kind: 'closed' }];
  }

  leave(): void {
    this.end ??= { kind: 'closed' };
    this.wake();
    this.room.audience.leave(this.listener);
  }

  private async until(isSo: () => boolean): Promise<void> {
    while (!isSo() && !this.end) await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  private wake(): void {
    for (const resume of this.waiting) resume();
    this.waiting.clear();
  }

  private hear(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes);
    const kind = decoding.readVarUint(decoder);
    if (kind === message.sync) this.hearSync(decoder);
    else if (kind === frame.durable) this.durable = decoding.readVarUint(decoder);
    else if (kind === frame.refused) {
      decoding.readVarUint(decoder);
      this.end = { kind: 'refused', refused: JSON.parse(decoding.readVarString(decoder)) as RefusedRecord[] };
    }
    this.wake();
  }

  private hearSync(decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (!this.doc) return;
    if (kind !== syncMessage.step1) Y.applyUpdate(this.doc, bytes, 'room');
    if (kind === syncMessage.step2) this.isFilled = true;
  }

  private socket(): Socket {
    return {
      bufferedBytes: 0,
      send: (message) => this.hear(message),
      sendSync: (kind, content) => this.hear(syncFrame(kind, content)),
      sendFramed: ({ payloads }) => {
        for (const message of payloads) this.hear(message);
      },
      cork() {},
      uncork() {},
      close: () => {
        this.end ??= { kind: 'closed' };
        this.wake();
      },
    };
  }
}
