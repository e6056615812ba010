import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isCanonicalBlock } from '#lib/model/text/text.ts';
import { canonical, canonicalLine, removalsIn, type Tally } from './canonical.ts';

const invisible = /[\u00AD\u200B\uFEFF\u202A-\u202E\u2066-\u206F]|[^\P{Cc}\n\t]/u;
const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom(
      '\r',
      '\n',
      '\u00AD',
      '\u202E',
      '\u2028',
      '\u200D',
      'e\u0301',
      '\uD800',
      '\uFEFF',
      '\u0000',
    ),
  ),
});

it('leaves nothing invisible, is in NFC, and changes nothing the second time', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const clean = canonical(text, new Map());
      expect(clean).not.toMatch(invisible);
      expect(clean).toBe(clean.normalize('NFC'));
      expect(clean.isWellFormed()).toBe(true);
      const again: Tally = new Map();
      expect(canonical(clean, again)).toBe(clean);
      expect(again.size).toBe(0);
    }),
  );
});

it.each([
  ['line ends', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
  ['paragraph ends', 'a\u2029b\fc', 'a\n\nb\n\nc'],
  ['joiners stay', 'می\u200Cخواهم 👩\u200D👧', 'می\u200Cخواهم 👩\u200D👧'],
  ['quotes, dashes and no-break spaces stay', '“It’s” — «là\u00A0!» …', '“It’s” — «là\u00A0!» …'],
  ['the flags of nations stay', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  ['text hidden in tag characters goes', 'safe\u{E0068}\u{E0069}', 'safe'],
  ['composition', 'cafe\u0301', 'caf\u00E9'],
])('%s', (_, text, clean) => {
  expect(canonical(text, new Map())).toBe(clean);
});

it('counts what it removes, in words', () => {
  const tally: Tally = new Map();
  canonical('so\u00ADft hy\u00ADphens and a \u202Etrick', tally);
  expect(removalsIn(tally)).toEqual([
    { key: 'remark.removed.soft hyphen', values: { count: 2 } },
    { key: 'remark.removed.text-direction control', values: { count: 1 } },
  ]);
});

it('leaves texts as blocks may be kept, once they are one line', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const line = canonical(text, new Map())
        .replace(/[ \t\n]+/g, ' ')
        .trim();
      fc.pre(line !== '');
      expect(isCanonicalBlock(line)).toBe(true);
    }),
  );
});

it('makes a title one line that reads in the order it stands', () => {
  expect(canonicalLine(' A\u202E title\n\u200Fwith\ttricks ', new Map())).toBe('A title with tricks');
});

it('takes time in proportion to the text', () => {
  const hostile = '\u{E0041}'.repeat(300_000) + '\u{1F3F4}\u{E0041}'.repeat(100_000);
  const started = performance.now();
  canonical(hostile, new Map());
  expect(performance.now() - started).toBeLessThan(15_000);
});
