import { describe, expect, test } from 'vitest';
import { isCanonicalBlock, isSafeHref } from './text.ts';

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
