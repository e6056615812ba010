// For tests: a small class whose gaps are known, because each was put there on purpose. Four paragraphs, five students.

import type { Entry, Point, Ref, Stance } from '../record.ts';
import { partsOf } from '../record.ts';
import type { RoomText } from './room-work.ts';

const lengths = [100, 100, 100, 100];
export const places = lengths.map((length, i) => ({ start: i * 101, length }));
export const text: RoomText = {
  places,
  locate: ({ start, end }) => (end <= 404 ? { start, end } : null),
};

export const students = ['ada', 'bea', 'cem', 'dev', 'eve'];

/** The moment at which a minute of the class stands. */
export const minute = (n: number): string => new Date(Date.UTC(2026, 2, 2, 17, n)).toISOString();

type Saying = {
  kind?: Point['kind'];
  /** Paragraph, and where in it. */
  at?: [block: number, from: number, to: number];
  to?: Ref;
  stance?: Stance;
  body?: string;
  /** Minutes: written on the device, received, and received in its present form. */
  written?: number;
  received?: number;
  edited?: number;
};

export class PlantedClass {
  readonly entries: Entry<Point>[] = [];

  say(ref: Ref, saying: Saying): this {
    const { kind = 'comment', at, to, stance, body = `Words of ${ref}.` } = saying;
    const seq = this.entries.length + 1;
    const { received = seq, written = received, edited = received } = saying;
    this.entries.push({
      ref,
      ...partsOf(ref),
      value: {
        type: 'point',
        kind,
        at: minute(written),
        body,
        ...(at ? { anchor: anchorAt(...at) } : {}),
        ...(to ? { links: [{ to, stance: stance ?? 'supports' }] } : {}),
      },
      seq,
      createdAt: minute(received),
      acceptedAt: minute(edited),
    });
    return this;
  }
}

function anchorAt(block: number, from: number, to: number): Point['anchor'] {
  const start = (places[block]?.start ?? 0) + from;
  const end = (places[block]?.start ?? 0) + to;
  return {
    reading: 'r',
    edition: 'e',
    start,
    end,
    quote: `words ${start} to ${end}`,
    prefix: '',
    suffix: '',
  };
}

/**
 * ¶1 is contested on both sides. On ¶2 everyone who answered agreed. On ¶3 Dev put something forward and nobody took a
 * side. On ¶4 two people asked, and nobody answered either. Eve asked, and is the one person nobody answered but Dev.
 */
export function plantedClass(): PlantedClass {
  return new PlantedClass()
    .say('ada/1', { kind: 'claim', at: [0, 0, 40] })
    .say('bea/1', { to: 'ada/1', stance: 'rebuts' })
    .say('cem/1', { to: 'bea/1', stance: 'rebuts' })
    .say('bea/2', { to: 'cem/1', stance: 'concedes' })
    .say('bea/3', { kind: 'claim', at: [1, 10, 60] })
    .say('ada/2', { to: 'bea/3', stance: 'supports' })
    .say('cem/2', { to: 'bea/3', stance: 'supports' })
    .say('dev/1', { kind: 'claim', at: [2, 5, 30] })
    .say('dev/2', { kind: 'question', at: [3, 0, 20] })
    .say('eve/1', { kind: 'question', at: [3, 0, 50] });
}
