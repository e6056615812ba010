// Nobody is followed who did not say yes, and no answer outlives its question.

import { describe, expect, it } from 'vitest';
import {
  answered,
  type Decisions,
  endOf,
  type FollowSigns,
  followingOf,
  lapsed,
  undecided,
} from './following.ts';

const signs = (all: Record<string, FollowSigns>) => new Map(Object.entries(all));
const asking: Decisions = { ...undecided, asking: { whom: 'ben', question: 'q2' } };
const asks = (question: string, whom = 'me') => ({ asks: { whom, question } });

describe('[U25] following', () => {
  it.each<[string, FollowSigns, 'ben' | null]>([
    ['waits for an answer', {}, null],
    ['begins with a yes', { lets: ['q2'] }, 'ben'],
    ['does not begin with a yes to an earlier question', { lets: ['q1'] }, null],
  ])('%s', (_, theirs, follows) => {
    const following = followingOf('me', asking, signs({ ben: theirs }));
    expect(following).toMatchObject({ follows, waitsFor: follows ? null : 'ben' });
  });

  it('does not begin without having been asked', () => {
    expect(followingOf('me', undecided, signs({ ben: { lets: ['q2'] } })).follows).toBeNull();
  });

  it('asks each question once, and only of whom it is about', () => {
    const here = signs({ ben: asks('q1'), cho: asks('q3', 'ben') });
    const ben = { participant: 'ben', question: 'q1' };
    expect(followingOf('me', undecided, here)).toMatchObject({ asked: [ben], followers: [] });
    const yes = answered(undecided, 'q1', true);
    expect(followingOf('me', yes, here)).toMatchObject({ asked: [], followers: [ben] });
    const no = answered(yes, 'q1', false);
    expect(followingOf('me', no, here)).toMatchObject({ asked: [], followers: [] });
    expect(followingOf('me', no, signs({ ben: asks('q4') })).asked).toHaveLength(1);
  });

  it.each<[string, FollowSigns | undefined, ReturnType<typeof endOf>]>([
    ['goes on while it is waited for', {}, null],
    ['goes on after a no to an earlier question', { denies: ['q1'] }, null],
    ['ends with a no', { denies: ['q2'] }, 'denied'],
    ['ends when they leave', undefined, 'left'],
  ])('%s', (_, theirs, end) => {
    expect(endOf(asking, theirs ? signs({ ben: theirs }) : new Map())).toBe(end);
  });

  it('forgets its answers once the questions are gone', () => {
    const decided = { asking: null, letting: ['q1'], denying: ['q2'] };
    expect(lapsed(decided, signs({ ben: asks('q1'), cho: {} }))).toEqual({ ...decided, denying: [] });
    expect(lapsed(undecided, signs({ ben: asks('q1') }))).toBe(undecided);
  });
});
