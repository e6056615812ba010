// What enrolling did, in a sentence of each language.

import { expect, test } from 'vitest';
import { translatorOf } from '#lib/words/translate.ts';
import { enrolledWords, previewWithin } from './roster.ts';

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

const inFile = (section: string | null, line: number) => ({
  ...{ name: 'Tara', email: null, group: null, canvas: null },
  ...{ section, line },
});

test.each([
  ['no limit leaves a file as it is', [], [null, 'Mon'], [null, 'Mon'], []],
  ['a line without a section is of the only one', ['Tue'], [null, 'Tue'], ['Tue', 'Tue'], []],
  ['a line of another section is a problem', ['Tue'], ['Tue', 'Mon'], ['Tue', 'Mon'], [2]],
  ['with two, a line has to say which', ['Tue', 'Wed'], [null, 'Wed'], [null, 'Wed'], [1]],
])('an assistant who is limited to sections: %s', (_, sections, given, taken, faulty) => {
  const people = given.map((section, i) => inFile(section, i + 1));
  const within = previewWithin({ people, problems: [], known: 0, passedOver: 0 }, sections, 'Not yours.');
  expect(within.people.map(({ section }) => section)).toEqual(taken);
  expect(within.problems).toEqual(faulty.map((line) => ({ line, message: 'Not yours.' })));
});
