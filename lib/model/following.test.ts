// Nobody is followed who did not say yes, and no yes outlives its question.

import { describe, expect, it } from 'vitest';
import { type Decisions, endOf, type FollowSigns, followingOf, lapsed, undecided } from './following.ts';

const signs = (all: Record<string, FollowSigns>) => new Map(Object.entries(all));
const asking: Decisions = { ...undecided, asking: 'ben' };

describe('[U25] following', () => {
  it('waits for an answer, and begins with a yes', () => {
    expect(followingOf('me', asking, signs({ ben: {} }))).toMatchObject({ follows: null, waitsFor: 'ben' });
    expect(followingOf('me', asking, signs({ ben: { lets: ['me'] } }))).toMatchObject({
      follows: 'ben',
      waitsFor: null,
    });
    expect(followingOf('me', undecided, signs({ ben: { lets: ['me'] } })).follows).toBeNull();
  });

  it('asks its question once, and only of whom it is about', () => {
    const here = signs({ ben: { asks: 'me' }, cho: { asks: 'ben' } });
    expect(followingOf('me', undecided, here)).toMatchObject({ asked: ['ben'], followers: [] });
    const letting = { ...undecided, letting: ['ben', 'cho'] };
    expect(followingOf('me', letting, here)).toMatchObject({ asked: [], followers: ['ben'] });
    expect(followingOf('me', { ...undecided, denying: ['ben'] }, here)).toMatchObject({ asked: [] });
  });

  it.each<[string, FollowSigns | undefined, boolean, ReturnType<typeof endOf>]>([
    ['goes on while it is waited for', {}, false, null],
    ['ends with a no', { denies: ['me'] }, false, 'denied'],
    ['ends when the yes is taken back', { lets: [] }, true, 'denied'],
    ['ends when they leave', undefined, true, 'left'],
  ])('%s', (_, theirs, wasFollowing, end) => {
    expect(endOf('me', asking, theirs ? signs({ ben: theirs }) : new Map(), wasFollowing)).toBe(end);
  });

  it('forgets a yes and a no once the question is gone', () => {
    const decided = { asking: null, letting: ['ben'], denying: ['cho'] };
    const here = signs({ ben: { asks: 'me' }, cho: {} });
    expect(lapsed('me', decided, here)).toEqual({ asking: null, letting: ['ben'], denying: [] });
    expect(lapsed('me', undecided, here)).toBe(undecided);
  });
});
