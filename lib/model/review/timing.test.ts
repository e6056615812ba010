// How work stood when it was due. The server's clock decides; the writer's only asks somebody to look.

import { describe, expect, it } from 'vitest';
import type { Point, Ref } from '../record.ts';
import { minute, PlantedClass } from './planted-class.ts';
import { asItStood, asUnlocked, dueAt, isEditedSince, type PastValue, timingOf } from './timing.ts';

const due = () => ({ notes: minute(10), replies: minute(30) });
const none = new Set<Ref>();

const cases = [
  { name: 'received in time', written: 5, received: 5, timing: 'in-time' },
  { name: 'received at the very moment', written: 10, received: 10, timing: 'in-time' },
  { name: 'written offline in time, received after', written: 5, received: 20, timing: 'received-late' },
  { name: 'written and received after', written: 15, received: 20, timing: 'late' },
] as const;

describe('timingOf', () => {
  it.each(cases)('$name: $timing', ({ written, received, timing }) => {
    const [entry] = new PlantedClass().say('ada/1', { written, received }).entries;
    expect(entry && timingOf(entry, due, none)).toBe(timing);
  });

  it('an instructor’s word makes of late work accepted work', () => {
    const [entry] = new PlantedClass().say('ada/1', { written: 15, received: 20 }).entries;
    expect(entry && timingOf(entry, due, new Set<Ref>(['ada/1']))).toBe('accepted');
  });

  it('holds replies against their own date, and each student against their own', () => {
    const { entries } = new PlantedClass()
      .say('ada/1', { received: 20 })
      .say('ada/2', { to: 'bea/1', received: 20 })
      .say('ada/3', { to: 'ada/1', received: 20 });
    expect(entries.map((entry) => dueAt(entry, due))).toEqual([minute(10), minute(30), minute(10)]);
    const longer = (who: string) => (who === 'ada' ? { notes: minute(25), replies: null } : due());
    expect(entries.map((entry) => timingOf(entry, longer, none))).toEqual(['in-time', 'in-time', 'in-time']);
  });
});

describe('asItStood', () => {
  const { entries } = new PlantedClass()
    .say('ada/kept', { received: 1 })
    .say('ada/edited', { received: 2, edited: 40, body: 'What it says now.' })
    .say('ada/offline', { written: 5, received: 20 })
    .say('ada/late', { received: 21 });
  const earlier = (body: string, at: number): PastValue => ({
    ref: 'ada/edited',
    value: { ...(entries[1]?.value as Point), body },
    acceptedAt: minute(at),
  });
  const past = [earlier('What it says now.', 40), earlier('First words.', 2), earlier('At the time.', 8)];

  it('leaves out what came late, keeps what is only flagged, and reads edited words as they were', () => {
    const stood = asItStood(entries, past, due, none);
    expect(stood.map(({ ref, value }) => [ref, value.type === 'point' && value.body])).toEqual([
      ['ada/kept', 'Words of ada/kept.'],
      ['ada/edited', 'At the time.'],
      ['ada/offline', 'Words of ada/offline.'],
    ]);
  });

  it('knows which were edited since', () => {
    expect(entries.filter((entry) => isEditedSince(entry, due)).map(({ ref }) => ref)).toEqual([
      'ada/edited',
    ]);
  });

  it('takes back in what was accepted', () => {
    const stood = asItStood(entries, past, due, new Set<Ref>(['ada/late']));
    expect(stood.map(({ ref }) => ref)).toContain('ada/late');
  });
});

describe('asUnlocked', () => {
  const { entries } = new PlantedClass()
    .say('ada/earned', { received: 5, edited: 40, body: 'As it reads now.' })
    .say('ada/after', { received: 6 })
    .say('bea/locked', { received: 50 });
  const past: PastValue[] = [
    { ref: 'ada/earned', value: { ...(entries[0]?.value as Point), body: 'Alone.' }, acceptedAt: minute(5) },
    { ref: 'ada/earned', value: entries[0]?.value ?? null, acceptedAt: minute(40) },
  ];

  it('reads what each had written before they saw the others, and nothing they said later', () => {
    const stood = asUnlocked(entries, past, (who) => (who === 'ada' ? minute(5) : null));
    expect(stood.map(({ ref, value }) => [ref, value.type === 'point' && value.body])).toEqual([
      ['ada/earned', 'Alone.'],
      ['bea/locked', 'Words of bea/locked.'],
    ]);
  });
});
