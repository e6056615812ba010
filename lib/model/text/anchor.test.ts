import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import { maxQuoteBytes, parseRecord, sizeOf } from '../record.ts';
import { describe, locate, snapToLetters, snapToWords } from './anchor.ts';

const where = { reading: 'r1', edition: 'e1' };
const at = (text: string, words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

const text =
  'A pause can be watched, extended, and paid for.\nNobody counts what did not happen; a pause can be watched.';

// Letters that are more than one UTF-16 unit, and writing from right to left.
const awkward = fc
  .array(
    fc.constantFrom(
      'a',
      'ß',
      ' ',
      '\n',
      'é',
      'e\u0301',
      '👩‍👩‍👧‍👦',
      '🇰🇵',
      '😀',
      'שלום',
      'سلام',
      'क्षि',
      '…',
      ' … ',
      '，',
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const textWithRange = (texts: fc.Arbitrary<string>) =>
  texts.chain((whole) =>
    fc
      .tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: whole.length }))
      .map(([start, length]) => ({ whole, range: { start, end: Math.min(whole.length, start + length) } })),
  );
// Over two KiB and without repetition, so that the ends say where they belong.
const long = fc
  .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { minLength: 400, maxLength: 700 })
  .map((words) =>
    words
      .map((word, i) => `${i}${word}`)
      .join(' ')
      .toWellFormed(),
  );

group('describe and locate', () => {
  it('finds every passage again where it was described, widened to whole letters', () => {
    fc.assert(
      fc.property(textWithRange(awkward), ({ whole, range }) => {
        const anchor = describe(range, whole, where);
        const { start, end } = anchor;
        expect(start).toBeLessThanOrEqual(range.start);
        expect(end).toBeGreaterThanOrEqual(range.end);
        expect(locate(anchor, whole)).toEqual({ state: 'exact', start, end });
        expect(describe({ start, end }, whole, where)).toEqual(anchor);
      }),
    );
  });

  it('makes anchors that are valid in a record, however long the passage', () => {
    fc.assert(
      fc.property(textWithRange(fc.oneof(awkward, long)), ({ whole, range }) => {
        const anchor = describe(range, whole, where);
        const point = { type: 'point', kind: 'highlight', at: '2025-01-01T00:00:00.000Z', anchor };
        expect(parseRecord(point)).toMatchObject({ ok: true });
        expect(anchor.quote.isWellFormed() && anchor.prefix.isWellFormed()).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('finds a passage that moved by its quote with its context, though the words alone stand twice', () => {
    const anchor = describe(at(text, 'pause can be watched'), text, where);
    const moved = `A new first line.\n${text}`;
    expect(locate(anchor, moved)).toEqual({ state: 'moved', ...at(moved, 'pause can be watched') });
  });

  it('says gone rather than guess: changed words, changed context, context that stands twice', () => {
    const anchor = describe(at(text, 'extended'), text, where);
    expect(locate(anchor, text.replace('extended', 'prolonged'))).toEqual({ state: 'gone' });
    expect(locate(anchor, `>${text.replace('paid for', 'bought')}`)).toEqual({ state: 'gone' });
    expect(locate(anchor, `>${text}\n${text}`)).toEqual({ state: 'gone' });
    expect(locate(anchor, '')).toEqual({ state: 'gone' });
  });

  it('keeps a long passage as both ends and a hash, and finds it exact, moved and gone', () => {
    fc.assert(
      fc.property(long, (whole) => {
        const range = { start: 3, end: whole.length - 3 };
        const anchor = describe(range, whole, where);
        const { start, end } = anchor;
        expect(sizeOf(anchor.quote)).toBeLessThanOrEqual(maxQuoteBytes);
        expect(anchor.hash).toMatch(/^[0-9a-f]{64}$/);
        expect(locate(anchor, whole)).toEqual({ state: 'exact', start, end });
        expect(locate(anchor, `before ${whole}`)).toEqual({ state: 'moved', start: start + 7, end: end + 7 });
        const middle = Math.floor(whole.length / 2);
        const changed = `${whole.slice(0, middle)}#${whole.slice(middle + 1)}`;
        if (changed !== whole) expect(locate(anchor, changed)).toEqual({ state: 'gone' });
      }),
      { numRuns: 30 },
    );
  });

  it('hashes with SHA-256', async () => {
    const passage = 'many words '.repeat(300).trim();
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(passage));
    const { hash } = describe({ start: 0, end: passage.length }, passage, where);
    expect(hash).toBe(Buffer.from(bytes).toString('hex'));
  });

  it.each([
    { start: 3, end: 3 },
    { start: 5, end: 4 },
    { start: -1, end: 4 },
    { start: 0, end: 1000 },
    { start: Number.NaN, end: 4 },
  ])('takes $start to $end for a bug, not a passage', (range) => {
    expect(() => describe(range, text, where)).toThrow(RangeError);
  });
});

group('[U5] snapping', () => {
  it.each([
    ['inside two words', 'One threat, two exits.', [6, 14], 'threat, two'],
    ['white space at the ends', 'One threat, two exits.', [3, 12], 'threat,'],
    ['an apostrophe', 'They don’t know.', [7, 9], 'don’t'],
    ['punctuation that was taken', '“Yes,” he said.', [0, 6], '“Yes,”'],
    ['across a line break', 'end of one\nstart of two', [8, 13], 'one\nstart'],
    ['right to left', 'זה מבחן קצר', [4, 5], 'מבחן'],
    ['an emoji cut in two', 'so 👩‍👩‍👧‍👦 far', [5, 6], '👩‍👩‍👧‍👦'],
  ])('takes words whole: %s', (_, whole, [start = 0, end = 0], expected) => {
    const snapped = snapToWords({ start, end }, whole);
    expect(snapped && whole.slice(snapped.start, snapped.end)).toBe(expected);
  });

  it('leaves words cut where the selection is exact, but no letter', () => {
    expect(snapToLetters({ start: 1, end: 4 }, 'watched')).toEqual({ start: 1, end: 4 });
    expect(snapToLetters({ start: 0, end: 1 }, 'e\u0301tat')).toEqual({ start: 0, end: 2 });
  });

  it('makes nothing of white space alone', () => {
    expect(snapToWords({ start: 1, end: 3 }, 'a  b')).toBeUndefined();
    expect(snapToLetters({ start: 1, end: 3 }, 'a \nb')).toBeUndefined();
  });

  it('snaps no further the second time', () => {
    fc.assert(
      fc.property(textWithRange(awkward), ({ whole, range }) => {
        const once = snapToWords(range, whole);
        if (once) expect(snapToWords(once, whole)).toEqual(once);
        else expect(whole.slice(range.start, range.end).trim()).toBe('');
      }),
    );
  });

  it('needs no time for a word in a paragraph of megabytes', () => {
    const giant = 'word '.repeat(1 << 20);
    expect(snapToWords({ start: 2_000_001, end: 2_000_002 }, giant)).toEqual({
      start: 2_000_000,
      end: 2_000_004,
    });
  });
});
