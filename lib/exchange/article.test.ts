// Pages as sites serve them, written for this test: an article among menus, teasers and consent boxes.

import { expect, it, test } from 'vitest';
import { readFile } from './file.ts';
import { readApart } from './worker/read-apart.ts';

const limits = { bytes: 5 << 20, fileBytes: 20 << 20, paragraphs: 5000, pages: 1000 };
const address = 'https://paper.example.org/opinion/ferries';
const page = { address, isHtml: true };

const paragraphs = [
  'A ferry is slow, and that is what the town has against it, for the bridge would take four minutes and the ferry takes twenty.',
  'Yet in those twenty minutes, people who would never visit one another stand at the same rail, and talk about the weather, the school, and the price of diesel.',
  'No bridge has a rail at which anyone stands. What it saves in minutes it takes from the only room that both banks share, and nobody has counted that yet.',
];
const body = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
const article = (
  inner = body,
  head = '',
) => `<!doctype html><html><head><title>Let the Ferry Be Slow | The Paper</title>
<meta name="author" content="Ada Quay">${head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div class="cookie-banner"><p>We value your privacy.</p><button>Accept</button></div>
<div class="page"><h1>Let the Ferry Be Slow</h1><div class="story">${inner}</div></div>
<div class="sidebar related"><a href="/x">Ten bridges you must see</a></div>
<footer><p>All rights reserved.</p></footer><script>steal()</script></body></html>`;

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function readingOf(bytes: Uint8Array, more: object = {}) {
  const read = await readFile(bytes, { page: { ...page, ...more }, limits });
  if (!read.ok || 'chapters' in read) throw new Error(JSON.stringify(read));
  return read;
}

test('an article comes without what stands around it, with title, byline and address', async () => {
  const { reading, report } = await readingOf(bytesOf(article()));
  expect(reading).toMatchObject({ title: 'Let the Ferry Be Slow', byline: 'Ada Quay', source: address });
  expect(reading.blocks.map(({ text }) => text)).toEqual(paragraphs);
  expect(report[0]).toEqual({ key: 'remark.article' });
});

test('nothing of its markup is kept, and links lead where they led on the page', async () => {
  const hostile = `${body}<p onclick="steal()">See <a href="../weather?a=1" onmouseover="steal()">the weather</a>, <a href="javascript:steal()">this</a> and <img src=x onerror=steal()> that, as everyone on both banks of the river does each morning.</p>`;
  const { reading } = await readingOf(bytesOf(article(hostile)));
  expect(JSON.stringify(reading)).not.toMatch(/steal|onclick|<|class/);
  expect(reading.blocks.at(-1)?.spans).toEqual([
    { type: 'link', start: 4, end: 15, href: 'https://paper.example.org/weather?a=1' },
  ]);
});

test('a page that names a base has its links from there', async () => {
  const linked = `${body}<p>See <a href="weather">the weather</a>, as everyone on both banks does each morning.</p>`;
  const { reading } = await readingOf(bytesOf(article(linked, '<base href="/a/">')));
  expect(reading.blocks.at(-1)?.spans?.[0]).toMatchObject({ href: 'https://paper.example.org/a/weather' });
});

test('a page without an article is read whole, and says so', async () => {
  const { reading, report } = await readingOf(bytesOf('<title>Note</title><p>The ferry is late.<p>Wait.'));
  expect(reading).toMatchObject({ title: 'Note', source: address });
  expect(reading.blocks.map(({ text }) => text)).toEqual(['The ferry is late.', 'Wait.']);
  expect(report[0]).toEqual({ key: 'remark.wholePage' });
});

test.each<[string, string, object]>([
  ['the server says', 'caf\xe9', { charset: 'iso-8859-1' }],
  ['the page says', '<meta charset="windows-1252">caf\xe9', {}],
  ['both are wrong', '<meta charset="no-such">caf\xc3\xa9', { charset: 'neither-this' }],
])('letters are read as %s', async (_, text, more) => {
  const { reading } = await readingOf(
    Uint8Array.from(`<p>${text}`, (letter) => letter.charCodeAt(0)),
    more,
  );
  expect(reading.blocks[0]?.text).toBe('café');
});

test('plain text is read as any text is', async () => {
  const { reading } = await readingOf(bytesOf('On ferries\n\nA ferry is slow.\n\nA bridge is not.'), {
    isHtml: false,
  });
  expect(reading.blocks).toHaveLength(2);
});

it.each<[string, string]>([
  ['a Word file', 'PK\x03\x04'],
  ['a picture', '\x89PNG\r\n\x1a\n'],
])('%s that calls itself a page is refused', async (_, magic) => {
  const bytes = Uint8Array.from(magic.padEnd(64, '\0'), (letter) => letter.charCodeAt(0));
  expect(await readFile(bytes, { page, limits })).toMatchObject({ ok: false });
});

test('a page nested without end is read whole', async () => {
  const nested = `${'<div>'.repeat(20_000)}${body}`;
  const read = await readApart({ bytes: bytesOf(nested), options: { page, limits } });
  expect(read).toMatchObject({ ok: true });
  expect(JSON.stringify(read)).toContain('A ferry is slow');
});
