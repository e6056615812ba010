// What one message of y-websocket's protocol says. Nothing is done about it here, so that an error in reading is always the
// message's, and one in doing always ours.

import * as decoding from 'lib0/decoding';
import { message, syncMessage } from '#lib/sync/wire/protocol.ts';

export type Heard =
  | { kind: 'ask-presence' }
  | { kind: 'presence'; bytes: Uint8Array }
  /** `step` is one of syncMessage; `hasMore` says that bytes follow, which the protocol knows nothing of. */
  | { kind: 'sync'; step: number; bytes: Uint8Array; hasMore: boolean }
  /** Of a type that is not spoken here; passed over, as y-websocket does. */
  | { kind: 'unknown' };

/** Reads one message; `malformed` for what ends too early or is none. */
export function readMessage(data: Uint8Array): Heard | 'malformed' {
  try {
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === message.queryAwareness) return { kind: 'ask-presence' };
    if (type === message.awareness) return { kind: 'presence', bytes: decoding.readVarUint8Array(decoder) };
    const step = type === message.sync ? decoding.readVarUint(decoder) : undefined;
    if (step === undefined || step > syncMessage.update) return { kind: 'unknown' };
    const bytes = decoding.readVarUint8Array(decoder);
    return { kind: 'sync', step, bytes, hasMore: decoding.hasContent(decoder) };
  } catch {
    // lib0 ran out of bytes, or of the numbers it can hold; nothing else is called in here.
    return 'malformed';
  }
}
