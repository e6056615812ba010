// Lines of type to paragraphs, on pages set by hand.

import { describe, expect, test } from 'vitest';
import { draftsOf, shapes } from './drafts.ts';
import { withoutEdges } from './edges.ts';
import { type Habits, joined } from './hyphens.ts';
import { linesOf } from './lines.ts';
import { measure, paragraphsOf } from './paragraphs.ts';
import type { PageRuns, Run } from './runs.ts';

const size = 10;

/** A line of type at a place; a letter is half as wide as the type is high. */
function run(text: string, x: number, y: number, more: Partial<Run> = {}): Run {
  const height = more.size ?? size;
  const shape = { width: text.length * height * 0.5, size: height, font: 'body', isRtl: false };
  return { text, x, y, ...shape, isSpaced: false, content: undefined, ...more };
}

const page = (index: number, runs: Run[]): PageRuns => ({ index, width: 400, height: 600, runs });

function textsOf(...pages: PageRuns[]): string[] {
  const lines = linesOf(pages);
  const measures = measure(lines);
  return draftsOf(shapes(paragraphsOf(lines, measures), measures), ['1', '2'], new Map()).map(
    ({ type, text }) => (type === 'paragraph' ? text : `${type}: ${text}`),
  );
}

const habits = (known: string[], hyphenates = true): Habits => ({ known: new Set(known), hyphenates });

test.each([
  ['a word that was broken', 'a harb-', 'our wall', habits([]), 'a harbour wall'],
  ['a compound that stands elsewhere', 'a well-', 'known tale', habits(['well-known']), 'a well-known tale'],
  ['a compound by its first part', 'her self-', 'respect', habits([]), 'her self-respect'],
  ['a word that stands elsewhere in one', 'cross-', 'ing over', habits(['crossing']), 'crossing over'],
  ['a name', 'the Anglo-', 'American line', habits([]), 'the Anglo-American line'],
  ['a text that is never broken', 'confidence-', 'building', habits([], false), 'confidence-building'],
  ['a soft hyphen', 'a harb\u00AD', 'our', habits([], false), 'a harbour'],
  ['a dash', 'the tide —', 'slowly', habits([]), 'the tide — slowly'],
  ['a dash without spaces', 'the tide—', 'slowly', habits([]), 'the tide—slowly'],
  ['two words', 'the tide', 'slowly', habits([]), 'the tide slowly'],
])('joins %s', (_, before, after, known, whole) => {
  expect(joined(before, after, known)).toBe(whole);
});

describe('reading order', () => {
  const column = (x: number, words: string[], top = 100) =>
    words.map((text, i) => run(text.padEnd(26, '.'), x, top + i * 12));

  test('two columns are read one after the other, under a broad headline', () => {
    const left = column(40, ['Alpha', 'beta', 'gamma', 'delta']);
    const right = column(210, ['epsilon', 'zeta', 'eta', 'theta'], 104);
    const title = run('A broad headline over both', 40, 60, { size: 20, font: 'head' });
    const texts = textsOf(page(0, [title, ...right, ...left]));
    expect(texts[0]).toBe('heading: A broad headline over both');
    expect(
      texts
        .slice(1)
        .join(' ')
        .match(/[A-Za-z]{3,}/g),
    ).toEqual(['Alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta']);
  });

  test('columns of a text that runs from right to left begin at the right', () => {
    const rtl = (x: number, words: string[]) => column(x, words).map((r) => ({ ...r, isRtl: true }));
    const lines = linesOf([page(0, [...rtl(40, ['dd', 'ee', 'ff']), ...rtl(210, ['aa', 'bb', 'cc'])])]);
    expect(lines.map(({ text }) => text.slice(0, 2))).toEqual(['aa', 'bb', 'cc', 'dd', 'ee', 'ff']);
  });

  test('a sentence goes on in the next column and on the next page', () => {
    const first = column(40, ['One', 'two', 'three', 'and then']).map((r) => ({
      ...r,
      text: r.text.replaceAll('.', 'x'),
    }));
    const second = page(1, [run('it ended here.', 40, 100)]);
    expect(textsOf(page(0, first), second)).toHaveLength(1);
  });
});

test('an indented line begins a paragraph', () => {
  const lines = [
    'The first line of it, set in full',
    'and the second line of it, as well',
    'The next one begins here, indented',
    'and goes on to the edge of it here',
  ];
  const runs = lines.map((text, i) => run(text, i === 2 ? 52 : 40, 100 + i * 12));
  expect(textsOf(page(0, runs))).toHaveLength(2);
});

test('what repeats at the edges of pages is dropped, numbers name the pages', () => {
  const pages = [7, 8, 9].map((number, index) =>
    page(index, [
      run('The Gazette', 150, 30),
      run(`Words of page ${'abc'[index]}`, 40, 300),
      run(String(number), 200, 580),
    ]),
  );
  const trimmed = withoutEdges(pages, null);
  expect(trimmed.pages.map(({ runs }) => runs.map(({ text }) => text))).toEqual([
    ['Words of page a'],
    ['Words of page b'],
    ['Words of page c'],
  ]);
  expect(trimmed.names).toEqual(['7', '8', '9']);
});

test('a first line that differs from page to page stays', () => {
  const pages = ['Alpha begins', 'Beta begins'].map((text, index) => page(index, [run(text, 40, 40)]));
  expect(withoutEdges(pages, null)).toMatchObject({ dropped: 0, names: ['1', '2'] });
});
