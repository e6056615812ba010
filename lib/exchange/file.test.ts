// Files made by other programs, and files made to do harm. The same text is in all of fixtures/office: written as
// Markdown, saved by pandoc and LibreOffice, printed by Chromium in one column and in two, tagged and not.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { textOf } from '#lib/model/text/text.ts';
import { readFile } from './file.ts';
import { readApart } from './worker/read-apart.ts';

const limits = { bytes: 5 << 20, fileBytes: 20 << 20, paragraphs: 5000, pages: 1000 };
const fixture = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, 'fixtures', 'office', name)));

async function readingOf(bytes: Uint8Array, options: { chapter?: string; fileName?: string } = {}) {
  const read = await readFile(bytes, { ...options, limits });
  if (!read.ok) throw new Error(read.reason);
  if ('chapters' in read) throw new Error('a book');
  return read;
}

const refusalOf = async (bytes: Uint8Array, more = {}) => {
  const read = await readFile(bytes, { limits: { ...limits, ...more } });
  return read.ok ? 'read' : read.reason;
};

/** Words only: marks of footnotes are set differently by different programs. */
const wordsOf = (text: string) => text.replaceAll(/\[(\d)\]/g, '$1').split(/\s+/);

const truth = wordsOf(textOf((await readingOf(fixture('pandoc.docx'))).reading.blocks));

describe.each([
  'pandoc.docx',
  'libreoffice.docx',
  'libreoffice.pdf',
  'libreoffice-two.pdf',
  'chromium-one.pdf',
  'chromium-two.pdf',
  'chromium-tagged.pdf',
  'pandoc.epub',
])('%s', (name) => {
  test('is read word for word in its order, with its heading', async () => {
    const { reading } = await readingOf(fixture(name));
    expect(reading.title).toBe('Nobody Parks on a Cabbage');
    expect(reading.byline).toMatch(/^By a Gardener$/);
    expect(wordsOf(textOf(reading.blocks))).toEqual(truth);
  });

  test('keeps both footnotes, each tied to its mark', async () => {
    const { blocks } = (await readingOf(fixture(name))).reading;
    const notes = blocks.filter(({ type }) => type === 'footnote');
    expect(notes.map(({ mark }) => mark)).toEqual(['1', '2']);
    const marks = blocks.flatMap(({ text, spans = [] }) =>
      spans.flatMap((span) => (span.type === 'note' ? [[text.slice(span.start, span.end), span.to]] : [])),
    );
    expect(marks.map(([mark, to]) => [mark?.replace(/\W/g, ''), to])).toEqual([
      ['1', notes[0]?.id],
      ['2', notes[1]?.id],
    ]);
  });
});

test('a printed page loses its running head and its number, and keeps the number as the name of the page', async () => {
  const { reading, report } = await readingOf(fixture('chromium-two.pdf'));
  expect(textOf(reading.blocks)).not.toContain('Gazette');
  expect(reading.blocks.map(({ page }) => page)).toEqual([...reading.blocks.map(({ page }) => page)].sort());
  expect(new Set(reading.blocks.map(({ page }) => page))).toEqual(new Set(['1', '2', '3']));
  expect(report).toContainEqual({ key: 'remark.edges', values: { count: 6 } });
});

test.each(['pandoc.docx', 'chromium-tagged.pdf', 'chromium-two.pdf'])(
  'headings and the quotation of %s are known as such',
  async (name) => {
    const { blocks } = (await readingOf(fixture(name))).reading;
    expect(blocks.filter(({ type }) => type === 'heading').map(({ text }) => text)).toEqual([
      'What a space costs',
      'The case for cars',
      'What we would be choosing',
    ]);
    expect(blocks.filter(({ type }) => type === 'quotation')).toHaveLength(1);
  },
);

it('believes the bytes, not the name', async () => {
  expect((await readingOf(fixture('chromium-two.pdf'), { fileName: 'essay.docx' })).reading.title).toContain(
    'Cabbage',
  );
  expect(await refusalOf(strToU8('%PDF-1.7 and no more of it'))).toBe('broken');
});

/** A Word file around one paragraph of markup. */
function docx(body: string, more: Zippable = {}): Uint8Array {
  const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`);
  return zipSync({
    '[Content_Types].xml': xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': xml(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(body),
    ...more,
  });
}

const paragraph = (text: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;

/** A PDF with so many pages, all of them the same empty one; `trailer` may say that it is locked. */
function pdf(pages: number, trailer = ''): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${'3 0 R '.repeat(Math.min(pages, 200_000))}]>>`,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = body.length;
  return strToU8(
    `${body}xref\n0 4\n0000000000 65535 f \n${table}trailer\n<</Size 4/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF`,
  );
}

const locked = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>`;
const bomb = zipSync({ 'word/document.xml': [new Uint8Array(40 << 20), { level: 9 }] });
const entities =
  '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' +
  paragraph('&b;');

/** An e-book of one chapter. */
const bookOf = (chapter: Zippable[string], more: Zippable = {}) =>
  zipSync({
    mimetype: strToU8('application/epub+zip'),
    'META-INF/container.xml': strToU8(
      '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
    ),
    'a.opf': strToU8(
      '<package><manifest><item id="c1" href="one.xhtml"/></manifest><spine><itemref idref="c1"/></spine></package>',
    ),
    'one.xhtml': chapter,
    ...more,
  });

/** A ZIP that promises ten bytes and holds more. */
function lying(): Uint8Array {
  const bytes = zipSync({ 'word/document.xml': [strToU8(paragraph('x'.repeat(50_000))), { level: 9 }] });
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  }
  return bytes;
}

test.each([
  ['a ZIP bomb', bomb, 'hostile'],
  ['an archive that lies about its sizes', lying(), 'broken'],
  ['XML that defines entities', docx(entities), 'hostile'],
  [
    'an archive of too many entries',
    zipSync(
      Object.fromEntries(
        Array.from({ length: 6000 }, (_, i) => [i === 0 ? 'word/document.xml' : `e${i}`, strToU8('')]),
      ),
    ),
    'hostile',
  ],
  ['an e-book that is a ZIP bomb', bookOf([new Uint8Array(40 << 20), { level: 9 }]), 'hostile'],
  [
    'an e-book whose chapter defines entities',
    bookOf(strToU8('<!DOCTYPE html [<!ENTITY a "ha">]><html><body><p>&a;</p></body></html>')),
    'hostile',
  ],
  [
    'an e-book that names a file outside of it',
    bookOf(strToU8('<p>One.</p>'), {
      'a.opf': strToU8(
        '<package><manifest><item id="c1" href="../../etc/passwd"/></manifest><spine><itemref idref="c1"/></spine></package>',
      ),
    }),
    'empty',
  ],
  ['half an e-book', bookOf(strToU8(`<p>${'One. '.repeat(400)}</p>`)).slice(0, 300), 'broken'],
  ['half a Word file', docx(paragraph('One')).slice(0, 300), 'broken'],
  ['a Word file whose markup is damaged', docx('<w:document'), 'broken'],
  ['a spreadsheet', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'binary'],
  ['a ZIP archive', zipSync({ 'a.txt': strToU8('One.') }), 'binary'],
  ['a PDF with a password', pdf(1, locked), 'encrypted'],
  ['a PDF of pictures', pdf(3), 'scanned'],
  ['a PDF of 100,000 pages', pdf(100_000), 'too-many-pages'],
  ['half a PDF', fixture('chromium-two.pdf').slice(0, 900), 'broken'],
  [
    'a Word file with a password',
    Buffer.concat([
      Buffer.from('D0CF11E0A1B11AE1', 'hex'),
      Buffer.alloc(512),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
    'encrypted',
  ],
  [
    'an older Word file',
    Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(512)]),
    'binary',
  ],
])('%s is refused', async (_, bytes, reason) => {
  expect(await refusalOf(bytes)).toBe(reason);
});

it('refuses what is larger than a file may be, by its size', async () => {
  expect(await refusalOf(docx(paragraph('One')), { fileBytes: 100 })).toBe('too-large');
});

it('passes over names that lead out of the archive, and says so', async () => {
  const traps = {
    '../../etc/passwd': strToU8('x'),
    'C:\\windows\\x.xml': strToU8('x'),
    '/word/x.xml': strToU8('x'),
  };
  const { reading, report } = await readingOf(docx(paragraph('One. Two.'), traps));
  expect(reading.blocks[0]?.text).toBe('One. Two.');
  expect(report).toContainEqual({ key: 'remark.entriesIgnored', values: { count: 3 } });
});

describe('a book', () => {
  const page = (title: string, words: string) =>
    strToU8(
      `<html><head><title/></head><body><h1>${title}</h1><p>${`${words} `.repeat(40)}</p></body></html>`,
    );
  const book = (encryption = '') =>
    zipSync({
      mimetype: strToU8('application/epub+zip'),
      'META-INF/container.xml': strToU8(
        '<container><rootfiles><rootfile full-path="OEBPS/a.opf"/></rootfiles></container>',
      ),
      ...(encryption && { 'META-INF/encryption.xml': strToU8(encryption) }),
      'OEBPS/a.opf': strToU8(
        '<package><metadata><dc:title>Two Harbours</dc:title><dc:creator>A Pilot</dc:creator></metadata><manifest><item id="n" href="toc.xhtml" properties="nav"/><item id="c1" href="one.xhtml"/><item id="c2" href="t%20wo.xhtml"/></manifest><spine><itemref idref="c1"/><itemref idref="c2"/></spine></package>',
      ),
      'OEBPS/toc.xhtml': strToU8('<html><body><nav><a href="one.xhtml#x">The First</a></nav></body></html>'),
      'OEBPS/one.xhtml': page('I', 'low tide'),
      'OEBPS/t wo.xhtml': page('The Second', 'high tide'),
    });

  test('is answered with its chapters, and one of them is read', async () => {
    const read = await readFile(book(), { limits });
    expect(read).toMatchObject({
      title: 'Two Harbours',
      chapters: [
        { id: '1', title: 'The First', words: 81 },
        { id: '2', title: 'The Second', words: 82 },
      ],
    });
    const { reading } = await readingOf(book(), { chapter: '2' });
    expect(reading).toMatchObject({ title: 'The Second', byline: 'A Pilot', source: 'Two Harbours' });
    expect(reading.blocks[0]?.text).toContain('high tide high tide');
  });

  test('that its seller locked is refused, one whose fonts are disguised is read', async () => {
    const lock = (uri: string) => `<encryption><CipherReference URI="${uri}"/></encryption>`;
    expect(await refusalOf(book(lock('OEBPS/one.xhtml')))).toBe('encrypted');
    expect(await refusalOf(book(lock('OEBPS/a.otf')))).toBe('read');
  });
});

describe('in a thread of its own', () => {
  const job = { bytes: fixture('chromium-two.pdf'), options: { limits } };

  it('reads a file, and tells how far it is', async () => {
    const told: number[] = [];
    const read = await readApart(job, { onProgress: ({ done }) => told.push(done) });
    expect(read).toMatchObject({ ok: true, reading: { title: 'Nobody Parks on a Cabbage' } });
    expect(told).toEqual([1, 2, 3]);
  });

  it('stops when it is cancelled', async () => {
    const abort = new AbortController();
    const read = await readApart(job, { onProgress: () => abort.abort(), signal: abort.signal });
    expect(read).toBeNull();
  });

  it('is stopped when it takes too long', async () => {
    expect(await readApart(job, { timeoutMs: 1 })).toMatchObject({ ok: false, reason: 'too-slow' });
  });

  it('answers many at once, each in its turn', async () => {
    const reads = await Promise.all(Array.from({ length: 5 }, () => readApart(job)));
    expect(reads.map((read) => read?.ok)).toEqual([true, true, true, true, true]);
  });
});
