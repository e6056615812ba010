// A room on this device: its documents joined into one state for the screen. Load it by `import()` where there is a
// window; the rules of saving and refusing are in channel.ts.

import { type DocumentName, privateDocument, roomDocument, sideDocument } from '#lib/model/document.ts';
import type { CounterpointRecord, RecordId } from '#lib/model/record.ts';
import { PresenceBoard, type PresenceDetail } from './presence.ts';
import { browserEnvironment, type RoomEnvironment } from './room-environment.ts';
import type {
  Gone,
  Place,
  RefusedDraft,
  RoomClient,
  RoomOptions,
  RoomState,
  SaveState,
  Trouble,
} from './room-state.ts';
import { saveStateOf } from './save-state.ts';
import { Channel, type ChannelEvents } from './wire/channel.ts';
import { ServerClock } from './wire/server-clock.ts';

/** Others' changes reach the screen at most once in this time, about a frame. */
const pauseMs = 16;

/** Why what is left over of a room that is gone is not saved. */
const goneFor = {
  'signed-out': 'signed-out',
  'no-such-room': 'no-such-room',
  'too-large': 'room-full',
} as const satisfies Record<Gone, Trouble>;

/**
 * Opens a room: first what this device holds of it, then the connection. Resolves once the device's copy is read, so
 * that `state()` already shows it; rejects only for bugs, never for the network.
 */
export async function connectRoom(options: RoomOptions, environment?: RoomEnvironment): Promise<RoomClient> {
  const room = new Room(options, environment ?? (await browserEnvironment()));
  await room.open();
  return room;
}

type Channels = { room: Channel; private: Channel };
const nothing: RoomState['entries'] = new Map();

class Room implements RoomClient {
  readonly #options: RoomOptions;
  readonly #environment: RoomEnvironment;
  readonly #presence: PresenceBoard;
  readonly #listeners = new Set<() => void>();
  readonly #clock = new ServerClock();
  #channels: Channels | null = null;
  /** One's team's preparation; it comes and goes as the round is set up. */
  #side: { name: string; channel: Channel | null } | null = null;
  #state: RoomState;
  /** What listeners were last told of; whoever asks in between may have seen more. */
  #told: RoomState;
  #isStale = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #stopWatching = () => {};
  #here: RoomState['presence'] = [];
  #role: RoomState['role'];
  #rosterVersion = 0;
  #gone: Gone | null = null;
  #isClosed = false;

  constructor(options: RoomOptions, environment: RoomEnvironment) {
    this.#options = options;
    this.#environment = environment;
    this.#role = options.role;
    this.#presence = new PresenceBoard(options.participant, () => this.#onPresence(), options.isHidden);
    this.#state = {
      phase: 'loading',
      firstSync: 'pending',
      entries: new Map(),
      privateEntries: new Map(),
      sideEntries: nothing,
      side: options.side,
      participant: options.participant,
      role: options.role,
      save: { kind: 'connecting' },
      presence: [],
      drafts: [],
      rosterVersion: 0,
    };
    this.#told = this.#state;
  }

  async open(): Promise<void> {
    this.#stopWatching = this.#environment.watchNetwork({
      lost: () => this.#all().map((channel) => channel.pause()),
      back: () => this.#all().map((channel) => channel.resume()),
    });
    const { participant } = this.#options;
    const [room, mine] = await Promise.all([
      this.#openChannel('room', roomDocument(this.#options.room)),
      this.#openChannel('private', privateDocument(this.#options.room, participant)),
    ]);
    this.#channels = { room, private: mine };
    await this.#join(this.#options.side);
    // A socket may have been closed for good while the other document was still being read.
    if (this.#gone) this.#leave(this.#gone);
    this.#notify();
  }

  state(): RoomState {
    if (this.#isStale && this.#channels) {
      this.#isStale = false;
      this.#state = unlessEqual(this.#state, this.#derive(this.#channels));
    }
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async put(place: Place, id: RecordId, value: CounterpointRecord): Promise<void> {
    await this.#channel(place).put([[id, value]]);
    this.#notify();
  }

  async putAll(place: Place, records: ReadonlyArray<readonly [RecordId, CounterpointRecord]>): Promise<void> {
    await this.#channel(place).put(records);
    this.#notify();
  }

  async remove(place: Place, id: RecordId): Promise<void> {
    await this.#channel(place).put([[id, null]]);
    this.#notify();
  }

  present(detail: PresenceDetail): void {
    this.#presence.present(detail);
  }

  hide(isHidden: boolean): void {
    this.#presence.hide(isHidden);
  }

  async dropDraft(key: string): Promise<void> {
    await Promise.all(this.#all().map((channel) => channel.dropDraft(key)));
  }

  serverNowMs(): number {
    return this.#clock.nowMs();
  }

  unsettled(): number {
    return this.#all().reduce((sum, channel) => sum + channel.unsettled, 0);
  }

  close(): void {
    this.#isClosed = true;
    this.#listeners.clear();
    this.#stopWatching();
    this.#presence.close();
    if (this.#timer) clearTimeout(this.#timer);
    for (const channel of this.#all()) channel.close();
    this.#environment.tab.release();
  }

  #openChannel(place: Place, document: DocumentName): Promise<Channel> {
    const { participant, syncUrl } = this.#options;
    const options = { place, document, participant, syncUrl, isPresent: place === 'room' };
    return Channel.open(options, this.#environment, this.#eventsOf(place));
  }

  /** Opens the preparation of the team one is on now, and leaves the one before; what was not saved there stays kept. */
  async #join(side: string | null): Promise<void> {
    if (side === (this.#side?.name ?? null)) return;
    this.#side?.channel?.close();
    const joined = side === null ? null : { name: side, channel: null as Channel | null };
    this.#side = joined;
    if (joined) {
      const channel = await this.#openChannel('side', sideDocument(this.#options.room, joined.name));
      // One may have changed teams, or left, while it was being read.
      if (this.#side !== joined || this.#isClosed) channel.close();
      else joined.channel = channel;
    }
    this.#onChange();
  }

  #eventsOf(place: Place): ChannelEvents {
    const isPresent = place === 'room';
    return {
      changed: () => this.#onChange(),
      // Who may not be on a team any more is still in the room.
      gone: (reason) => (place === 'side' ? void this.#join(null) : this.#leave(reason)),
      opened: (awareness) => {
        if (isPresent) this.#presence.attach(awareness);
      },
      taken: (at) => this.#clock.hear(at),
      hello: ({ role, side, now }) => {
        this.#clock.hear(now);
        this.#role = role;
        if (isPresent) void this.#join(side);
        // Whoever was away, or came a moment after the page was rendered, has missed what 105 said meanwhile.
        if (isPresent) this.#rosterVersion += 1;
        this.#onChange();
      },
      roster: () => {
        this.#rosterVersion += 1;
        this.#onChange();
      },
    };
  }

  #leave(reason: Gone): void {
    this.#gone ??= reason;
    for (const channel of this.#all()) channel.leave();
    this.#here = [];
    this.#onChange();
  }

  #onPresence(): void {
    this.#here = this.#presence.list();
    this.#onChange();
  }

  #onChange(): void {
    this.#isStale = true;
    this.#timer ??= setTimeout(() => this.#notify(), pauseMs);
  }

  #notify(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#isStale = true;
    if (this.state() === this.#told) return;
    this.#told = this.#state;
    for (const listener of [...this.#listeners]) listener();
  }

  #derive(channels: Channels): RoomState {
    const { room, private: mine } = channels;
    return {
      phase: this.#gone ? 'gone' : room.isReady ? 'ready' : 'loading',
      ...(this.#gone ? { gone: this.#gone } : {}),
      firstSync: room.firstSync,
      entries: room.entries,
      privateEntries: mine.entries,
      sideEntries: this.#side?.channel?.entries ?? nothing,
      side: this.#side?.name ?? null,
      participant: this.#options.participant,
      role: this.#role,
      save: this.#saveState(),
      presence: this.#here,
      drafts: this.#all().flatMap((channel) => channel.drafts),
      rosterVersion: this.#rosterVersion,
    };
  }

  #saveState(): SaveState {
    if (this.#gone) {
      return this.unsettled() > 0
        ? { kind: 'not-saved', code: goneFor[this.#gone], detail: '' }
        : { kind: 'saved' };
    }
    const channels = this.#all();
    const refusal = channels.map((channel) => channel.refusal).find((reason) => reason !== null);
    return saveStateOf(
      channels.map((channel) => channel.status),
      refusal ?? null,
      this.#environment.store.isLasting,
    );
  }

  #channel(place: Place): Channel {
    const channel = place === 'side' ? this.#side?.channel : this.#channels?.[place];
    if (!channel) throw new Error(`the ${place} document is not open`);
    return channel;
  }

  #all(): readonly Channel[] {
    const { room, private: mine } = this.#channels ?? {};
    return [room, mine, this.#side?.channel].filter((channel) => channel != null);
  }
}

/** Keeps whatever is equal from the last state, so that an unchanged state stays the same object. */
function unlessEqual(last: RoomState, next: RoomState): RoomState {
  const kept: RoomState = {
    ...next,
    save: isSame(last.save, next.save) ? last.save : next.save,
    drafts: isSameList(last.drafts, next.drafts) ? last.drafts : next.drafts,
  };
  return isSame(last, kept) ? last : kept;
}

function isSame<T extends object>(a: T, b: T): boolean {
  const keys = Object.keys({ ...a, ...b }) as Array<keyof T>;
  return keys.every((key) => a[key] === b[key]);
}

function isSameList(a: readonly RefusedDraft[], b: readonly RefusedDraft[]): boolean {
  return a.length === b.length && a.every((draft, at) => draft.key === b[at]?.key);
}
