// Words that would run are made harmless; names and ids are not touched.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameCell, wordsCell, wordsOfCell } from './cell.ts';

describe('wordsCell', () => {
  it('lets nothing begin like a formula', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1"])
      expect(wordsCell(text)).toBe(`'${text}`);
    expect(wordsCell('One plus one = two')).toBe('One plus one = two');
  });

  it('can be undone', () => {
    fc.assert(fc.property(fc.string(), (text) => wordsOfCell(wordsCell(text)) === text));
  });
});

describe('nameCell', () => {
  it.each(['Ada Okafor', 'O’Neil', '-Ana', '@kay', '+ Bo', "'Aisha", 'Jean-Luc', '123'])(
    'leaves %s as it is',
    (name) => expect(nameCell(name)).toBe(name),
  );

  it.each(['=1+1', '=Ada', '@SUM(1)', '+1+1', "-2+3+cmd|' /C calc'!A0"])('disarms %s', (name) =>
    expect(nameCell(name)).toBe(`'${name}`),
  );
});
