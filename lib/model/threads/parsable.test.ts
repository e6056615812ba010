// Hostile notes never reach the parser; what people write does.

import { describe, expect, it } from 'vitest';
import { maxBodyBytes } from '../record.ts';
import { isParsable, linesAsTyped } from './parsable.ts';

const filled = (unit: string) => unit.repeat(maxBodyBytes / unit.length);

describe('isParsable', () => {
  it.each(['*a ', '**a', '_a', '[', '![', '`a``', '<a ', '&amp;'])('refuses a note full of %j', (unit) => {
    expect(isParsable(filled(unit))).toBe(false);
  });

  it.each(['>', '> ', '- ', '+ ', '1. ', '9) ', '>\t- '])('refuses containers nested by %j', (unit) => {
    expect(isParsable(unit.repeat(20))).toBe(false);
    expect(isParsable(`so\n  ${unit.repeat(20)}said`)).toBe(false);
  });

  it.each(['a\n', '\n=', '-\n', '#\r', '|\r\n'])('refuses thousands of lines of %j', (unit) => {
    expect(isParsable(filled(unit))).toBe(false);
  });

  it('refuses lists nested by indentation', () => {
    const list = Array.from({ length: 60 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n');
    expect(isParsable(list)).toBe(false);
  });

  it('takes a long, marked up note', () => {
    const paragraph =
      'It is *soft*, **loud** and `exact`, as [they](https://example.org/a) say.\n\n- one\n- two\n\n';
    expect(isParsable(`> > > quoted\n\n${paragraph.repeat(20)}`)).toBe(true);
    expect(isParsable('words '.repeat(1300))).toBe(true);
    expect(isParsable('')).toBe(true);
  });
});

describe('linesAsTyped', () => {
  it('keeps each line that says something, as it is', () => {
    expect(linesAsTyped('> *a\r\n\n  b \rc\n')).toEqual(['> *a', '  b ', 'c']);
  });
});
