// Who is here, from awareness states (GATE9). The server stamps the participant; what a client says of itself is only
// which point it answers and what it has selected. Everything that comes in is read as unknown.

import type { Awareness } from 'y-protocols/awareness';
import type { FollowSigns } from '#lib/model/following.ts';
import type { ParticipantId, Ref } from '#lib/model/record.ts';
import type { Range } from '#lib/model/text/text.ts';
import type { Presence } from './room-state.ts';

export type PresenceDetail = Pick<Presence, 'answering' | 'reading' | 'selection' | 'follow' | 'view'>;

/** Eight changes a second: the server takes ten a room. */
const pauseMs = 125;

export class PresenceBoard {
  readonly #participant: ParticipantId;
  readonly #onChange: () => void;
  #awareness: Awareness | null = null;
  #detail: PresenceDetail = {};
  #isHidden: boolean;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isBehind = false;

  /** `isHidden`: one is here without being seen (U25), and nothing of oneself is sent. */
  constructor(participant: ParticipantId, onChange: () => void, isHidden = false) {
    this.#isHidden = isHidden;
    this.#participant = participant;
    this.#onChange = onChange;
  }

  /** Follows another document's awareness; one's own detail goes with it. */
  attach(awareness: Awareness): void {
    this.#awareness = awareness;
    awareness.on('change', this.#onChange);
    awareness.setLocalState(this.#shown());
    this.#onChange();
  }

  /** Tells others at once, and then at most every `pauseMs` what is newest. */
  present(detail: PresenceDetail): void {
    this.#detail = detail;
    if (this.#timer) {
      this.#isBehind = true;
      return;
    }
    this.#awareness?.setLocalState(this.#shown());
    this.#timer = setTimeout(() => this.#catchUp(), pauseMs);
  }

  /** Disappears for others at once, or is seen again. */
  hide(isHidden: boolean): void {
    if (isHidden === this.#isHidden) return;
    this.#isHidden = isHidden;
    this.#awareness?.setLocalState(this.#shown());
  }

  #shown(): PresenceDetail | null {
    return this.#isHidden ? null : { ...this.#detail };
  }

  list(): readonly Presence[] {
    const { clientID, states } = this.#awareness ?? { clientID: -1, states: new Map<number, unknown>() };
    const here: Presence[] = [];
    for (const [client, state] of states) {
      const isMe = client === clientID;
      const read = readState(client, isMe ? { ...(state as object), participant: this.#participant } : state);
      if (read) here.push({ ...read, isMe });
    }
    return here;
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#awareness?.off('change', this.#onChange);
  }

  #catchUp(): void {
    this.#timer = null;
    if (!this.#isBehind) return;
    this.#isBehind = false;
    this.present(this.#detail);
  }
}

function readState(client: number, state: unknown): Omit<Presence, 'isMe'> | null {
  if (!isFields(state) || typeof state.participant !== 'string') return null;
  const { participant, answering, reading, selection, follow, view } = state;
  return {
    participant,
    client,
    ...(isAnswering(answering) ? { answering } : {}),
    ...(isReading(reading) ? { reading } : {}),
    ...(isRange(selection) ? { selection: { start: selection.start, end: selection.end } } : {}),
    ...(isFields(follow) ? { follow: readSigns(follow) } : {}),
    ...(isOffset(view) ? { view } : {}),
  };
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isAnswering(value: unknown): value is Ref | 'new' {
  return value === 'new' || (typeof value === 'string' && value.includes('/'));
}

function isReading(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 64;
}

function isRange(value: unknown): value is Range {
  return isFields(value) && isOffset(value.start) && isOffset(value.end) && value.start < value.end;
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isQuestion(value: unknown): value is { whom: string; question: string } {
  return isFields(value) && typeof value.whom === 'string' && typeof value.question === 'string';
}

function readSigns({ asks, lets, denies }: Record<string, unknown>): FollowSigns {
  return {
    ...(isQuestion(asks) ? { asks: { whom: asks.whom, question: asks.question } } : {}),
    ...(Array.isArray(lets) ? { lets: lets.filter((id) => typeof id === 'string') } : {}),
    ...(Array.isArray(denies) ? { denies: denies.filter((id) => typeof id === 'string') } : {}),
  };
}
