// What the flow of a round costs in this process: laying it out, folding its clocks, and typing a cell into it.

import { Desk } from '#components/flow-sheet/desk.ts';
import type { Documents } from '#components/flow-sheet/flow-source.ts';
import type { ClockRecord, Entry, Point, Ref } from '#lib/model/record.ts';
import { clocksOf } from '#lib/model/round/clock.ts';
import { type FlowSource, flowOf } from '#lib/model/round/flow.ts';
import { keptFlow } from '#lib/model/round/kept-flow.ts';
import { formatOf } from '#lib/model/round/presets.ts';
import { type DebateRow, rowOf } from './debate.ts';

const format = formatOf({ preset: 'public-forum' });
const speeches = format.slots.filter(({ kind }) => kind === 'speech');
const shape = { name: '8 speeches' };

/** A flow of 40 arguments through 8 speeches, and one of more than anybody holds. */
export function debateRound(): DebateRow[] {
  const rows = [40, 625].flatMap((count) => {
    const entries = flowEntries(count);
    const points = entries.map((entry) => ({ entry, isPrep: false }));
    const source = {
      points,
      revisions: new Map(),
      sideOf: () => null,
      isHidden: () => false,
      hasEnded: () => true,
    };
    return [
      rowOf('the flow', shape, entries.length, () => flowOf(source, format)),
      rowOf('the flow again, after one more cell', shape, entries.length, another(source)),
      rowOf('a cell typed and left', shape, entries.length, typing(entries)),
    ];
  });
  const clocks = clockEntries(200);
  return [...rows, rowOf('clocks', shape, clocks.length, () => clocksOf(clocks, format))];
}

/** One cell more or less than the last time, as when others speak: laid out, and all else kept. */
function another(
  source: Omit<FlowSource, 'points'> & { points: readonly { entry: Entry<Point>; isPrep: boolean }[] },
) {
  const states = [source.points, source.points.slice(0, -1)];
  let last = flowOf(source, format);
  let step = 0;
  return () => {
    last = keptFlow(last, flowOf({ ...source, points: states[++step % 2] ?? [] }, format));
  };
}

/** One cell: begun, typed, left by Tab, and laid out again. */
function typing(entries: readonly Entry<Point>[]): () => void {
  const documents: Documents = {
    entries: new Map(entries.map((entry) => [entry.ref, entry])),
    privateEntries: new Map(),
    sideEntries: new Map(),
  };
  const clocks = clocksOf([], format);
  const desk = new Desk(documents, {
    format,
    clocks,
    side: null,
    sideOf: () => null,
    isHidden: () => false,
    me: 'judge',
    isDebater: false,
    hasBegun: () => true,
    nowMs: () => Date.now(),
    read: () => documents,
    put: async () => {},
    say: () => {},
    seeing: (words) => `See: ${words}`,
  });
  return () => {
    desk.goTo({ line: '+', column: 0 });
    desk.begin();
    desk.commit('A quick brown argument');
    desk.next(1);
    return desk.sheet;
  };
}

function flowEntries(count: number): Entry<Point>[] {
  return Array.from({ length: count * speeches.length }, (_, i) => {
    const column = i % speeches.length;
    const at = new Date(Date.UTC(2026, 2, 1) + i * 1000).toISOString();
    const value: Point = {
      type: 'point',
      kind: 'claim',
      at,
      speech: speeches[column]?.id ?? '',
      sheet: 'Pro case',
      body: 'A quick brown argument',
      ...(column > 0 ? { links: [{ to: `p/${i - 1}`, stance: 'rebuts' as const }] } : {}),
    };
    const ref: Ref = `p/${i}`;
    return { ref, participant: 'p', id: String(i), value, seq: i + 1, createdAt: at, acceptedAt: at };
  });
}

function clockEntries(count: number): Entry<ClockRecord>[] {
  return Array.from({ length: count }, (_, i) => {
    const at = new Date(Date.UTC(2026, 2, 1) + i * 1000).toISOString();
    const speech = format.slots[Math.floor((i / count) * format.slots.length)]?.id ?? '';
    const value: ClockRecord = { type: 'clock', speech, act: i % 2 === 0 ? 'start' : 'pause', at };
    return {
      ref: `c/${i}`,
      participant: 'c',
      id: String(i),
      value,
      seq: i + 1,
      createdAt: at,
      acceptedAt: at,
    };
  });
}
