// Counts the sync frames a socket sends (step 2 and update), because DURABLE answers with that count and a state
// vector would miss deletions. Handed to y-websocket as its WebSocketPolyfill, so that y-websocket stays as it is.

import { message, syncMessage } from './protocol.ts';

/** One sync frame: the `frame`-th (from 1) of this socket. */
export type FrameAt = { socket: object; frame: number };
export type SyncFrameKind = 'step2' | 'update';

type SocketData = string | ArrayBufferLike | Blob | ArrayBufferView;

/**
 * A WebSocket class that reports each sync frame just before it goes out.
 * Frames sent into a socket that is no longer open are lost by the platform, and not counted.
 */
export function countingSocket(
  Base: typeof WebSocket,
  onSend: (kind: SyncFrameKind, at: FrameAt) => void,
): typeof WebSocket {
  return class CountingSocket extends Base {
    #frames = 0;

    override send(data: SocketData): void {
      const kind = this.readyState === Base.OPEN ? syncFrameKind(data) : null;
      if (kind) onSend(kind, { socket: this, frame: ++this.#frames });
      super.send(data as Parameters<WebSocket['send']>[0]);
    }
  };
}

/** Both type numbers are below 128, so each is one byte of its varUint. */
function syncFrameKind(data: SocketData): SyncFrameKind | null {
  if (!(data instanceof Uint8Array) || data[0] !== message.sync) return null;
  if (data[1] === syncMessage.step2) return 'step2';
  return data[1] === syncMessage.update ? 'update' : null;
}
