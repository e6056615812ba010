import { expect, test } from 'vitest';
import { translatorOf } from '#lib/words/translate.ts';
import { outlookWords } from './outlook-words.ts';

const none = { exact: 0, moved: 0, reworded: 0, uncertain: 0, gone: 0, lostBefore: 0 };

test.each([
  [
    { ...none, exact: 14, moved: 2, reworded: 1, gone: 1 },
    '14 notes stay exact, 2 move, 1 is reworded, 1 loses its words',
  ],
  [{ ...none, exact: 1 }, '1 note stays exact'],
  [{ ...none, moved: 1, uncertain: 1, gone: 2 }, '1 note moves, 3 lose their words'],
  [none, null],
])('%o', (outlook, words) => {
  expect(outlookWords(outlook, translatorOf('en', 'imports.correction'))).toBe(words);
});
