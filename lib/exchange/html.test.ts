import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Block, ReadingText } from '#lib/model/text/text.ts';
import { sentenceOf } from '#lib/words/said.ts';
import { readHtml } from './html.ts';

const read = (html: string, maxParagraphs = 5000) => {
  const result = readHtml(html, { maxParagraphs });
  if (!result.ok) throw new Error(result.reason);
  return { ...result.reading, report: result.report.map((said) => sentenceOf('en', said)) };
};
const blocksOf = (html: string) => read(`<h1>T</h1>${html}`).blocks.map(({ id: _, ...block }) => block);

// Each page beside the reading it must yield; `.txt`, so that no formatter mends what is meant to be broken.
const fixtures = join(import.meta.dirname, 'fixtures');
const pages = readdirSync(fixtures).filter((name) => name.endsWith('.html.txt'));

it.each(pages)('reads the page %s as expected', (name) => {
  const expected = JSON.parse(readFileSync(join(fixtures, name.replace('.html.txt', '.json')), 'utf8'));
  expect(read(readFileSync(join(fixtures, name), 'utf8'))).toEqual(expected);
});

it.each<[string, string, Omit<Block, 'id'>[]]>([
  [
    'tags left open',
    '<p>one<p>two <b>three<p>four',
    [
      { type: 'paragraph', text: 'one' },
      { type: 'paragraph', text: 'two three', spans: [{ type: 'strong', start: 4, end: 9 }] },
      { type: 'paragraph', text: 'four', spans: [{ type: 'strong', start: 0, end: 4 }] },
    ],
  ],
  [
    'line breaks',
    'one<br>two<br> <br>three',
    [
      { type: 'paragraph', text: 'one two' },
      { type: 'paragraph', text: 'three' },
    ],
  ],
  [
    'white space as browsers do',
    '<p> one\n\t two&nbsp;three </p>',
    [{ type: 'paragraph', text: 'one two\u00A0three' }],
  ],
  [
    'quotations and lists',
    '<blockquote><p>one</blockquote><ol><li>two<ul><li>three</ul></ol>',
    [
      { type: 'quotation', text: 'one' },
      { type: 'item', ordered: true, text: 'two' },
      { type: 'item', ordered: false, text: 'three' },
    ],
  ],
  [
    'headings',
    '<h1>Second</h1><h3>Third</h3><h6>Sixth</h6>',
    [
      { type: 'heading', level: 2, text: 'Second' },
      { type: 'heading', level: 3, text: 'Third' },
      { type: 'heading', level: 4, text: 'Sixth' },
    ],
  ],
  [
    'figures',
    '<figure><img src="x" alt="y"><figcaption>A ferry</figcaption></figure>',
    [{ type: 'caption', text: 'A ferry' }],
  ],
  [
    'lines that were set',
    '<pre>one\ntwo</pre>',
    [
      { type: 'paragraph', text: 'one' },
      { type: 'paragraph', text: 'two' },
    ],
  ],
  [
    'a letter composed across tags',
    '<p>caf<b>e</b>&#x301;s</p>',
    [{ type: 'paragraph', text: 'cafés', spans: [{ type: 'strong', start: 3, end: 4 }] }],
  ],
  [
    'links',
    '<p><a href="HTTPS://x.example/a b">one</a> <a href="jav&#x09;ascript:x">two</a> <a href="data:,x">three</a></p>',
    [
      {
        type: 'paragraph',
        text: 'one two three',
        spans: [{ type: 'link', start: 0, end: 3, href: 'https://x.example/a%20b' }],
      },
    ],
  ],
  [
    'markup that is written about',
    '<p>Use &lt;script&gt; sparingly.</p>',
    [{ type: 'paragraph', text: 'Use <script> sparingly.' }],
  ],
])('reads %s', (_, html, blocks) => {
  expect(blocksOf(html)).toEqual(blocks);
});

it.each([
  '<script>bad()</script>',
  '<style>p{background:url(bad)}</style>',
  '<svg><script>bad()</script><text>bad</text></svg>',
  '<math><mtext><img src=x onerror=bad()></mtext></math>',
  '<iframe srcdoc="<p>bad"></iframe>',
  '<template><p>bad</p></template>',
  '<noscript><p>bad</p></noscript>',
  '<p hidden>bad</p>',
  '<div aria-hidden="true">bad</div>',
  '<form><input value=bad><textarea>bad</textarea></form>',
  '<nav>bad</nav>',
  '<!-- bad -->',
  '<xmp><script>bad()</script></xmp>',
  '<noembed><script>bad()</script></noembed>',
])('leaves out %s', (html) => {
  expect(JSON.stringify(blocksOf(`<p>before</p>${html}<p>after</p>`))).not.toMatch(/bad|</);
});

it('says what it left out, once for each kind', () => {
  const { report } = read('<h1>T</h1><p>x</p><nav>a</nav><nav>b</nav><script>c</script><img src="d">');
  expect(report).toEqual([
    'Left out: navigation and asides.',
    'Left out: scripts and styles.',
    'Left out: pictures, sound and video.',
  ]);
});

it.each([
  ['the first h1', '<title>Page | Site</title><h1>Own</h1><p>x', 'Own'],
  ['an h1 above the article', '<h1>Above</h1><article><p>x</p></article>', 'Above'],
  ['the page’s title where there is no h1', '<title>Page</title><p>It is x.', 'Page'],
  ['no title of a picture', '<svg><title>Icon</title></svg><p>It is x.', 'It is x.'],
])('takes as title %s', (_, html, title) => {
  expect(read(html).title).toBe(title);
});

it('reads only the article where a page has one', () => {
  expect(read('<div>menu</div><article><h1>T</h1><p>x</p></article><div>more</div>').blocks).toHaveLength(1);
});

it('takes standfirst and byline by their class', () => {
  const html = '<h1>T</h1><p class="article-dek">Sub.</p><div class="byline">Ada O.</div><p>x</p>';
  expect(read(html)).toMatchObject({ standfirst: 'Sub.', byline: 'Ada O.', blocks: [{ text: 'x' }] });
});

it('reads a hundred thousand nested elements without overflowing', () => {
  for (const tag of ['div', 'blockquote', 'b', 'ul><li', 'table><tr><td', 'svg', 'font color=red']) {
    const html = `<h1>T</h1><p>top</p>${`<${tag}>`.repeat(60_000)}deep`;
    const result = readHtml(html, { maxParagraphs: 5000 });
    expect(result.ok || result.reason === 'too-complex').toBe(true);
  }
});

it('composes letters across a hundred thousand tags in good time', () => {
  const started = performance.now();
  const { blocks } = read(`<h1>T</h1><p>e${'<b>&#x301;x</b>'.repeat(90_000)}</p>`);
  expect(blocks[0]?.spans).toHaveLength(90_000);
  expect(blocks[0]?.text.startsWith('\u00E9x\u0301x')).toBe(true);
  expect(performance.now() - started).toBeLessThan(15_000);
});

it('refuses a page that grows with the square of its size', () => {
  const html = Array.from({ length: 20_000 }, (_, i) => `<p>x<b id=${i}>`).join('');
  expect(readHtml(html, { maxParagraphs: 5000 })).toMatchObject({ ok: false, reason: 'too-complex' });
});

it('refuses a page without words', () => {
  expect(readHtml('<html><body><script>1</script></body></html>', { maxParagraphs: 10 })).toMatchObject({
    ok: false,
    reason: 'empty',
  });
});

const tags = [
  'p',
  'div',
  'b',
  'em',
  'a href="https://x.example"',
  'a href=javascript:x',
  'li',
  'ol',
  'blockquote',
  'h1',
  'h2',
];
const moreTags = [
  'script',
  'style',
  'svg',
  'math',
  'table',
  'td',
  'template',
  'pre',
  'br',
  'figcaption',
  'textarea',
  'article',
];
const piece = fc.oneof(
  fc.constantFrom(...[...tags, ...moreTags].map((tag) => `<${tag}>`)),
  fc.constantFrom(...[...tags, ...moreTags].map((tag) => `</${tag.split(' ')[0]}>`)),
  fc.constantFrom(
    'words ',
    '&shy;',
    '&#x202e;',
    'e\u0301',
    '\u0301',
    '\n',
    '&lt;',
    '<',
    '<!--',
    '-->',
    '\u{1F600}',
    '"',
  ),
);

it('yields sound blocks from any soup of tags', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const result = readHtml(pieces.join(''), { maxParagraphs: 5000 });
      if (result.ok) expectSound(result.reading);
      else expect(result.reason).toBe('empty');
    }),
    { numRuns: 1000 },
  );
});

function expectSound({ title, blocks }: ReadingText): void {
  expect(title).not.toBe('');
  for (const [index, { id, text, spans = [] }] of blocks.entries()) {
    expect(id).toBe(`b${index + 1}`);
    expect(text).toBe(text.trim().normalize('NFC'));
    expect(text).not.toMatch(/^$|[\n\r\t\u00AD\u202E]|<script|<style/);
    for (const span of spans) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeLessThanOrEqual(text.length);
      expect(span.start).toBeLessThan(span.end);
      if (span.type === 'link') expect(span.href).toMatch(/^https:\/\//);
    }
  }
}

it.each([
  ['in italics', '<p><em>Whoever counts the boats counts the town.</em></p>', true],
  ['in bold', '<p><b>Whoever counts</b><b> the boats counts the town.</b></p>', true],
  ['in part', '<p><em>Whoever counts the boats</em> counts the town.</p>', false],
  ['in a name’s length', '<p><em>Ada Lovely.</em></p>', false],
])('a paragraph %s under the title is its standfirst where all of it is set apart', (_, under, isTaken) => {
  const read = readHtml(`<h1>Boats</h1>${under}<p>One came in.</p><p>Two left.</p>`, { maxParagraphs: 9 });
  expect(read.ok && read.reading.blocks).toHaveLength(isTaken ? 2 : 3);
  expect(read.ok && read.reading.standfirst !== undefined).toBe(isTaken);
});
