// No line of a picture is longer than its box, and no words get lost without a sign.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesOfWords } from './words-in-lines.ts';

it.each<[string, string[]]>([
  ['', []],
  ['short', ['short']],
  ['one two three four', ['one two', 'three four']],
  ['abcdefghijklmno', ['abcdefghij', 'klmno']],
  ['one two three four five six seven', ['one two', 'three fou…']],
])('%j', (text, expected) => {
  expect(linesOfWords(text, 10, 2)).toEqual(expected);
});

it('never makes a line too long, nor loses a letter of what fits', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab é ') }), (text) => {
      const lines = linesOfWords(text, 8, 1000);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(8);
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});
