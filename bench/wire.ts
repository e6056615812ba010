// Hand-made frames for the load generator: one key set in a root map, a fixed-size record that carries when it was sent
// and by whom. A generator that ran a Y.Doc for each of 600 people would measure itself.

import * as encoding from 'lib0/encoding';
import { message, syncMessage } from '#lib/sync/wire/protocol.ts';

/** What marks a record in the bytes of any frame: `~T` sender (4 digits) time in µs (16 digits). */
const mark = '~T';
const markLength = mark.length + 4 + 16;
/** Size of the record's JSON, roughly, in bytes. */
const recordBytes = 250;

/** A y-websocket update frame that sets a new key in a root map to a comment. */
export function updateFrame(
  root: string,
  client: number,
  clock: number,
  sender: number,
  sentUs: number,
): Uint8Array {
  const update = encoding.createEncoder();
  encoding.writeVarUint(update, 1);
  encoding.writeVarUint(update, 1);
  encoding.writeVarUint(update, client);
  encoding.writeVarUint(update, clock);
  // An item with a parent sub-key and ContentAny, without origins (yjs 13.6, Item.write).
  encoding.writeUint8(update, 8 | 0b0010_0000);
  encoding.writeVarUint(update, 1);
  encoding.writeVarString(update, root);
  encoding.writeVarString(update, `r${clock}`);
  encoding.writeVarUint(update, 1);
  const stamp = mark + String(sender).padStart(4, '0') + String(Math.round(sentUs)).padStart(16, '0');
  encoding.writeAny(update, {
    type: 'point',
    kind: 'comment',
    at: '2026-01-01T00:00:00.000Z',
    body: stamp.padEnd(recordBytes - 90, 'x'),
  });
  encoding.writeVarUint(update, 0);
  return syncMessageOf(syncMessage.update, encoding.toUint8Array(update));
}

/** Step 1 of an empty document. */
export function step1Frame(): Uint8Array {
  return syncMessageOf(syncMessage.step1, new Uint8Array([0]));
}

function syncMessageOf(kind: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, message.sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}

/** Calls back for each record in a frame of any server, whatever stands around it. */
export function eachRecord(data: Buffer, found: (sender: number, sentUs: number) => void): void {
  for (let at = data.indexOf(mark); at >= 0; at = data.indexOf(mark, at + markLength)) {
    const sender = Number(data.toString('latin1', at + 2, at + 6));
    found(sender, Number(data.toString('latin1', at + 6, at + markLength)));
  }
}
