// What enrolling did, in a sentence of each language.

import { expect, test } from 'vitest';
import { translatorOf } from '#lib/words/translate.ts';
import { enrolledWords } from './roster.ts';

test.each([
  [{ added: 30, changed: 0, joined: 0 }, '30 added.', '30 hinzugefügt.'],
  [
    { added: 30, changed: 2, joined: 4 },
    '30 added, 2 brought up to date; 4 had an account and joined at once.',
    '30 hinzugefügt, 2 auf den neuesten Stand gebracht; 4 mit Konto sofort beigetreten.',
  ],
  [{ added: 0, changed: 0, joined: 0 }, 'Nothing changed.', 'Nichts wurde geändert.'],
])('%o', (done, english, german) => {
  expect(enrolledWords(done, translatorOf('en', 'classes.add'))).toBe(english);
  expect(enrolledWords(done, translatorOf('de', 'classes.add'))).toBe(german);
});
