// Anchors: a passage described so that it can be found again, and the finding. A passage is exact, moved or gone;
// never attached to other words (the quote decides, offsets are only where to look first).

import { digest } from 'lib0/hash/sha256';
import { type Anchor, contextLength, maxQuoteBytes, sizeOf } from '../record.ts';
import type { Range } from './text.ts';

/** Where a passage stands now, in UTF-16 units of the canonical text. */
type Located = ({ state: 'exact' | 'moved' } & Range) | { state: 'gone' };

/** Stands between the two ends of a passage too long to be kept whole. */
const ellipsis = ' … ';
const endBytes = Math.floor((maxQuoteBytes - sizeOf(ellipsis)) / 2);
/** How far around an offset to look for the word or letter it stands in: no word is longer than half of this. */
const reach = 256;

/**
 * Describes a passage of a canonical text. It is widened to whole letters first: half an emoji or a letter
 * without its accent could not be found again.
 * A passage over `maxQuoteBytes` is kept as its two ends and the SHA-256 of the whole.
 * @throws RangeError for an empty passage or one outside the text: the caller checks selections.
 */
export function describe(range: Range, text: string, where: { reading: string; edition: string }): Anchor {
  const { start, end } = wholeLetters(range, text);
  const passage = text.slice(start, end);
  const isLong = sizeOf(passage) > maxQuoteBytes;
  return {
    ...where,
    start,
    end,
    quote: isLong ? headOf(passage) + ellipsis + tailOf(passage) : passage,
    prefix: wellFormedEnd(text.slice(Math.max(0, start - contextLength), start)),
    suffix: wellFormedStart(text.slice(end, end + contextLength)),
    ...(isLong && { hash: hashOf(passage) }),
  };
}

/**
 * Finds an anchor's passage in the text it was made in: `exact` where the quote stands at its offsets, else as
 * `locateByWords` does. In another edition an offset says nothing: editions/carry.ts.
 */
export function locate(anchor: Anchor, text: string): Located {
  const { start, end } = anchor;
  if (end <= text.length && isPassage(anchor, text, start)) return { state: 'exact', start, end };
  return locateByWords(anchor, text);
}

/** Finds a passage in any text: `moved` where the quote with its whole context stands exactly once; else `gone`. */
export function locateByWords(anchor: Anchor, text: string): Located {
  const isWhole = anchor.hash === undefined;
  const found = isWhole ? wholeQuote(anchor, text) : quoteByEnds(anchor, text);
  if (found === undefined) return { state: 'gone' };
  const length = isWhole ? anchor.quote.length : anchor.end - anchor.start;
  return { state: 'moved', start: found, end: found + length };
}

/**
 * A selection as it is meant (U5): without the white space at its ends, and with the words at its ends whole.
 * @returns undefined where only white space was selected.
 */
export function snapToWords(range: Range, text: string): Range | undefined {
  const trimmed = trimmedRange(range, text);
  if (!trimmed) return undefined;
  const whole = wholeLetters(trimmed, text);
  const [first, last] = [segmentAt(words, text, whole.start), segmentAt(words, text, whole.end - 1)];
  return {
    start: first.isWordLike ? first.start : whole.start,
    end: last.isWordLike ? last.end : whole.end,
  };
}

/** An exact selection (U5, with Alt): white space at its ends goes, a letter cut in two is taken whole. */
export function snapToLetters(range: Range, text: string): Range | undefined {
  const trimmed = trimmedRange(range, text);
  return trimmed && wholeLetters(trimmed, text);
}

function wholeLetters({ start, end }: Range, text: string): Range {
  if (!(start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`no passage of this text: ${start} to ${end} of ${text.length}`);
  }
  return { start: segmentAt(letters, text, start).start, end: segmentAt(letters, text, end - 1).end };
}

function trimmedRange({ start, end }: Range, text: string): Range | undefined {
  const selected = text.slice(start, end);
  const from = start + selected.length - selected.trimStart().length;
  const to = from + selected.trim().length;
  return from < to ? { start: from, end: to } : undefined;
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The word or letter that holds the unit at `at`. Only the text around is segmented: a paragraph may be megabytes. */
function segmentAt(segmenter: Intl.Segmenter, text: string, at: number): Range & { isWordLike: boolean } {
  const before = text.slice(Math.max(0, at - reach), at);
  // From a space on, if there is one: a window that begins inside a word would be segmented otherwise.
  const from = at - before.length + Math.max(before.search(/\s\S*$/), 0);
  const found = segmenter.segment(text.slice(from, at + reach)).containing(at - from);
  const start = from + (found?.index ?? 0);
  return { start, end: start + (found?.segment.length ?? 0), isWordLike: found?.isWordLike === true };
}

function isPassage({ quote, hash, start, end }: Anchor, text: string, at: number): boolean {
  if (hash === undefined) return quote.length === end - start && text.startsWith(quote, at);
  return hashOf(text.slice(at, at + (end - start))) === hash;
}

function wholeQuote({ quote, prefix, suffix }: Anchor, text: string): number | undefined {
  const [only, ...more] = occurrences(prefix + quote + suffix, text);
  return only === undefined || more.length > 0 ? undefined : only + prefix.length;
}

/** The two ends, at the right distance and in their context, exactly once, with the right words between. */
function quoteByEnds(anchor: Anchor, text: string): number | undefined {
  const { prefix, suffix, start, end } = anchor;
  const { head, tail } = endsOf(anchor.quote);
  const length = end - start;
  const places = occurrences(prefix + head, text, Number.POSITIVE_INFINITY)
    .map((at) => at + prefix.length)
    .filter((at) => at + length <= text.length && text.startsWith(tail + suffix, at + length - tail.length));
  const [only, ...more] = places;
  if (only === undefined || more.length > 0) return undefined;
  return isPassage(anchor, text, only) ? only : undefined;
}

/** Where a text stands in another, overlapping ones too; two are enough to know that it is not unique. */
function occurrences(part: string, text: string, most = 2): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0 && found.length < most; at = text.indexOf(part, at + 1))
    found.push(at);
  return found;
}

/**
 * Are these the same words? A paragraph that was joined or divided changes the white space between words, not the words.
 */
export function isSamePassage(quote: string, passage: string): boolean {
  return quote === passage || quote.replace(/\s/g, ' ') === passage.replace(/\s/g, ' ');
}

/** Both ends have nearly the same size, so the ellipsis that joins them is the one nearest the middle. */
export function endsOf(quote: string): { head: string; tail: string } {
  const bytes = new TextEncoder().encode(quote);
  const decoder = new TextDecoder();
  const joints = occurrences(ellipsis, quote, Number.POSITIVE_INFINITY);
  const middle = decoder.decode(bytes.subarray(0, bytes.length / 2)).length - ellipsis.length / 2;
  const nearest = joints.reduce(
    (best, at) => (Math.abs(at - middle) < Math.abs(best - middle) ? at : best),
    0,
  );
  return { head: quote.slice(0, nearest), tail: quote.slice(nearest + ellipsis.length) };
}

function headOf(passage: string): string {
  let end = Math.min(endBytes, passage.length);
  while (sizeOf(wellFormedStart(passage.slice(0, end))) > endBytes) end--;
  return wellFormedStart(passage.slice(0, end));
}

function tailOf(passage: string): string {
  let start = Math.max(0, passage.length - endBytes);
  while (sizeOf(wellFormedEnd(passage.slice(start))) > endBytes) start++;
  return wellFormedEnd(passage.slice(start));
}

/** Without the half of a surrogate pair at the end. */
function wellFormedStart(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}

/** Without the half of a surrogate pair at the start. */
function wellFormedEnd(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]/, '');
}

function hashOf(passage: string): string {
  return Array.from(digest(new TextEncoder().encode(passage)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
