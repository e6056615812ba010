import { describe, expect, it, test } from 'vitest';
import type { Cite } from '../record.ts';
import { citeParts, fullCite, shortCite } from './cite.ts';
import { citeFrom } from './cite-from.ts';

describe('a cite from a reading', () => {
  it.each<[string, Parameters<typeof citeFrom>[0], Partial<Cite>]>([
    ['by one', { title: 'Slow boats', byline: 'By Ann Lee' }, { author: 'Ann Lee', title: 'Slow boats' }],
    [
      'who is something',
      { title: 'x', byline: 'By Ann Lee, a harbour pilot' },
      { author: 'Ann Lee', qualification: 'a harbour pilot' },
    ],
    [
      'by several',
      { title: 'x', byline: 'Ann Lee, Bo Ray and Cy Day' },
      { author: 'Ann Lee, Bo Ray and Cy Day' },
    ],
    ['by nobody named', { title: 'x' }, { author: '' }],
    [
      'with its paper and date',
      { title: 'x', credit: 'The Pier, 3 March 2026' },
      { publication: 'The Pier', date: '3 March 2026' },
    ],
    [
      'dated in its byline',
      { title: 'x', byline: 'By Ann Lee | March 3, 2026' },
      { author: 'Ann Lee', date: 'March 3, 2026' },
    ],
    [
      'from an address',
      { title: 'x', source: 'https://example.org/slow' },
      { link: 'https://example.org/slow' },
    ],
    ['from no address', { title: 'x', source: 'Harbour archive' }, { publication: 'Harbour archive' }],
    [
      'from an address that could run',
      { title: 'x', source: 'javascript:alert(1)' },
      { publication: 'javascript:alert(1)' },
    ],
  ])('%s', (_what, reading, expected) => {
    expect(citeFrom(reading)).toMatchObject(expected);
  });

  test('says when it was accessed where one tells it', () => {
    expect(citeFrom({ title: 'x' }, '4 April 2026').accessed).toBe('4 April 2026');
  });
});

describe('surname and date', () => {
  it.each<[Partial<Cite>, string]>([
    [{ author: 'Ann Lee', date: '3 March 2026' }, 'Lee 26'],
    [{ author: 'Ann Lee and Bo Ray', date: '2026' }, 'Lee and Ray 26'],
    [{ author: 'Ann Lee, Bo Ray, Cy Day', date: '2026-03-01' }, 'Lee et al. 26'],
    [{ author: 'Jan van der Berg', date: 'spring' }, 'van der Berg spring'],
    [{ author: 'Sam King Jr.' }, 'King'],
    [{ author: '', publication: 'The Pier', date: '1998' }, 'The Pier 98'],
    [{ author: '' }, ''],
  ])('of %j is %s', (cite, expected) => {
    expect(shortCite({ author: '', ...cite })).toBe(expected);
  });
});

test('a cite written out marks surname and date alone', () => {
  const cite: Cite = {
    author: 'Ann Lee',
    qualification: 'a pilot',
    date: '3 March 2026',
    title: 'Slow boats',
    publication: 'The Pier',
    link: 'https://example.org/slow',
    accessed: '4 April 2026',
  };
  expect(citeParts(cite).filter(({ isCite }) => isCite)).toEqual([{ text: 'Lee 26', isCite: true }]);
  expect(fullCite(cite)).toBe(
    'Lee 26 (Ann Lee, a pilot, 3 March 2026, “Slow boats”, The Pier, https://example.org/slow, accessed 4 April 2026)',
  );
  expect(citeParts({ author: '' })).toEqual([]);
});

test.each([
  [{ title: 'Slow boats', accessed: '4 April 2026' }, 'Slow boats (accessed 4 April 2026)'],
  [{ title: 'Slow boats', publication: 'The Pier' }, 'The Pier (“Slow boats”)'],
])('a cite of nobody named says once what stands in for the name: %j', (cite, expected) => {
  expect(fullCite({ author: '', ...cite })).toBe(expected);
});
