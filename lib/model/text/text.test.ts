import { describe, expect, test } from 'vitest';
import { type Block, isCanonicalBlock, isSafeHref, pageAt, pageTurns } from './text.ts';

describe('links in what people read', () => {
  test.each([
    'https://example.org/a?b#c',
    'http://localhost',
    'mailto:ann@example.org',
    'HTTPS://example.org',
  ])('%s may be followed', (href) => expect(isSafeHref(href)).toBe(true));

  test.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.org',
    '/rooms/x',
    'example.org',
    '',
  ])('%j may not', (href) => expect(isSafeHref(href)).toBe(false));
});

describe('a block’s text', () => {
  test.each(['A ferry.', '👩\u200D👧', 'می\u200Cخواهم', 'a\u00A0b', '\u200Fעברית'])(
    '%j is canonical',
    (text) => expect(isCanonicalBlock(text)).toBe(true),
  );

  test.each(['', ' ', 'a\nb', 'a\tb', 'a\u2028b', 'e\u0301', '\uD800', 'a\u00ADb', 'a\u{E0041}', '\uFFFF'])(
    '%j is not',
    (text) => expect(isCanonicalBlock(text)).toBe(false),
  );
});

describe('pages of the source', () => {
  const blocks: Block[] = [
    { id: 'b1', type: 'paragraph', text: 'One.', page: '7' },
    { id: 'b2', type: 'paragraph', text: 'Two.', page: '7' },
    { id: 'b3', type: 'heading', text: 'Three', page: '8' },
    { id: 'b4', type: 'paragraph', text: 'Typed.' },
    { id: 'b5', type: 'footnote', text: 'Four.', page: '7', mark: '1' },
  ];

  test('begin with the first block that stands on them; footnotes begin none', () => {
    expect(pageTurns(blocks)).toEqual(['7', undefined, '8', undefined, undefined]);
  });

  test.each([
    [0, '7'],
    [9, '7'],
    [10, '8'],
    [18, undefined],
    [24, '7'],
    [99, undefined],
  ])('offset %i is cited by %s', (offset, page) => expect(pageAt(blocks, offset)).toBe(page));
});
