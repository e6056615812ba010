// One socket on the wire, by which a room's listener is reached. It knows neither who listens nor what the messages say.

import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { type Framed, headOf, syncFrame, syncHead } from '../room/framing.ts';
import type { Socket } from '../room/listener.ts';

/** From this size on a sync message goes out behind its head without a copy: that would cost more than a second write. */
export const largeBytes = 16 << 10;

export class Connection implements Socket {
  readonly ws: WebSocket;
  private readonly wire: Duplex | undefined;

  /** `wire` is the stream under the socket, where it is known. */
  constructor(ws: WebSocket, wire?: Duplex) {
    this.ws = ws;
    this.wire = wire;
  }

  get bufferedBytes(): number {
    return this.ws.bufferedAmount;
  }

  private get isOpen(): boolean {
    return this.ws.readyState === this.ws.OPEN;
  }

  send(message: Uint8Array): void {
    if (this.isOpen) this.ws.send(message);
  }

  /** What is large goes out as it is: a copy of it behind its head would be as large again. */
  sendSync(kind: number, content: Uint8Array): void {
    if (!this.wire || content.length < largeBytes) {
      this.send(syncFrame(kind, content));
      return;
    }
    if (!this.isOpen) return;
    const head = syncHead(kind, content);
    this.wire.cork();
    this.wire.write(Buffer.concat([headOf(head.length + content.length), head]));
    this.wire.write(content);
    this.wire.uncork();
  }

  /** ws itself writes at once, too, so nothing can come in between. */
  sendFramed({ payloads, bytes }: Framed): void {
    if (!this.isOpen || payloads.length === 0) return;
    if (this.wire) this.wire.write(bytes);
    else for (const payload of payloads) this.ws.send(payload);
  }

  cork(): void {
    this.wire?.cork();
  }

  uncork(): void {
    this.wire?.uncork();
  }

  /** A peer that does not answer the close is cut off. */
  close(code: number, reason: string): void {
    this.ws.close(code, reason);
    const timer = setTimeout(() => this.ws.terminate(), 1000);
    timer.unref();
    this.ws.once('close', () => clearTimeout(timer));
  }
}
