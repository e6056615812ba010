// An anchor made in another edition, carried to the text at hand. What is said of it is true or is not said: a passage
// whose words are not surely its own is uncertain or gone, and never attached.

import type { Anchor } from '../record.ts';
import { endsOf, isSamePassage, locate, locateByWords } from '../text/anchor.ts';
import type { Range } from '../text/text.ts';
import type { Mapping } from './mapping.ts';
import { firstPast, heaviestTogether, lengthOf, type Part, partsOf } from './parts.ts';
import { searchQuote } from './quote-search.ts';

/** Where a passage stands in the text at hand, in UTF-16 units. */
export type Carried =
  /** Its very words, where they stood. */
  | ({ state: 'exact' } & Range)
  /** Its very words, elsewhere. */
  | ({ state: 'moved' } & Range)
  /** Other words in its place that kept enough of it: then is the anchor's quote, now is the range. */
  | ({ state: 'reworded' } & Range)
  /** Perhaps this, perhaps not: only to be proposed to a person, never attached. */
  | ({ state: 'uncertain' } & Range)
  | { state: 'gone' };

/** The text to which anchors are carried, and the way to it from other editions. */
export type Destination = {
  reading: string;
  edition: string;
  text: string;
  /** By the edition from which it leads; an edition that is missing is searched by the quote alone. */
  mappings: ReadonlyMap<string, Mapping>;
};

/** Of a passage's letters, so much must stand together still for it to be the same passage. */
const enough = 0.5;
/** Below this it is not even worth asking about. */
const worthAsking = 0.2;
/** What is kept around a short passage says whether it is the same; so many units on each side are looked at. */
const surroundings = 40;
/** So many kept units in one piece with the passage, or this share of it and its surroundings, are enough to be sure. */
const surelyKept = 24;
const surelyShared = 0.5;
/** So many words in a row are not the same by chance, where they stand in the same order. */
const surelyWords = 4;

/** Finds an anchor's passage in the text at hand, whichever edition it was made in. */
export function carry(anchor: Anchor, to: Destination): Carried {
  if (anchor.reading !== to.reading) return { state: 'gone' };
  const mapping = to.mappings.get(anchor.edition);
  if (anchor.edition === to.edition) return locate(anchor, to.text);
  return mapping ? carryBy(anchor, mapping, to.text) : locateByWords(anchor, to.text);
}

/** The range that a carried passage is attached to; null where it is not attached. */
export function attachedRange(carried: Carried): Range | null {
  if (carried.state === 'gone' || carried.state === 'uncertain') return null;
  return { start: carried.start, end: carried.end };
}

function carryBy(anchor: Anchor, mapping: Mapping, text: string): Carried {
  const parts = partsOf(anchor, mapping);
  // A quote that does not stand in its own edition was not made there: only its words can be searched for.
  if (!parts.every((part) => isTrue(part, anchor, text))) return locateByWords(anchor, text);
  const together = heaviestTogether(parts, anchor, mapping);
  const share = lengthOf(together) / (anchor.end - anchor.start);
  if (share < enough) {
    const found = searchQuote(anchor, text, mapping);
    if (found.state !== 'gone') return found;
  }
  const hull = hullOf(together, anchor, mapping, text);
  if (!hull || share < worthAsking) return replaced(anchor, mapping, text) ?? { state: 'gone' };
  if (share < enough || !isSure(together, anchor, mapping)) return { state: 'uncertain', ...hull };
  if (!isUnchanged(anchor, hull, share, text)) return { state: 'reworded', ...hull };
  return { state: together.some((part) => part.isMoved) ? 'moved' : 'exact', ...hull };
}

/** Does the anchor quote what stood there? A long quote can be asked at its two ends. */
function isTrue({ was, is, length }: Part, anchor: Anchor, text: string): boolean {
  const from = was - anchor.start;
  if (anchor.hash === undefined)
    return isSamePassage(anchor.quote.slice(from, from + length), text.slice(is, is + length));
  const { head, tail } = endsOf(anchor.quote);
  const inHead = head.slice(from, from + length);
  if (!isSamePassage(inHead, text.slice(is, is + inHead.length))) return false;
  const tailFrom = anchor.end - anchor.start - tail.length;
  const skip = Math.max(0, tailFrom - from);
  const inTail = tail.slice(Math.max(0, from - tailFrom), Math.max(0, from + length - tailFrom));
  return isSamePassage(inTail, text.slice(is + skip, is + skip + inTail.length));
}

/**
 * From the first part to the last. Where the passage's own first or last words were replaced, to the neighbours that
 * were not; and without, or with, the mark of punctuation that belongs to what was cut off there.
 */
function hullOf(parts: readonly Part[], anchor: Range, { kept }: Mapping, text: string): Range | null {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return null;
  const hull = { start: first.is, end: last.is + last.length };
  if (first.was > anchor.start) {
    const mark = /^[\p{P}\s]*\s/u.exec(text.slice(hull.start, hull.start + 8));
    hull.start += mark?.[0].length ?? 0;
    const before = first.isMoved ? undefined : kept[firstPast(kept, anchor.start) - 1];
    const from = before ? pastSpace(text, before[1] + before[2]) : 0;
    const isNext = before !== undefined && anchor.start - before[0] - before[2] <= 1;
    if (isNext && mayReplace(first.was - anchor.start, hull.start - from)) hull.start = from;
  }
  if (last.was + last.length < anchor.end) {
    hull.end += /^[\p{Pe}\p{Pf}\p{Po}]*/u.exec(text.slice(hull.end, hull.end + 4))?.[0].length ?? 0;
    const after = last.isMoved ? undefined : kept[firstPast(kept, anchor.end)];
    const isNext = after !== undefined && after[0] - anchor.end <= 1;
    const to = after ? beforeSpace(text, after[1]) : 0;
    if (isNext && mayReplace(anchor.end - last.was - last.length, to - hull.end)) hull.end = to;
  }
  return hull;
}

/** Something new is longer than what it replaces, but not by much. */
function mayReplace(was: number, is: number): boolean {
  return is > 0 && is <= 2 * was + 12;
}

/** Does what is left of it go on, unbroken, into enough of what stood around it, that it cannot be another? */
function isSure(parts: readonly Part[], anchor: Anchor, mapping: Mapping): boolean {
  if (parts.some(({ length }) => length >= surelyKept)) return true;
  const isWhole = parts[0]?.length === anchor.end - anchor.start;
  if (isWhole && anchor.quote.split(' ').length >= surelyWords) return true;
  const window = {
    start: Math.max(0, anchor.start - surroundings),
    end: Math.min(mapping.length, anchor.end + surroundings),
  };
  const kept = partsOf(window, mapping)
    .filter(({ was, is, length }) =>
      parts.some(
        (part) => part.was - part.is === was - is && part.was < was + length && part.was + part.length > was,
      ),
    )
    .reduce((sum, { length }) => sum + length, 0);
  return kept >= surelyKept || kept >= surelyShared * (window.end - window.start);
}

function isUnchanged(anchor: Anchor, { start, end }: Range, share: number, text: string): boolean {
  if (end - start !== anchor.end - anchor.start || share < 1) return false;
  return anchor.hash !== undefined || isSamePassage(anchor.quote, text.slice(start, end));
}

/** Little of it is left, but its neighbours are, and something new stands between them: that may be it, reworded. */
function replaced(anchor: Range, { kept }: Mapping, text: string): Carried | null {
  const [first, next] = [kept[firstPast(kept, anchor.start)], kept[firstPast(kept, anchor.end)]];
  const before = first && first[0] < anchor.start ? first : kept[firstPast(kept, anchor.start) - 1];
  if (!before || !next) return null;
  const [wasFrom, wasTo] = [Math.min(before[0] + before[2], anchor.start), Math.max(next[0], anchor.end)];
  const start = pastSpace(text, before[1] + wasFrom - before[0]);
  const end = beforeSpace(text, next[1] + wasTo - next[0]);
  const isClose = anchor.start - wasFrom <= 1 && wasTo - anchor.end <= 1;
  if (!isClose || end <= start || !mayReplace(anchor.end - anchor.start, end - start)) return null;
  return { state: 'uncertain', start, end };
}

function pastSpace(text: string, at: number): number {
  return /\s/.test(text.charAt(at)) ? at + 1 : at;
}

function beforeSpace(text: string, at: number): number {
  return /\s/.test(text.charAt(at - 1)) ? at - 1 : at;
}
