import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Block } from '#lib/model/text/text.ts';
import { readMarkdown } from './markdown.ts';

const read = (text: string) => {
  const result = readMarkdown(text, { maxParagraphs: 5000 });
  if (!result.ok) throw new Error(result.reason);
  return { ...result.reading, report: result.report };
};
const withoutId = ({ id: _, ...block }: Block) => block;
const blocksOf = (text: string) => read(`# T\n\n${text}`).blocks.map(withoutId);

it('takes the first heading as title, an emphasised paragraph as standfirst, and a byline', () => {
  const text =
    '# The *Ferry*\n\n*Why slow is fine.*\n\nBy Ada O.\n\nText.\n\n# Second\n\n#### Deep\n\nPhoto: Archive';
  const { blocks, ...heading } = read(text);
  expect(heading).toMatchObject({
    title: 'The Ferry',
    standfirst: 'Why slow is fine.',
    byline: 'By Ada O.',
    credit: 'Photo: Archive',
  });
  expect(blocks.map(withoutId)).toEqual([
    { type: 'paragraph', text: 'Text.' },
    { type: 'heading', level: 2, text: 'Second' },
    { type: 'heading', level: 4, text: 'Deep' },
  ]);
});

it('takes what the front matter states', () => {
  const text =
    '---\ntitle: "On Ferries"\nsubtitle: Slow: and fine.\nauthor: Ada O.\ndate: 2025-01-01\n---\n\nText.';
  expect(read(text)).toMatchObject({
    title: 'On Ferries',
    standfirst: 'Slow: and fine.',
    byline: 'Ada O.',
    blocks: [{ text: 'Text.' }],
  });
});

it('leaves a ruled line at the top alone', () => {
  expect(read('---\n\n# On Ferries\n\nText.\n\n---\n\nMore.').blocks).toHaveLength(2);
});

it.each<[string, string, Omit<Block, 'id'>[]]>([
  ['soft and hard line breaks', 'one\ntwo  \nthree', [{ type: 'paragraph', text: 'one two three' }]],
  [
    'a quotation',
    '> one\n>\n> two',
    [
      { type: 'quotation', text: 'one' },
      { type: 'quotation', text: 'two' },
    ],
  ],
  [
    'lists in lists',
    '1. one\n   - two',
    [
      { type: 'item', ordered: true, text: 'one' },
      { type: 'item', ordered: false, text: 'two' },
    ],
  ],
  [
    'code, a line at a time',
    '```\na  b\n\nc\n```',
    [
      { type: 'paragraph', text: 'a b' },
      { type: 'paragraph', text: 'c' },
    ],
  ],
  ['a picture’s description', '![A ferry](x.png)', [{ type: 'caption', text: 'A ferry' }]],
  [
    'entities that spell invisible letters',
    'so&shy;ft&#x202E; e&#x301;',
    [{ type: 'paragraph', text: 'soft é' }],
  ],
  [
    'spans inside spans',
    'a **b [c](https://x.example/) d** *e*',
    [
      {
        type: 'paragraph',
        text: 'a b c d e',
        spans: [
          { type: 'strong', start: 2, end: 7 },
          { type: 'link', start: 4, end: 5, href: 'https://x.example/' },
          { type: 'emphasis', start: 8, end: 9 },
        ],
      },
    ],
  ],
  [
    'links that could run',
    '[a](javascript:alert(1)) [b](/relative) <mailto:a@b.example>',
    [
      {
        type: 'paragraph',
        text: 'a b mailto:a@b.example',
        spans: [{ type: 'link', start: 4, end: 22, href: 'mailto:a@b.example' }],
      },
    ],
  ],
  [
    'a block of HTML',
    '<div onclick="x()">one<script>bad()</script></div>',
    [{ type: 'paragraph', text: 'one' }],
  ],
  ['tags between words', 'one<br>two <b class="x">three</b>', [{ type: 'paragraph', text: 'one two three' }]],
])('reads %s', (_, text, blocks) => {
  expect(blocksOf(text)).toEqual(blocks);
});

it('keeps every word of prose that has no marks', () => {
  const word = fc.stringMatching(/^[a-zéü“”’—…]{1,10}$/).map((letters) => letters.normalize('NFC'));
  const prose = fc.array(
    fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => `${words.join(' ')} end.`),
    { minLength: 1, maxLength: 10 },
  );
  fc.assert(
    fc.property(prose, (texts) => {
      fc.pre(texts[0] !== 'T');
      expect(blocksOf(texts.join('\n\n')).map((block) => block.text)).toEqual(texts);
    }),
  );
});

it.each([
  ['quotations in quotations', '>'.repeat(5000)],
  ['lists in lists', '- '.repeat(5000)],
  ['indented lists', Array.from({ length: 300 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
  ['marks in one paragraph', '_*'.repeat(20_000)],
  ['open brackets', '[a]('.repeat(20_000)],
  ['many nested lines', `${'>'.repeat(40)}a\n`.repeat(10_000)],
  ['a line for each letter', 'a\n'.repeat(100_000)],
  ['megabytes', 'word\n\n'.repeat(400_000)],
])('refuses at once what would keep the server busy: %s', (_, text) => {
  const started = performance.now();
  expect(readMarkdown(text, { maxParagraphs: 5000 })).toMatchObject({ ok: false, reason: 'too-complex' });
  expect(performance.now() - started).toBeLessThan(10_000);
});

it('refuses a text without words', () => {
  expect(readMarkdown('---\n\n***\n', { maxParagraphs: 10 })).toMatchObject({ ok: false, reason: 'empty' });
});
