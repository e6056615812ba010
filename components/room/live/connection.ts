// The way to a room's client, which may fail: its code comes over the network too, and is gone from the server after an
// update. Tries again by itself, and at once when something is to be written.

import type { RoomClient } from '#lib/sync/room-state.ts';

export type Link = { kind: 'opening' } | { kind: 'open'; client: RoomClient } | { kind: 'failed' };

/** Between one failed attempt and the next; the last one repeats. */
const pausesMs = [2000, 8000, 30_000] as const;

export class Connection {
  readonly #connect: () => Promise<RoomClient>;
  readonly #listeners = new Set<() => void>();
  #link: Link = { kind: 'opening' };
  #next = Promise.withResolvers<RoomClient>();
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Every opening and closing begins another: what an earlier one still brings is not wanted any more. */
  #attempt = 0;

  constructor(connect: () => Promise<RoomClient>) {
    this.#connect = connect;
  }

  /** The same object until it changes. */
  readonly link = (): Link => this.#link;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Resolves with the client once it is there; rejects when the attempt under way fails. */
  readonly client = (): Promise<RoomClient> => {
    if (this.#link.kind === 'open') return Promise.resolve(this.#link.client);
    const { promise } = this.#next;
    this.retry();
    return promise;
  };

  /** Where the last attempt failed, begins the next now. */
  readonly retry = (): void => {
    if (this.#link.kind === 'failed') this.open();
  };

  open(): void {
    clearTimeout(this.#timer);
    this.#become({ kind: 'opening' });
    void this.#try(++this.#attempt);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#attempt++;
    if (this.#link.kind === 'open') this.#link.client.close();
    this.#become({ kind: 'opening' });
  }

  async #try(attempt: number): Promise<void> {
    try {
      const client = await this.#connect();
      if (attempt !== this.#attempt) return client.close();
      this.#failures = 0;
      this.#become({ kind: 'open', client });
      this.#next.resolve(client);
      this.#next = Promise.withResolvers();
    } catch (error) {
      if (attempt === this.#attempt) this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    // The text stays readable: React's error page would take it away.
    console.error('The discussion could not be opened.', error);
    const pauseMs = pausesMs[Math.min(this.#failures++, pausesMs.length - 1)];
    this.#timer = setTimeout(this.retry, pauseMs);
    this.#become({ kind: 'failed' });
    // Whoever waits says so in their own place; that nobody waits is no error.
    this.#next.promise.catch(() => {});
    this.#next.reject(error);
    this.#next = Promise.withResolvers();
  }

  #become(link: Link): void {
    this.#link = link;
    for (const listener of [...this.#listeners]) listener();
  }
}
