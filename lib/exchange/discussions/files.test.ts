import { ArgdownApplication, DataPlugin, ModelPlugin, ParserPlugin } from '@argdown/core';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'parse5';
import { expect, it } from 'vitest';
import { renamed } from '#lib/model/imported.ts';
import { describe } from '#lib/model/text/anchor.ts';
import { type Block, textOf } from '#lib/model/text/text.ts';
import { writeArchive } from './archive.ts';
import { readArchive } from './archive-in.ts';
import { writeArgdown } from './argdown.ts';
import { writeCsv } from './csv.ts';
import { writeDigest } from './digest.ts';
import { anchorOn, bytesOf, entry, point, someDiscussion, someEntries, textFrom } from './fixture.ts';
import { writeHtml } from './html-page.ts';
import { annotationSchema } from './w3c.schema.ts';
import { writeW3c } from './w3c.ts';
import { writeWord } from './word.ts';

/** Where the threads that read and write files are counted (worker/read-apart.ts). */
const turns = Symbol.for('counterpoint.import-turns');
const discussion = someDiscussion();
const hostile =
  '</script><script>alert(1)</script> & <img src=x onerror=alert(1)> "quoted" \u0000\u0007\uFFFE';

it('Argdown parses with its own parser, with every answer where it belongs', async () => {
  const odd = [
    '[x]: y',
    '+ a',
    '- b\n  - c',
    '1. {d: }',
    '// e',
    '/* f */ <g>',
    '#h #(i)',
    '*j* _k_ :smile: .l. @[m]',
    '===',
    hostile,
  ];
  const base = someEntries();
  const more = odd.map((body, i) => entry('chi-00000003', `o${i}`, point({ body, tags: ['(a) b', 'ü-c'] })));
  const input = await textFrom(writeArgdown(someDiscussion([...base, ...more])).parts);
  const parser = new ArgdownApplication();
  parser.addPlugin(new ParserPlugin(), 'parse-input');
  parser.addPlugin(new DataPlugin(), 'build-model');
  parser.addPlugin(new ModelPlugin(), 'build-model');
  const read = parser.run({ process: ['parse-input', 'build-model'], input, logLevel: 'silent' });
  expect([read.lexerErrors, read.parserErrors, read.exceptions ?? []]).toEqual([[], [], []]);
  const relations = (read.relations ?? []).map(
    ({ relationType, from, to }) => `${from?.title} ${relationType} ${to?.title}`,
  );
  expect(relations).toEqual(
    expect.arrayContaining(['1.1 attack 1', '1.1.1 undercut 1.1', '2.1 support 2', '2.1 support 1.1']),
  );
  const [claim] = Object.values(read.statements ?? {});
  expect(claim?.members[0]?.text?.trim()).toContain(
    '=Slower* is not worse. - It **leaves** time, [look](https://example.org/a(b)).',
  );
  expect(claim?.tags).toEqual(['speed', 'what is time?']);
});

it('Word holds the text, and each thread as comments with their answers, authors and times', async () => {
  const files = unzipSync(await bytesOf(writeWord(discussion).parts));
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const comments = part('word/comments.xml');
  expect(comments).toContain('w:author="Béa O’Hara"');
  expect(comments).toMatch(/w:date="2025-01-01T00:0/);
  expect(comments).toContain('Not for those who work.');
  expect(comments).not.toMatch(/rude word/);
  const extended = part('word/commentsExtended.xml');
  expect(extended.match(/paraIdParent/g)).toHaveLength(8);
  expect(extended).toMatch(/w15:done="1"/);
  const text = part('word/document.xml');
  const between = /commentRangeStart w:id="0"\/>(.*?)<w:commentRangeEnd w:id="0"/s.exec(text)?.[1] ?? '';
  expect(between.replace(/<[^>]+>/g, '')).toBe('slower than a bridge');
  expect(text.match(/<w:commentReference /g)).toHaveLength(comments.match(/<w:comment /g)?.length ?? 0);
});

it('Word is written apart, tells how many notes are in it, and ends when nobody waits for it any more', async () => {
  const many = Array.from({ length: 8000 }, (_, i) =>
    entry('ada-00000001', `m${i}`, point({ body: `Note **${i}**.`, anchor: anchorOn('A ferry') })),
  );
  const told: number[] = [];
  const { parts, count } = writeWord(someDiscussion(many), (written) => told.push(written));
  if (!(Symbol.asyncIterator in parts)) throw new Error('its parts are not ready at once');
  const iterator = parts[Symbol.asyncIterator]();
  do expect((await iterator.next()).value).toHaveLength(0);
  while (told.at(-1) !== count);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  await iterator.return?.();
  const held = globalThis as unknown as { [turns]: { running: number } };
  await expect.poll(() => held[turns].running).toBe(0);
});

it('Word and HTML survive whatever a note may hold', async () => {
  const bad = someDiscussion([
    entry('ada-00000001', 'p', point({ body: hostile, anchor: anchorOn('A ferry') })),
  ]);
  const comments = strFromU8(
    unzipSync(await bytesOf(writeWord(bad).parts))['word/comments.xml'] ?? new Uint8Array(),
  );
  expect([...comments].filter((sign) => sign < ' ' || sign === '\uFFFE').join('')).toMatch(/^\s*$/);
  const page = await textFrom(writeHtml(bad).parts);
  expect(page).not.toMatch(/<script|<img/);
});

it('HTML reads alone: nothing is fetched or run, passages lead to their notes', async () => {
  const page = await textFrom(writeHtml(discussion).parts);
  const errors: unknown[] = [];
  parse(page, { onParseError: (error) => errors.push(error) });
  expect(errors).toEqual([]);
  expect(page).not.toMatch(/<script|<link|<img|src=|@import|url\(/);
  expect(page).toContain('<mark>slower than a bridge</mark><sup><a href="#p-ada-00000001.2fclaim"');
  expect(page).toContain('<div id="p-ada-00000001.2fclaim">');
  expect(page).toContain('<strong>leaves</strong>');
  expect(page).not.toContain('rude word');
});

it('HTML keeps emphasis, links, lists and footnotes of the text, inside and outside of passages', async () => {
  const blocks: Block[] = [
    {
      id: 'b1',
      type: 'paragraph',
      text: 'Boats are slow1, and kind1.',
      spans: [
        { type: 'emphasis', start: 6, end: 14 },
        { type: 'strong', start: 10, end: 14 },
        { type: 'note', start: 14, end: 15, to: 'b5' },
        { type: 'link', start: 21, end: 26, href: 'https://example.org/kind' },
        { type: 'note', start: 25, end: 26, to: 'b5' },
      ],
    },
    { id: 'b2', type: 'item', text: 'first', ordered: true },
    { id: 'b3', type: 'item', text: 'second', ordered: true },
    { id: 'b4', type: 'item', text: 'apart' },
    { id: 'b5', type: 'footnote', text: 'By the hour.', mark: '1' },
  ];
  const text = textOf(blocks);
  const start = text.indexOf('are slow');
  const anchor = describe({ start, end: start + 'are slow'.length }, text, {
    reading: 'reading-0001',
    edition: 'edition-0001',
  });
  const one = someDiscussion([entry('ada-00000001', 'p', point({ anchor, body: 'How slow?' }))]);
  const page = await textFrom(writeHtml({ ...one, reading: { ...one.reading, blocks } }).parts);
  const errors: unknown[] = [];
  parse(page, { onParseError: (error) => errors.push(error) });
  expect(errors).toEqual([]);
  expect(page).toContain('<mark><em>are </em><strong><em>slow</em></strong></mark>');
  expect(page).toContain(
    '<a href="https://example.org/kind" rel="noopener noreferrer nofollow ugc">kind</a>',
  );
  expect(page).toMatch(/<ol>\n<li dir="auto">first<\/li>\n<li dir="auto">second<\/li>\n<\/ol>\n<ul>/);
  // Two marks lead to the footnote, which leads back to the first.
  expect(page.match(/href="#b5"/g)).toHaveLength(2);
  expect(page.match(/id="b5-mark"/g)).toHaveLength(1);
  expect(page).toContain('<p id="b5" dir="auto"><sup><a href="#b5-mark"');
});

it('HTML stays well formed in a thread a thousand deep', async () => {
  const deep = [entry('ada-00000001', 'd0', point({ body: 'first' }))];
  for (let i = 1; i < 1000; i++) {
    const to = deep.at(-1)?.ref ?? 'x/y';
    deep.push(entry('ada-00000001', `d${i}`, point({ body: `n${i}`, links: [{ to, stance: 'rebuts' }] })));
  }
  const errors: unknown[] = [];
  const page = await textFrom(writeHtml(someDiscussion(deep)).parts);
  parse(page, { onParseError: (error) => errors.push(error) });
  expect(errors).toEqual([]);
  expect(page).toContain('n999');
});

it('the digest reads as Markdown, with answers inside the lists they belong to', async () => {
  const text = await textFrom(writeDigest(discussion).parts);
  expect(text).toContain('> slower than a bridge');
  expect(text).toMatch(/\n- \*\*Béa O’Hara\*\* · \*Disagrees\*/);
  expect(text).toMatch(/\n {2}- \*\*Chidi\*\* · \*Doesn’t follow\*/);
});

it('web annotations are valid by the model', async () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const isAnnotation = ajv.compile(annotationSchema);
  const page = JSON.parse(await textFrom(writeW3c(discussion).parts)) as { items: Record<string, unknown>[] };
  expect(page.items).toHaveLength(11);
  for (const item of page.items) {
    isAnnotation({ '@context': ['http://www.w3.org/ns/anno.jsonld'], ...item });
    expect(isAnnotation.errors, JSON.stringify(item)).toBeNull();
  }
  for (const wrong of [{ type: 'Note' }, { target: undefined }, { created: 'yesterday' }, { id: 'no iri' }]) {
    const item = JSON.parse(
      JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', ...page.items[0], ...wrong }),
    );
    expect(isAnnotation(item), JSON.stringify(wrong)).toBe(false);
  }
});

it('says of a passage in another reading of the debate that it is there, not that it is gone', () => {
  const anchor = { ...anchorOn('A toll pays for either'), reading: 'reading-0002' };
  const one = someDiscussion([entry('ada-00000001', 'p', point({ anchor, body: 'There, too.' }))]);
  expect(writeCsv(one).report).toContainEqual({
    key: 'lost.passages.elsewhere',
    values: { count: 1 },
  });
});

it('an archive opens again with everything in it, and the same room gives the same bytes', async () => {
  const bytes = await bytesOf(writeArchive(discussion).parts);
  expect(await bytesOf(writeArchive(discussion).parts)).toEqual(bytes);
  const opened = readArchive(bytes);
  if (!opened.ok) throw new Error(opened.said.key);
  const { archive } = opened;
  expect(archive.room).toMatchObject({ title: discussion.room.title, kind: 'seminar', isClosed: false });
  expect(archive.people.map(({ name, role }) => [name, role])).toContainEqual(['Prof. “Quo” Vadis', 'owner']);
  expect(archive.replay.map(({ value }) => value)).toEqual(discussion.entries.map(({ value }) => value));
  const ids = new Map([
    ['ada-00000001', 'new-ada-0001'],
    ['edition-0001', 'new-edition1'],
  ]);
  const text = JSON.stringify(renamed(archive.replay, ids));
  expect(text).toContain('"to":"new-ada-0001/claim"');
  expect(text).toContain('helpful:new-ada-0001/claim');
  expect(text).not.toMatch(/ada-00000001\/|"edition-0001"/);
});

it('says last what stands, where a device’s losing value is the newest of its past', async () => {
  const kept = entry('ada-00000001', 'p', point({ body: 'stands' }));
  const lost = {
    ref: kept.ref,
    seq: 99,
    value: point({ body: 'lost' }),
    acceptedAt: '2025-01-01T00:00:00.000Z',
  };
  const one = someDiscussion([kept]);
  const past = { ...one, whole: { ...one.whole, history: async () => [lost] } };
  const opened = readArchive(await bytesOf(writeArchive(past).parts));
  expect(opened.ok && opened.archive.replay.map(({ value }) => value)).toMatchObject([
    { body: 'lost' },
    { body: 'stands' },
  ]);
});

it('refuses what is no archive, what was damaged, and what was tampered with', async () => {
  const bytes = await bytesOf(writeArchive(discussion).parts);
  expect(readArchive(new TextEncoder().encode('hello'))).toMatchObject({
    ok: false,
    said: { key: 'notes.notRead.zip' },
  });
  expect(readArchive(bytes.slice(0, bytes.length - 40))).toMatchObject({ ok: false });
  const { zipSync } = await import('fflate');
  const files = unzipSync(bytes);
  files['records.jsonl'] = new TextEncoder().encode('{"ref":"ada-00000001/x","value":{}}\n');
  expect(readArchive(zipSync(files))).toMatchObject({
    ok: false,
    said: { key: 'notes.notRead.archiveDamaged', values: { file: 'records.jsonl' } },
  });
  delete files['manifest.json'];
  expect(readArchive(zipSync(files))).toMatchObject({ ok: false });
});
