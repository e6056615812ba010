// The clocks of a round, from the chair's records: what each has left, which one runs, which speech is the current one.
// Pure, by the server's times: every screen that has the records and the server's time shows the same.

import type { ClockRecord, Entry } from '../record.ts';
import { inOrder } from '../threads/thread.ts';
import type { Format, Slot } from './format.ts';

export type ClockId = string;

export type Clock = {
  id: ClockId;
  totalMs: number;
  /** What was used until it was last paused. */
  usedMs: number;
  /** Since when it runs, in the server's time; null while it does not. */
  runsSinceMs: number | null;
  hasBegun: boolean;
  hasEnded: boolean;
};

export type Clocks = {
  byId: ReadonlyMap<ClockId, Clock>;
  /** The one that runs now: there is never more than one. */
  running: Clock | null;
  /** The speech or cross-examination that the round is at; null once all have ended. */
  current: Slot | null;
};

/** The clock of a side's preparation time, which is one for the whole round. */
export function prepClockId(side: string): ClockId {
  return `prep:${side}`;
}

/** Milliseconds left at this time of the server; negative once it has run over. */
export function leftMs({ totalMs, usedMs, runsSinceMs }: Clock, nowMs: number): number {
  return totalMs - usedMs - (runsSinceMs === null ? 0 : Math.max(0, nowMs - runsSinceMs));
}

/**
 * Folds the chair's records, in the server's order. Starting a clock pauses the one that runs, and starting a speech
 * ends those before it: a chair who goes on has not to say so twice. Starting one that has ended takes it up again.
 */
export function clocksOf(entries: Iterable<Entry>, format: Format): Clocks {
  const clocks = new Map(clocksIn(format).map((clock) => [clock.id, clock]));
  const order = format.slots.map(({ id }) => id);
  for (const { value, acceptedAt } of clockRecords(entries)) {
    const clock = clocks.get(value.speech);
    if (!clock) continue;
    const atMs = Date.parse(acceptedAt ?? value.at);
    if (value.act === 'start') {
      for (const other of clocks.values()) if (other !== clock) pause(other, atMs);
      for (const earlier of order.slice(0, Math.max(0, order.indexOf(clock.id))))
        end(clocks.get(earlier), atMs);
    }
    take(clock, value.act, atMs);
  }
  const running = [...clocks.values()].find(({ runsSinceMs }) => runsSinceMs !== null) ?? null;
  return { byId: clocks, running, current: currentSlot(format, clocks) };
}

/** Has this speech ended? Unknown ones have not. */
export function hasEnded({ byId }: Clocks, slotId: string): boolean {
  return byId.get(slotId)?.hasEnded ?? false;
}

/** Has it begun, or even ended? */
export function hasBegunIn({ byId }: Clocks, slotId: string): boolean {
  return byId.get(slotId)?.hasBegun ?? false;
}

function clockRecords(entries: Iterable<Entry>): Entry<ClockRecord>[] {
  const records: Entry<ClockRecord>[] = [];
  for (const entry of entries) if (entry.value.type === 'clock') records.push(entry as Entry<ClockRecord>);
  return records.sort(inOrder);
}

function clocksIn({ slots, sides, prepSeconds }: Format): Clock[] {
  const preps = sides.map(({ id }) => ({ id: prepClockId(id), seconds: prepSeconds }));
  return [...slots, ...(prepSeconds > 0 ? preps : [])].map(({ id, seconds }) => fresh(id, seconds * 1000));
}

function fresh(id: ClockId, totalMs: number): Clock {
  return { id, totalMs, usedMs: 0, runsSinceMs: null, hasBegun: false, hasEnded: false };
}

function take(clock: Clock, act: ClockRecord['act'], atMs: number): void {
  switch (act) {
    case 'start':
      clock.runsSinceMs ??= atMs;
      clock.hasBegun = true;
      clock.hasEnded = false;
      return;
    case 'pause':
      pause(clock, atMs);
      return;
    case 'end':
      end(clock, atMs);
      return;
    case 'reset':
      Object.assign(clock, fresh(clock.id, clock.totalMs));
  }
}

function pause(clock: Clock, atMs: number): void {
  if (clock.runsSinceMs === null) return;
  clock.usedMs += Math.max(0, atMs - clock.runsSinceMs);
  clock.runsSinceMs = null;
}

function end(clock: Clock | undefined, atMs: number): void {
  if (!clock) return;
  pause(clock, atMs);
  clock.hasBegun = true;
  clock.hasEnded = true;
}

/** The speech under way, else the first that has not ended after the last that has. */
function currentSlot({ slots }: Format, clocks: ReadonlyMap<ClockId, Clock>): Slot | null {
  const isUnderWay = ({ id }: Slot) => clocks.get(id)?.hasBegun && !clocks.get(id)?.hasEnded;
  const last = slots.findLastIndex(({ id }) => clocks.get(id)?.hasEnded);
  return slots.findLast(isUnderWay) ?? slots[last + 1] ?? null;
}
