// The composer never promises a smaller or larger audience than the room's rule gives.

import { expect, it } from 'vitest';
import type { VisibilityRule } from '#lib/model/visibility.ts';
import { dateFormat } from '#lib/words/dates.ts';
import { translatorOf } from '#lib/words/translate.ts';
import { audienceOf } from './audience.ts';

const words = {
  t: translatorOf('en', 'thread.audience'),
  days: dateFormat('en', { day: 'numeric', month: 'long' }),
};

it.each<[VisibilityRule, string | null, RegExp]>([
  [{ kind: 'open' }, 'Group 3', /^Group 3 and instructors$/],
  [{ kind: 'open' }, null, /^everyone here$/],
  [
    { kind: 'after-own-notes', notes: 1, words: 5 },
    'Group 3',
    /^instructors, and by Group 3 after a first note/,
  ],
  [{ kind: 'after-own-notes', notes: 3, words: 5 }, null, /everyone here after 3 notes of their own$/],
  [{ kind: 'from', at: '2026-03-04T12:00:00.000Z' }, 'Group 3', /^instructors, and by Group 3 from .*4/],
  [{ kind: 'when-opened', opened: false }, 'Group 3', /^instructors, and by Group 3 once opened$/],
  [{ kind: 'when-opened', opened: true }, 'Group 3', /^Group 3 and instructors$/],
])('%j', (rule, group, expected) => {
  expect(audienceOf(group, rule, null, words)).toMatch(expected);
});

it('where names are hidden it says what the others call one', () => {
  expect(audienceOf('Group 3', { kind: 'open' }, 'Amber Heron', words)).toBe(
    'Group 3 and instructors · members see you as Amber Heron',
  );
});
