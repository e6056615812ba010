// A card from elsewhere, made to fit what a record holds: too many words become several cards, and what else is too long goes
// on beside the card or is cut, which the report says.

import type { LeavingCard } from '#lib/model/card/leaving.ts';
import { type Mark, maxBodyBytes, maxCardBytes, maxMarks, maxTagLength, sizeOf } from '#lib/model/record.ts';
import type { CardReport } from './card-report.ts';

const maxHeadingLength = 200;

/** One card, or several where its words are more than one holds. */
export function fitted(card: LeavingCard, report: CardReport): LeavingCard[] {
  const { tag, note, pocket, hat, block, words = '', marks = [], cite } = card;
  const heading = Object.fromEntries(
    Object.entries({ pocket, hat, block }).flatMap(([level, name]) =>
      name ? [[level, shorter(name, maxHeadingLength, () => report.count('heading-cut'))]] : [],
    ),
  );
  const first = cite ? tag.slice(0, lengthWithin(tag, maxTagLength)) : tag;
  const rest = tag.slice(first.length);
  if (rest) report.count('tag-cut');
  const beside = [rest, note].filter(Boolean).join('\n');
  const room = maxBodyBytes - (cite ? 0 : sizeOf(first) + 1);
  const kept = within(beside, room);
  if (kept !== beside) report.count('note-cut');
  const base = { ...heading, tag: first, ...(kept && { note: kept }) };
  if (!cite) return [base];
  const parts = partsOf(words);
  if (parts.length > 1) report.count('split');
  return parts.map(({ start, end }) => {
    const own = marksWithin(marks, start, end);
    if (own.length > maxMarks) report.count('marks-cut');
    return { ...base, cite, marks: own.slice(0, maxMarks), words: words.slice(start, end) };
  });
}

/** Stretches of whole paragraphs that a card can hold; a paragraph that is longer by itself is cut between two words. */
function partsOf(words: string): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = 0;
  while (start < words.length) {
    const most = start + within(words.slice(start), maxCardBytes).length;
    const end = most >= words.length ? words.length : cutIn(words, start, most);
    parts.push({ start, end });
    start = end;
    while (words[start] === '\n') start++;
  }
  return parts;
}

function cutIn(words: string, start: number, most: number): number {
  for (const sign of ['\n', ' ']) {
    const at = words.lastIndexOf(sign, most);
    if (at > start) return sign === '\n' ? at : at + 1;
  }
  return most;
}

function marksWithin(marks: readonly Mark[], start: number, end: number): Mark[] {
  return marks.flatMap((mark) => {
    const [from, to] = [Math.max(mark.start, start), Math.min(mark.end, end)];
    return from < to ? [{ kind: mark.kind, start: from - start, end: to - start }] : [];
  });
}

function shorter(text: string, length: number, onCut: () => void): string {
  if (text.length <= length) return text;
  onCut();
  return text.slice(0, lengthWithin(text, length)).trim();
}

/** As many UTF-16 units as fit without cutting a sign in two. */
function lengthWithin(text: string, length: number): number {
  if (text.length <= length) return text.length;
  return /[\uD800-\uDBFF]/.test(text[length - 1] ?? '') ? length - 1 : length;
}

/** The beginning of a text that takes no more than so many bytes. */
function within(text: string, bytes: number): string {
  if (text.length * 3 <= bytes || sizeOf(text) <= bytes) return text;
  let [low, high] = [0, Math.min(text.length, bytes)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sizeOf(text.slice(0, middle)) <= bytes) low = middle;
    else high = middle - 1;
  }
  return text.slice(0, lengthWithin(text, low));
}
