import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordingsOf } from './wording.ts';

const marked = (parts: { text: string; isShared: boolean }[]) =>
  parts.map(({ text, isShared }) => (isShared ? text : `[${text}]`)).join('');

it.each([
  [
    'A lamp costs less than a lawsuit.',
    'A lamp costs less than a trial.',
    'A lamp costs less than a [lawsuit].',
    'A lamp costs less than a [trial].',
  ],
  ['one two', 'one new two', 'one two', 'one [new] two'],
  ['one old two', 'one two', 'one [old] two', 'one two'],
  ['alpha', 'beta', '[alpha]', '[beta]'],
])('%s → %s', (then, now, thenMarked, nowMarked) => {
  const found = wordingsOf(then, now);
  expect([marked(found.before), marked(found.after)]).toEqual([thenMarked, nowMarked]);
});

it('takes nothing away and adds nothing', () => {
  const text = fc.array(fc.constantFrom('a', 'lamp', 'ship', ',', '\n', 'été', '船', '👩‍👧', ' '), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [then, now] = [a.join(' '), b.join(' ')];
      const found = wordingsOf(then, now);
      expect(found.before.map((part) => part.text).join('')).toBe(then);
      expect(found.after.map((part) => part.text).join('')).toBe(now);
    }),
  );
});
