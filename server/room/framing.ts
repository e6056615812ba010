// How messages become bytes on the wire: a frame of RFC 6455, a sync message of y-websocket, the frames of our own. It
// knows no socket; which of these goes to whom is listener.ts's and its callers' concern.

import * as encoding from 'lib0/encoding';
import { frame, message, type RefusedRecord, type TimesRow } from '#lib/sync/wire/protocol.ts';

/** Messages as they go over the wire: the same bytes for everyone who gets them, since a server masks nothing. */
export type Framed = { payloads: Uint8Array[]; bytes: Uint8Array };

/** Frames messages for `sendFramed`; RFC 6455, section 5.2: binary, final, unmasked. */
export function framed(...payloads: Uint8Array[]): Framed {
  return { payloads, bytes: Buffer.concat(payloads.flatMap((payload) => [headOf(payload.length), payload])) };
}

const [finalBinary, length16, length64] = [0x82, 126, 127];

/** What stands before a binary message of this many bytes. */
export function headOf(length: number): Buffer {
  if (length < length16) return Buffer.from([finalBinary, length]);
  const isShort = length <= 0xffff;
  const head = Buffer.alloc(isShort ? 4 : 10);
  head[0] = finalBinary;
  head[1] = isShort ? length16 : length64;
  if (isShort) head.writeUInt16BE(length, 2);
  else head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

/** A TIMES frame (103); encoded once for everyone who may have the same rows. */
export function timesFrame(rows: TimesRow[]): Uint8Array {
  return jsonFrame(frame.times, rows);
}

/** A REFUSED frame (102) about the n-th frame. */
export function refusedFrame(n: number, refused: readonly RefusedRecord[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, frame.refused);
  encoding.writeVarUint(encoder, n);
  encoding.writeVarString(encoder, JSON.stringify(refused));
  return encoding.toUint8Array(encoder);
}

/** A frame of our own that holds JSON. Written into one piece of memory: the text may be megabytes. */
export function jsonFrame(kind: number, value: unknown): Uint8Array {
  const text = JSON.stringify(value);
  const sizeBytes = Buffer.byteLength(text);
  const head = varUints([kind, sizeBytes]);
  const whole = Buffer.allocUnsafe(head.length + sizeBytes);
  whole.set(head);
  whole.write(text, head.length);
  return whole;
}

/** lib0's whole numbers. Its own encoder takes memory of its own for each few bytes, which costs more than all the rest. */
export function varUints(numbers: readonly number[]): Buffer {
  const bytes: number[] = [];
  for (const number of numbers) {
    let rest = number;
    for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push(0x80 | (rest & 0x7f));
    bytes.push(rest);
  }
  return Buffer.from(bytes);
}

/** One y-websocket sync message as it goes over the wire. */
export function syncFrame(kind: number, content: Uint8Array): Uint8Array {
  return Buffer.concat([syncHead(kind, content), content]);
}

/** The head of a sync message with this content, for what goes out without a copy. */
export function syncHead(kind: number, content: Uint8Array): Buffer {
  return varUints([message.sync, kind, content.length]);
}
