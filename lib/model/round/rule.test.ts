// Who may write what in a round, as one table each.

import { describe, expect, it } from 'vitest';
import { type DocumentState, may, maySetRound, type Writer } from '../permission.ts';
import type { Ballot, ClockRecord, CounterpointRecord, Point, Revision } from '../record.ts';
import type { RoundStage } from './rule.ts';

const at = '2026-03-01T10:00:00.000Z';
const point: Point = { type: 'point', kind: 'claim', at, speech: '1AC', body: 'Said.' };
const clock: ClockRecord = { type: 'clock', speech: '1AC', act: 'start', at };
const ballot: Ballot = { type: 'ballot', at, winner: 'aff', reason: 'The plan was never answered.' };
const revision: Revision = { type: 'revision', of: 'ann/1', at, body: 'Reworded.' };

const people = {
  debater: { participant: 'deb', role: 'member', side: 'aff', part: null },
  chair: { participant: 'cha', role: 'member', side: null, part: 'chair' },
  judge: { participant: 'jud', role: 'member', side: null, part: 'judge' },
  sideCoach: { participant: 'coa', role: 'owner', side: 'aff', part: 'coach' },
  coach: { participant: 'own', role: 'owner', side: null, part: null },
  listener: { participant: 'lis', role: 'observer', side: null, part: null },
} satisfies Record<string, Writer>;
type Who = keyof typeof people;

function verdict(who: Who, after: CounterpointRecord, state: Partial<DocumentState>): string {
  const judged = may(
    people[who],
    { id: 'r1', before: undefined, after },
    { kind: 'room', closed: false, ...state },
  );
  return judged.ok ? 'ok' : judged.reason;
}
const verdicts = (after: CounterpointRecord, state: Partial<DocumentState>) =>
  Object.fromEntries((Object.keys(people) as Who[]).map((who) => [who, verdict(who, after, state)]));

const locked = 'round-locked';

describe('round lock', () => {
  it.each(['room', 'side'] as const)(
    'while a round is on, only debaters say anything in its %s document',
    (kind) => {
      expect(verdicts(point, { kind, stage: 'on' })).toEqual({
        debater: 'ok',
        chair: locked,
        judge: locked,
        sideCoach: locked,
        coach: locked,
        listener: kind === 'room' ? 'read-only' : locked,
      });
    },
  );

  it('reactions count as saying something', () => {
    const reaction = { type: 'reaction', kind: 'helpful', of: 'ann/1' } as const;
    const state = { kind: 'room', closed: false, stage: 'on' } as const;
    const change = { id: 'helpful:ann/1', before: undefined, after: reaction };
    expect(may(people.coach, change, state)).toEqual({ ok: false, reason: locked });
    expect(may(people.debater, change, state)).toEqual({ ok: true });
  });

  it('a coach sends no review into a round that is on', () => {
    const remark = { type: 'remark', of: 'whole', at, body: 'Slower.' } as const;
    expect(verdict('coach', remark, { kind: 'review', stage: 'on' })).toBe(locked);
    expect(verdict('coach', remark, { kind: 'review', stage: 'over' })).toBe('ok');
  });

  it('everyone keeps their own flow', () => {
    for (const who of Object.keys(people) as Who[])
      expect(verdict(who, point, { kind: 'private', stage: 'on' })).toBe('ok');
  });

  it.each<RoundStage | undefined>(['before', 'over', undefined])('there is none at stage %s', (stage) => {
    expect(verdict('coach', point, { stage })).toBe('ok');
    expect(verdict('chair', point, { stage })).toBe('ok');
  });
});

describe('clocks', () => {
  it('are the chair’s', () => {
    const { chair, ...others } = verdicts(clock, { stage: 'on' });
    expect(chair).toBe('ok');
    expect(new Set(Object.values(others))).toEqual(new Set(['not-chair', 'read-only']));
  });

  it('stand in a room that holds a round, once given', () => {
    expect(verdict('chair', clock, { stage: undefined })).toBe('not-here');
    expect(verdict('chair', clock, { kind: 'private', stage: 'on' })).toBe('not-here');
    const change = { id: 'c', before: clock, after: { ...clock, act: 'end' as const } };
    const state = { kind: 'room', closed: false, stage: 'on' } as const;
    expect(may(people.chair, change, state)).toEqual({ ok: false, reason: 'round-record-changed' });
  });
});

describe('ballots', () => {
  it('are a judge’s to give, once the round is over', () => {
    expect(verdict('judge', ballot, { stage: 'on' })).toBe('round-on');
    expect(verdict('judge', ballot, { stage: 'over' })).toBe('ok');
    expect(verdict('debater', ballot, { stage: 'over' })).toBe('not-judge');
  });

  it('change until they are given, and then no more', () => {
    const change = { id: 'ballot', before: ballot, after: { ...ballot, winner: 'neg' } };
    const own = { kind: 'private', closed: false, stage: 'on' } as const;
    expect(may(people.judge, change, own)).toEqual({ ok: true });
    const given = { kind: 'room', closed: false, stage: 'over' } as const;
    expect(may(people.judge, change, given)).toEqual({ ok: false, reason: 'round-record-changed' });
  });
});

it('revisions stand in the document of a side only, which its members alone open', () => {
  expect(verdict('debater', revision, { kind: 'side', stage: 'on' })).toBe('ok');
  expect(verdict('debater', revision, { kind: 'room', stage: 'on' })).toBe('not-here');
  expect(verdict('debater', revision, { kind: 'private', stage: 'on' })).toBe('not-here');
});

it('a round is set up by its chair, and by instructors while it is not on', () => {
  expect(maySetRound('member', 'chair', 'on')).toBe(true);
  expect(maySetRound('owner', null, 'on')).toBe(false);
  expect(maySetRound('owner', null, 'before')).toBe(true);
  expect(maySetRound('member', null, 'before')).toBe(false);
});
