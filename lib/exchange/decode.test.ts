import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sentenceOf } from '#lib/words/said.ts';
import { acceptText, decode } from './decode.ts';

const maxBytes = 5 << 20;
const words = 'Zwölf Boxkämpfer — “ça va?” — jagen Виктора quer über den Sylter Deich. 你好。';
const western = 'It’s “here” — now, café and naïve.';
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
/** Windows-1252 bytes of a text that has only these of its upper half. */
const windows1252 = (text: string) => {
  const codes: Record<string, number> = { '’': 0x92, '“': 0x93, '”': 0x94, '—': 0x97, é: 0xe9, ï: 0xef };
  return Uint8Array.from(text, (letter) => codes[letter] ?? letter.charCodeAt(0));
};

it.each([
  ['UTF-8', Buffer.from(words), 'utf-8', words],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${words}`), 'utf-8', words],
  ['UTF-16 LE with a mark', Buffer.from(`\uFEFF${words}`, 'utf16le'), 'utf-16le', words],
  ['UTF-16 BE with a mark', utf16be(`\uFEFF${words}`), 'utf-16be', words],
  ['UTF-16 LE by its pattern', Buffer.from(words, 'utf16le'), 'utf-16le', words],
  ['UTF-16 BE by its pattern', utf16be(words), 'utf-16be', words],
  [
    'Cyrillic UTF-16 LE by its spaces',
    Buffer.from('Мир дешевле войны.', 'utf16le'),
    'utf-16le',
    'Мир дешевле войны.',
  ],
  ['Windows-1252', windows1252(western), 'windows-1252', western],
])('reads %s', (_, bytes, encoding, text) => {
  expect(decode(bytes, maxBytes)).toMatchObject({ ok: true, encoding, text });
});

it('says so when it read an older encoding', () => {
  expect(decode(windows1252(western), maxBytes)).toMatchObject({
    report: [{ key: 'remark.windows1252' }],
  });
  expect(decode(Buffer.from(words), maxBytes)).toMatchObject({ report: [] });
});

it('reads every text back from UTF-8 and from marked UTF-16', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      fc.pre(!text.startsWith('\uFEFF'));
      const expected = { ok: true, text };
      // A first byte pattern of another file type would be refused: a letter in front rules that out.
      expect(decode(Buffer.from(`a${text}`), maxBytes)).toMatchObject({ ...expected, text: `a${text}` });
      expect(decode(Buffer.from(`\uFEFF${text}`, 'utf16le'), maxBytes)).toMatchObject(expected);
    }),
  );
});

const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * i * 31 + i * 7 + (i >> 3)) % 251);
const gibberish = [
  ['a PDF', Buffer.from('%PDF-1.7\nand some words')],
  ['a Word or EPUB file', Buffer.from('PK\x03\x04word/document.xml')],
  ['a picture', Buffer.from('\x89PNG\r\n\x1A\n', 'latin1')],
  ['a photograph', Buffer.from('\xFF\xD8\xFF\xE0 JFIF', 'latin1')],
  ['a program', Buffer.from('\x7FELF\x02\x01')],
  ['a rich text', Buffer.from('{\\rtf1 Words}')],
  ['noise', noise],
  ['zeros', new Uint8Array(100)],
] as const;

it.each(gibberish)('refuses %s, whatever its name says', (_, bytes) => {
  const refused = decode(bytes, maxBytes);
  expect(refused).toMatchObject({ ok: false, reason: 'binary' });
  expect(refused.ok || sentenceOf('en', refused.said)).toMatch(/paste/);
});

it.each([
  ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])],
  ['half a letter of UTF-16', Buffer.concat([Buffer.from('\uFEFFab', 'utf16le'), Buffer.from('c')])],
  ['damaged UTF-8', Buffer.concat([Buffer.from('déjà vu, où ça? très tôt'), Buffer.from([0xc3])])],
  [
    'Windows-1251',
    Buffer.from([...'Привет всем друзьям'].map((c) => (c === ' ' ? 32 : c.charCodeAt(0) - 0x350))),
  ],
])('refuses %s rather than show gibberish', (_, bytes) => {
  expect(decode(bytes, maxBytes)).toMatchObject({ ok: false, reason: 'encoding' });
});

it('refuses what is empty or over the limit, in words with the sizes', () => {
  expect(decode(new Uint8Array(), maxBytes)).toMatchObject({ ok: false, reason: 'empty' });
  expect(acceptText(' \n ', maxBytes)).toMatchObject({ ok: false, reason: 'empty' });
  const over = decode(Buffer.alloc(maxBytes + 1, 'a'), maxBytes);
  expect(over).toMatchObject({
    ok: false,
    reason: 'too-large',
    said: { key: 'refusal.textJustTooLarge', values: { most: { count: 5, unit: 'mb' } } },
  });
  expect(decode(Buffer.alloc(maxBytes, 'a'), maxBytes)).toMatchObject({ ok: true });
  expect(acceptText('é'.repeat(6), 11)).toMatchObject({ ok: false, reason: 'too-large' });
});

it('takes a text with a stray control character, and refuses one that is full of them', () => {
  expect(decode(Buffer.from('A bell\u0007 and a form\u000Cfeed.'), maxBytes)).toMatchObject({ ok: true });
  expect(acceptText('\u0001\u0002\u0003\u0004\u0005\u0006 data', maxBytes)).toMatchObject({
    reason: 'binary',
  });
});

it('never throws on any bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void decode(bytes, maxBytes)));
});
