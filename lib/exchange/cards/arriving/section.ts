// One tag of a Word file with the lines below it: which line is the cite, which stand beside the card, and which are its
// words with their marks. What has neither cite nor marks is an argument.

import type { LeavingCard } from '#lib/model/card/leaving.ts';
import { normalised } from '#lib/model/card/marks.ts';
import { type Mark, markKinds } from '#lib/model/record.ts';
import type { Range } from '#lib/model/text/text.ts';
import type { Headed } from '../cites-part.ts';
import type { CardReport } from './card-report.ts';
import { citeOf, looksLikeCite } from './cite-line.ts';
import { type Line, textOf } from './word-lines.ts';

/** The card or argument of these lines, of which the first is the tag; null where there are no words in them. */
export function cardUnder(
  lines: readonly Line[],
  known: (lines: readonly string[]) => Headed | undefined,
  report: CardReport,
): LeavingCard | null {
  const texts = lines.map(textOf);
  if (texts.every((text) => text.trim() === '')) return null;
  const tag = oneLine(texts[0] ?? '');
  const headed = known(texts);
  if (headed) {
    const { head, cite } = headed;
    const words = wordsOf(lines.slice(head.length));
    const note = noteOf(texts.slice(1, head.length - 1));
    if (words.words !== '') return { tag: texts[0] ?? '', cite, ...note, ...words };
  }
  if (tag === '') report.count('untagged');
  const cited = citeLinesIn(lines);
  const isCard = cited !== null || lines.slice(1).some(isMarked);
  const words = wordsOf(lines.slice(cited?.end ?? 1));
  if (lines[0]?.isAnalytic || !isCard || words.words === '') return { tag, ...noteOf(texts.slice(1)) };
  return { tag, ...citeAbove(lines, texts, cited, report), ...words };
}

/** A heading or a tag that was broken over lines. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\n\t]\s*/gu, ' ').trim();
}

/** The lines that a style says hold the cite; else a line above the first mark that looks like one. */
function citeLinesIn(lines: readonly Line[]): Range | null {
  const firstMark = lines.findIndex((line, i) => i > 0 && isMarked(line));
  const end = firstMark < 0 ? lines.length : firstMark;
  const styled = lines.findIndex((line, i) => i > 0 && i < end && line.pieces.some(({ isCite }) => isCite));
  if (styled > 0) return { start: styled, end: styled + (isRestOfCite(lines[styled + 1]) ? 2 : 1) };
  const looks = firstMark < 0 ? -1 : lines.findIndex((line, i) => i > 0 && i < end && looksLikeCite(line));
  return looks < 0 ? null : { start: looks, end: looks + 1 };
}

/** Some break the line after surname and date, and go on in brackets. */
function isRestOfCite(line: Line | undefined): boolean {
  return line !== undefined && !isMarked(line) && /^\s*[[(][^\n]*[\])]\W*\w{0,5}\s*$/u.test(textOf(line));
}

function citeAbove(
  lines: readonly Line[],
  texts: readonly string[],
  cited: Range | null,
  report: CardReport,
): Pick<LeavingCard, 'cite' | 'note'> {
  if (cited === null) {
    report.count('cite-missing');
    return { cite: { author: '' } };
  }
  const pieces = lines.slice(cited.start, cited.end).flatMap((line) => [...line.pieces, blank]);
  const cite = citeOf({ pieces });
  report.count(cite ? 'cite-guessed' : 'cite-kept-whole');
  return cite
    ? { cite, ...noteOf(texts.slice(1, cited.start)) }
    : { cite: { author: '' }, ...noteOf(texts.slice(1, cited.end)) };
}

const blank = {
  text: ' ',
  underline: false,
  emphasis: false,
  highlight: false,
  isCite: false,
  isBold: false,
};

function isMarked({ pieces }: Line): boolean {
  return pieces.some(({ underline, emphasis, highlight }) => underline || emphasis || highlight);
}

function noteOf(texts: readonly string[]): Pick<LeavingCard, 'note'> {
  const note = texts.join('\n').replace(/^\s*\n|\s+$/gu, '');
  return note ? { note } : {};
}

/** The words of a card, one line a paragraph, with the marks that lie on them. */
function wordsOf(lines: readonly Line[]): { words: string; marks: Mark[] } {
  const full = lines.filter((line) => textOf(line).trim() !== '');
  const marks: Mark[] = [];
  let words = '';
  for (const [i, { pieces }] of full.entries()) {
    if (i > 0) words += '\n';
    for (const piece of pieces) {
      const [start, end] = [words.length, words.length + piece.text.length];
      for (const kind of markKinds) if (piece[kind]) marks.push({ kind, start, end });
      words += piece.text;
    }
  }
  return { words, marks: normalised(joinedOver(marks, words), words.length) };
}

/** A mark that goes on in the next paragraph is one: a paragraph’s end carries no looks of its own. */
function joinedOver(marks: readonly Mark[], words: string): Mark[] {
  const begin = new Set(marks.map(({ kind, start }) => `${kind} ${start}`));
  return marks.map((mark) =>
    words[mark.end] === '\n' && begin.has(`${mark.kind} ${mark.end + 1}`)
      ? { ...mark, end: mark.end + 1 }
      : mark,
  );
}
