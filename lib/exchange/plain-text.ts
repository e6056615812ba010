// Plain text to a reading. Paragraphs are set apart by empty lines, or stand one on a line; lines that an editor
// broke at some width are joined again.

import { canonical, type Tally } from './canonical.ts';
import type { Draft } from './draft.ts';
import { type SettleOptions, settle } from './heading.ts';
import type { Imported } from './refusal.ts';

/** Lines broken by a program are about as long as each other; outside these widths (UTF-16 units) a line is a paragraph. */
const minWidth = 40;
const maxWidth = 100;
/** How far short of the width a broken line may fall, beyond the word that did not fit. */
const slack = 0.15;

/** Text to a reading; every character that is not white space or invisible is kept. */
export function readPlainText(text: string, options: Omit<SettleOptions, 'tally'>): Imported {
  const tally: Tally = new Map();
  const clean = canonical(text, tally);
  const found = [{ text: clean.trim() }];
  return settle(draftsOf(clean), { ...options, tally, found });
}

/** The paragraphs of a canonical text, in order. */
function draftsOf(text: string): Draft[] {
  const chunks = text
    .split(/\n[^\S\n]*\n/)
    .map(linesOf)
    .filter((lines) => lines.length > 0);
  const width = wrapWidth(chunks);
  return chunks.flatMap((lines) => paragraphsOf(lines, width));
}

function linesOf(chunk: string): string[] {
  return chunk
    .split('\n')
    .map((line) => line.replaceAll('\t', ' ').trimEnd())
    .filter((line) => line.trim() !== '');
}

function paragraphsOf(lines: readonly string[], width: number | undefined): Draft[] {
  const paragraphs: string[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const goesOn = before !== undefined && width !== undefined && isBroken(before, line, width);
    if (goesOn) paragraphs.at(-1)?.push(line.trim());
    else paragraphs.push([line.trim()]);
  }
  return paragraphs.map((parts, index) => ({
    type: 'paragraph',
    text: parts.join(' '),
    ...(index > 0 && { joined: true }),
  }));
}

/** The width at which this text's lines were broken; undefined where each line is a paragraph of its own. */
function wrapWidth(chunks: readonly string[][]): number | undefined {
  const several = chunks.filter((lines) => lines.length > 1);
  const width = several.flat().reduce((longest, line) => Math.max(longest, line.length), 0);
  if (width < minWidth || width > maxWidth) return undefined;
  const full = several.flatMap((lines) =>
    lines.filter((line, i) => isBroken(line, lines[i + 1] ?? '', width)),
  );
  // A line broken by a program ends in the middle of a sentence more often than not.
  const midway = full.filter((line) => !/[.!?…]["'”’»)\]]*$/u.test(line));
  return midway.length * 2 > full.length ? width : undefined;
}

/** Was the line broken because the next word did not fit? An indented next line begins a paragraph. */
function isBroken(line: string, next: string, width: number): boolean {
  const word = next.trimStart().split(' ', 1)[0] ?? '';
  const isIndented = indentOf(next) > indentOf(line);
  return word !== '' && !isIndented && line.length + 1 + word.length > width * (1 - slack);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
