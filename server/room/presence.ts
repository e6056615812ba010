// Who is here now (GATE9). A socket speaks only for the client id it declared, the server stamps the participant, and
// nothing here is ever kept.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { message } from '#lib/sync/wire/protocol.ts';
import { type Framed, framed } from './framing.ts';
import type { Listener } from './listener.ts';

type Entry = {
  /** As the client counts, and what is added to it on the way out. */
  clock: number;
  shift: number;
  state: Record<string, unknown>;
  participant: string;
  sockets: Set<Listener>;
};

/** Presence goes out at most this often for a room. */
const pauseMs = 100;
/** So many clocks of those who left are kept for who may come back; the oldest give way. */
const endedClocks = 1000;

export class Presence {
  private readonly entries = new Map<number, Entry>();
  /** Clients that left keep their clock, so that their end is newer than anything others have heard. */
  private readonly changed = new Map<number, { clock: number; participant: string }>();
  /**
   * The clock with which a client id was last said to have left. A client that comes back goes on with a clock that
   * others have heard the end of, and would stay unseen until it counts on: its clock is lifted above that.
   */
  private readonly ended = new Map<number, number>();
  private timer: NodeJS.Timeout | undefined;
  private readonly audience: () => Iterable<Listener>;
  private readonly mayHear: (listener: Listener, participant: string) => boolean;

  constructor(
    audience: () => Iterable<Listener>,
    mayHear: (listener: Listener, participant: string) => boolean,
  ) {
    this.audience = audience;
    this.mayHear = mayHear;
  }

  /** Takes an awareness update of y-protocols; entries about others are dropped. False when it cannot be read. */
  hear(from: Listener, bytes: Uint8Array, mayDeclare: (client: number) => boolean): boolean {
    const told = heard(bytes);
    if (!told) return false;
    for (const { client, clock, state } of told) {
      if (from.client === undefined && mayDeclare(client)) from.client = client;
      if (client === from.client) this.keep(from, client, clock, state);
    }
    return true;
  }

  /** The last socket of a client id ends its presence. */
  leave(listener: Listener): void {
    const { client } = listener;
    const entry = client === undefined ? undefined : this.entries.get(client);
    if (client === undefined || !entry) return;
    entry.sockets.delete(listener);
    if (entry.sockets.size > 0) return;
    this.end(client, entry, entry.clock + 1);
  }

  /** Sends everyone who is here, for a newcomer or for one who asks. */
  tell(listener: Listener): void {
    const audible = [...this.entries.keys()].filter((client) => {
      const entry = this.entries.get(client);
      return entry && !this.isLiftedSelf(listener, client) && this.mayHear(listener, entry.participant);
    });
    if (audible.length > 0) listener.send(this.encode(audible.map((client) => [client, undefined])));
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private keep(from: Listener, client: number, clock: number, state: unknown): void {
    const known = this.entries.get(client);
    // Someone else's id can be declared by nobody twice: the first participant to hold it keeps it while they are here.
    if (known && known.participant !== from.participant) return;
    if (known && clock < known.clock) return;
    if (state === null) {
      if (known) this.end(client, known, clock);
      return;
    }
    if (typeof state !== 'object' || Array.isArray(state)) return;
    const shift = known?.shift ?? Math.max(0, (this.ended.get(client) ?? -1) + 1 - clock);
    const sockets = known?.sockets ?? new Set();
    sockets.add(from);
    const stamped = { ...state, participant: from.participant };
    this.entries.set(client, { clock, shift, state: stamped, participant: from.participant, sockets });
    this.announce(client, { clock: clock + shift, participant: from.participant });
  }

  /** A lifted clock would make a client take its own old state, echoed, for a newer one. */
  private isLiftedSelf(listener: Listener, client: number): boolean {
    return client === listener.client && (this.entries.get(client)?.shift ?? 0) > 0;
  }

  private end(client: number, entry: Entry, clock: number): void {
    this.entries.delete(client);
    this.ended.delete(client);
    this.ended.set(client, clock + entry.shift);
    const [oldest] = this.ended.keys();
    if (this.ended.size > endedClocks && oldest !== undefined) this.ended.delete(oldest);
    this.announce(client, { clock: clock + entry.shift, participant: entry.participant });
  }

  private announce(client: number, change: { clock: number; participant: string }): void {
    this.changed.set(client, change);
    this.timer ??= setTimeout(() => this.flush(), pauseMs);
  }

  private flush(): void {
    this.timer = undefined;
    const changes = [...this.changed];
    this.changed.clear();
    const all = changes.map(([client, change]) => [client, change] as const);
    let forAll: Framed | undefined;
    for (const listener of this.audience()) {
      const audible = all.filter(
        ([client, change]) =>
          !this.isLiftedSelf(listener, client) && this.mayHear(listener, change.participant),
      );
      if (audible.length === 0) continue;
      if (audible.length === all.length) {
        forAll ??= framed(this.encode(all));
        listener.sendFramed(forAll);
      } else {
        listener.send(this.encode(audible));
      }
    }
  }

  private encode(clients: readonly (readonly [number, { clock: number } | undefined])[]): Uint8Array {
    const update = encoding.createEncoder();
    encoding.writeVarUint(update, clients.length);
    for (const [client, change] of clients) {
      const entry = this.entries.get(client);
      encoding.writeVarUint(update, client);
      encoding.writeVarUint(update, entry ? entry.clock + entry.shift : (change?.clock ?? 0));
      encoding.writeVarString(update, JSON.stringify(entry?.state ?? null));
    }
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, message.awareness);
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(update));
    return encoding.toUint8Array(encoder);
  }
}

type Told = { client: number; clock: number; state: unknown };

/** What an awareness update tells; null for what is none: y-protocols would throw as well, and the caller closes the socket. */
function heard(bytes: Uint8Array): Told[] | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const told: Told[] = [];
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const [client, clock] = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)];
      told.push({ client, clock, state: JSON.parse(decoding.readVarString(decoder)) });
    }
    return told;
  } catch {
    return null;
  }
}
