import { expect, it } from 'vitest';
import { importReading } from './reading.ts';

const limits = { bytes: 5 << 20, paragraphs: 5000 };
const read = (source: Uint8Array | string, fileName?: string) =>
  importReading(source, { limits, ...(fileName !== undefined && { fileName }) });
const firstTextOf = (source: Uint8Array | string, fileName?: string) => {
  const result = read(source, fileName);
  return result.ok ? result.reading.blocks[0]?.text : result.reason;
};

it.each([
  ['a page pasted', '<p>One <b>two</b></p>', undefined, 'One two'],
  ['a page with a prologue', '\n<!-- saved --><!DOCTYPE html><p>One', undefined, 'One'],
  ['a page called .txt', '<html><body><p>One', 'a.txt', 'One'],
  ['a page called .md', '<!doctype html><p>One', 'a.md', 'One'],
  ['a fragment called .html', 'One. <em>Two.</em>', 'a.htm', 'One. Two.'],
  ['a text called .html', 'One is < two.', 'a.html', 'One is < two.'],
  ['Markdown by its heading', '# T\n\nOne *two*', undefined, 'One two'],
  ['Markdown by its name', 'One *two*.', 'a.md', 'One two.'],
  ['stars in plain text', 'One *two*.', 'a.txt', 'One *two*.'],
  ['a text that is pasted', 'One *two* & <three>.', undefined, 'One *two* & <three>.'],
])('tells the format by content before name: %s', (_, source, name, text) => {
  expect(firstTextOf(source, name)).toBe(text);
  expect(firstTextOf(Buffer.from(source), name)).toBe(text);
});

it('takes the name of the file for a title of last resort', () => {
  const result = read('Nothing here is a title.', 'folder/harbour_notes-2.txt');
  expect(result).toMatchObject({ ok: true, reading: { title: 'harbour notes 2' } });
});

it('never takes the name of a file for its type', () => {
  expect(read(Buffer.from('%PDF-1.4 words'), 'innocent.txt')).toMatchObject({ ok: false, reason: 'binary' });
});

it('cleans the title and the text, and tells what it did', () => {
  const source = Buffer.from(
    '\uFEFFA \u202Etitle\u200F\n\nSo\u00ADme wo\u200Brds\u0007.\n\nMore.',
    'utf16le',
  );
  expect(read(source)).toMatchObject({
    ok: true,
    reading: { title: 'A title', blocks: [{ text: 'Some words.' }, { text: 'More.' }] },
    report: [
      { key: 'remark.utf16' },
      { key: 'remark.removed.soft hyphen', values: { count: 1 } },
      { key: 'remark.removed.zero-width space', values: { count: 1 } },
      { key: 'remark.removed.text-direction control', values: { count: 2 } },
      { key: 'remark.removed.control character', values: { count: 1 } },
    ],
  });
});

it.each(['txt', 'md', 'html'])('holds a .%s to the limits', (kind) => {
  const many = Array.from({ length: 20 }, (_, i) => `<p>Paragraph ${i} ends.</p>`).join('\n\n');
  const few = { bytes: 5000, paragraphs: 10 };
  const result = importReading(many, { fileName: `a.${kind}`, limits: few });
  expect(result).toMatchObject({ ok: false, reason: 'too-many-paragraphs' });
  expect(importReading(many.repeat(20), { limits: few })).toMatchObject({ ok: false, reason: 'too-large' });
});

it('tells the format of hostile prologues at once', () => {
  const started = performance.now();
  expect(read(`${'<!---->'.repeat(10_000)}plain`).ok).toBe(true);
  expect(read(`<!--${' '.repeat(1_000_000)}`).ok).toBe(true);
  expect(performance.now() - started).toBeLessThan(10_000);
});
