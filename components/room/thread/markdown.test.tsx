// What people type is shown, never run: only the allow-list becomes markup.

import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { maxBodyBytes } from '#lib/model/record.ts';
import { Markdown, plainText } from './markdown.tsx';
import { isPlain } from './plain.ts';

// The parser itself, watched.
vi.mock('mdast-util-from-markdown', async (original) => {
  const real = await original<typeof import('mdast-util-from-markdown')>();
  return { ...real, fromMarkdown: vi.fn(real.fromMarkdown) };
});
afterEach(() => vi.mocked(fromMarkdown).mockClear());

const html = (body: string) => renderToStaticMarkup(<Markdown body={body} />);

describe('Markdown', () => {
  it.each([
    ['plain words', '<p>plain words</p>'],
    [
      '*soft* and **loud** and `code`',
      '<p><em>soft</em> and <strong>loud</strong> and <code>code</code></p>',
    ],
    [
      '[a source](https://example.org/a)',
      '<p><a href="https://example.org/a" target="_blank" rel="noopener noreferrer nofollow ugc">a source</a></p>',
    ],
    ['> quoted', '<blockquote><p>quoted</p></blockquote>'],
    ['- one\n- two', '<ul><li><p>one</p></li><li><p>two</p></li></ul>'],
    ['3. three', '<ol start="3"><li><p>three</p></li></ol>'],
    ['# A heading', '<p><strong>A heading</strong></p>'],
    ['```\na < b\n```', '<pre><code>a &lt; b</code></pre>'],
  ])('%j', (body, expected) => {
    expect(html(body)).toBe(expected);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b onclick="x()">bold</b> claim',
    '![pixel](https://tracker.example/p.gif)',
  ])('shows markup as it was typed: %s', (body) => {
    expect(html(body)).not.toMatch(/<(script|img|b|svg|iframe)\b/);
    expect(html(body)).toContain('&lt;'.repeat(Number(body.includes('<'))));
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '/relative',
    '//host',
  ])('makes no link of %s', (address) => {
    expect(html(`[click](${address})`)).not.toContain('<a ');
  });

  it('never lets typed text open a tag outside the list', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>/ab"\'=[](!)`*_#&;:\n ') }), (body) => {
        const tags = [...html(body).matchAll(/<\/?([a-z0-9]+)/g)].map((match) => match[1]);
        const allowed = 'p em strong code pre blockquote ol ul li br a'.split(' ');
        expect(tags.filter((tag) => !allowed.includes(tag ?? ''))).toEqual([]);
      }),
    );
  });
});

describe('plainText', () => {
  it('is one line without marks', () => {
    expect(plainText('**Cuba**, 1962:\n\n- the `threat`\n- the exit')).toBe(
      'Cuba, 1962: the threat the exit',
    );
    expect(plainText('It costs 1 salary  (“one”), no more. ')).toBe('It costs 1 salary (“one”), no more.');
  });
});

describe('a note that would hold up the thread which parses it', () => {
  const hostile = ['*a ', '[', '>', '> ', '1. ', '\n=', '>\n', '***a'];

  it.each(hostile)('is shown as it was typed and never parsed, on screen and on paper: %j', (unit) => {
    const body = unit.repeat(maxBodyBytes / unit.length);
    const shown = html(body);
    const words = plainText(body);
    expect(fromMarkdown).not.toHaveBeenCalled();
    expect(shown.match(/<(?!\/?p>)/g)).toBeNull();
    expect(words).toBe(body.replace(/\s+/g, ' ').trim());
  });

  it('keeps its lines and its mentions', () => {
    const body = `*a @[bea]\nand more\n${'*'.repeat(500)}`;
    const shown = renderToStaticMarkup(<Markdown body={body} inline={(words) => <b>{words}</b>} />);
    expect(shown).toContain('<p><b>*a @[bea]</b></p><p><b>and more</b></p>');
  });
});

describe('isPlain', () => {
  it('calls plain only what the parser would leave as it is, in one paragraph', () => {
    const typed = fc.string({
      unit: fc.constantFrom(...'aZé字1.)#>-+=!:/@ \t\n*_[]<&~|(`', 'http://', '1. ', '  '),
    });
    fc.assert(
      fc.property(typed, (words) => {
        const body = `a${words}`.trimEnd();
        fc.pre(isPlain(body));
        expect(html(body)).toBe(renderToStaticMarkup(<p>{body}</p>));
      }),
      { numRuns: 500 },
    );
  });

  it.each(['1. one', '# a', 'two\nlines', 'a *b*', '> a', 'a [b](c)', 'a &amp; b', 'a <b>'])(
    'not %j',
    (body) => {
      expect(isPlain(body)).toBe(false);
    },
  );

  it.each([
    'Is it so?',
    'Half of it — “the rest” – is at https://example.org/a.',
    'Ja! Und nein; 30 % davon.',
    '',
  ])('%j', (body) => {
    expect(isPlain(body)).toBe(true);
  });
});
