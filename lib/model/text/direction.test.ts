// A text is read in the direction of its letters, whatever stands before, between or above them.

import { describe, expect, it } from 'vitest';
import { type Direction, directionOf, readingDirection } from './direction.ts';

describe('[U52] the direction of a block', () => {
  it.each<[string, string, Direction | undefined]>([
    ['English', 'Open on Sundays', 'ltr'],
    ['Hebrew', 'הספרייה פתוחה', 'rtl'],
    ['Arabic', 'المكتبة مفتوحة', 'rtl'],
    ['digits and marks before Hebrew', '12. “הספרייה', 'rtl'],
    ['a name in English at the head of Hebrew', 'Woolf כתבה', 'ltr'],
    ['a name in English within Hebrew', 'כתבה Woolf', 'rtl'],
    ['letters beyond the first plane', '𞤀𞤁', 'rtl'],
    ['no letters', '1984 — 50 %', undefined],
  ])('%s', (_, text, expected) => {
    expect(directionOf(text)).toBe(expected);
  });
});

describe('[U52] the direction of a reading', () => {
  const blocks = (...texts: string[]) => texts.map((text) => ({ text }));

  it('is that of most of its text, not of its first line', () => {
    expect(readingDirection(blocks('A Motto', 'المكتبة مفتوحة يوم الجمعة للجميع'))).toBe('rtl');
    expect(readingDirection(blocks('כתבה', 'A reading with one word of Hebrew above it'))).toBe('ltr');
  });

  it('is left to right where there are no letters', () => {
    expect(readingDirection(blocks('1', '2'))).toBe('ltr');
    expect(readingDirection([])).toBe('ltr');
  });
});
