// Words with mentions are edited as they are read, and kept as they are meant.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionOf, rewritten, shownWords } from './mention.ts';

const names = new Map([
  ['p1', 'Ada O.'],
  ['p2', 'Quiet Heron'],
]);
const nameOf = (id: string) => names.get(id);
const ada = mentionOf('p1');
const heron = mentionOf('p2');

describe('[U19] a mention', () => {
  it.each([
    [`${ada}, do you agree?`, '@Ada O., do you agree?'],
    [`so ${heron}${ada}`, 'so @Quiet Heron@Ada O.'],
    ['@[p9] is not here', '@[p9] is not here'],
    ['mail me @ home [p1]', 'mail me @ home [p1]'],
  ])('%j reads %j', (words, shown) => {
    expect(shownWords(words, nameOf)).toBe(shown);
  });

  it.each([
    ['stays where words are added after it', `${ada} yes`, '@Ada O. yes!', `${ada} yes!`],
    ['stays where words are added before it', `${ada} yes`, 'So, @Ada O. yes', `So, ${ada} yes`],
    ['stays where a letter is typed right after it', ada, '@Ada O.x', `${ada}x`],
    ['becomes letters where one of its own is taken', `${ada} yes`, '@Ada O yes', '@Ada O yes'],
    ['becomes letters where something is typed into it', ada, '@Adaa O.', '@Adaa O.'],
    ['goes whole where all of it is taken', `hm ${ada} ${heron}`, 'hm  @Quiet Heron', `hm  ${heron}`],
    ['goes with everything', `${ada} and ${heron}`, '', ''],
  ])('%s', (_, words, next, expected) => {
    expect(rewritten(words, nameOf, next)).toBe(expected);
  });

  const words = fc
    .array(fc.constantFrom(ada, heron, '@[p9]', 'a', ' ', '@', 'Ada O.', '\n'))
    .map((parts) => parts.join(''));
  const typed = fc.string({ unit: fc.constantFrom(...'@AdaO. Qb\n') });

  it('shows exactly what was typed, whatever was there before', () => {
    fc.assert(
      fc.property(words, typed, (before, next) => {
        expect(shownWords(rewritten(before, nameOf, next), nameOf)).toBe(next);
      }),
    );
  });

  it('loses nothing where nothing was changed', () => {
    fc.assert(
      fc.property(words, (before) => {
        expect(rewritten(before, nameOf, shownWords(before, nameOf))).toBe(before);
      }),
    );
  });
});
