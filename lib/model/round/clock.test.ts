// Clocks follow the server's times, whatever the chair's own clock says, and one runs at a time.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClockAct, ClockRecord, Entry } from '../record.ts';
import { type Clocks, clocksOf, hasEnded, leftMs, prepClockId } from './clock.ts';
import { formatOf } from './presets.ts';

const format = formatOf({ preset: 'public-forum' });
const startMs = Date.parse('2026-03-01T10:00:00.000Z');
const iso = (seconds: number) => new Date(startMs + seconds * 1000).toISOString();

type Said = [seconds: number, speech: string, act: ClockAct];
const records = (said: readonly Said[], wrongByMs = 0): Entry<ClockRecord>[] =>
  said.map(([seconds, speech, act], i) => ({
    ref: `chair/${i}`,
    participant: 'chair',
    id: String(i),
    value: { type: 'clock', speech, act, at: new Date(startMs + seconds * 1000 + wrongByMs).toISOString() },
    seq: i + 1,
    createdAt: iso(seconds),
    acceptedAt: iso(seconds),
  }));
const left = (clocks: Clocks, id: string, seconds: number) => {
  const clock = clocks.byId.get(id);
  if (!clock) throw new Error(`no clock ${id}`);
  return leftMs(clock, startMs + seconds * 1000) / 1000;
};

describe('clocksOf', () => {
  it('counts down while it runs, stands while it is paused, and goes on', () => {
    const clocks = clocksOf(
      records([
        [0, 'constructive-1', 'start'],
        [60, 'constructive-1', 'pause'],
        [100, 'constructive-1', 'start'],
      ]),
      format,
    );
    expect(left(clocks, 'constructive-1', 130)).toBe(240 - 60 - 30);
    expect(clocks.running?.id).toBe('constructive-1');
  });

  it('goes below nothing when a speech runs over', () => {
    expect(left(clocksOf(records([[0, 'constructive-1', 'start']]), format), 'constructive-1', 250)).toBe(
      -10,
    );
  });

  it('is the same whatever the chair’s own clock says', () => {
    const said: Said[] = [
      [0, 'constructive-1', 'start'],
      [60, 'constructive-1', 'end'],
      [70, 'prep:con', 'start'],
    ];
    expect(clocksOf(records(said, -3_600_000), format)).toEqual(clocksOf(records(said), format));
  });

  it('takes prep time from the side that uses it, and pauses it when a speech begins', () => {
    const clocks = clocksOf(
      records([
        [0, prepClockId('con'), 'start'],
        [30, 'constructive-2', 'start'],
      ]),
      format,
    );
    expect([left(clocks, 'prep:con', 99), left(clocks, 'prep:pro', 99)]).toEqual([150, 180]);
    expect(clocks.running?.id).toBe('constructive-2');
  });

  it('ends what came before the speech that begins', () => {
    const clocks = clocksOf(records([[0, 'rebuttal-1', 'start']]), format);
    expect(hasEnded(clocks, 'constructive-2')).toBe(true);
    expect(hasEnded(clocks, 'rebuttal-1')).toBe(false);
  });

  it('takes a speech up again that was ended too soon, and begins anew after a reset', () => {
    const again = clocksOf(
      records([
        [0, 'constructive-1', 'start'],
        [10, 'constructive-1', 'end'],
        [20, 'constructive-1', 'start'],
      ]),
      format,
    );
    expect([hasEnded(again, 'constructive-1'), left(again, 'constructive-1', 25)]).toEqual([false, 225]);
    const reset = clocksOf(
      records([
        [0, 'constructive-1', 'start'],
        [10, 'constructive-1', 'reset'],
      ]),
      format,
    );
    expect(reset).toEqual(clocksOf([], format));
  });

  it('knows where the round is', () => {
    const at = (...said: Said[]) => clocksOf(records(said), format).current?.id;
    expect(at()).toBe('constructive-1');
    expect(at([0, 'constructive-1', 'start'])).toBe('constructive-1');
    expect(at([0, 'constructive-1', 'start'], [9, 'constructive-1', 'end'])).toBe('constructive-2');
    expect(at([0, 'focus-2', 'start'], [9, 'focus-2', 'end'])).toBeUndefined();
  });

  it('passes over clocks of another format', () => {
    expect(clocksOf(records([[0, '1AC', 'start']]), format)).toEqual(clocksOf([], format));
  });

  it('law: one clock at most runs, and no time is used twice', () => {
    const ids = [...format.slots.map(({ id }) => id), 'prep:pro', 'prep:con'];
    const acts = fc.tuple(
      fc.integer({ min: 0, max: 60 }),
      fc.constantFrom(...ids),
      fc.constantFrom<ClockAct[]>('start', 'pause', 'end'),
    );
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 40 }), (steps) => {
        let atSeconds = 0;
        const said = steps.map(([after, id, act]): Said => {
          atSeconds += after;
          return [atSeconds, id, act];
        });
        const { byId } = clocksOf(records(said), format);
        const all = [...byId.values()];
        expect(all.filter(({ runsSinceMs }) => runsSinceMs !== null).length).toBeLessThanOrEqual(1);
        expect(all.reduce((sum, { usedMs }) => sum + usedMs, 0)).toBeLessThanOrEqual(atSeconds * 1000);
      }),
    );
  });
});
