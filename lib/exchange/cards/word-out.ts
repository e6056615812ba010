// Cards as a Word file with the styles that debaters' templates know by their ids: headings 1 to 4 are pocket, hat, block
// and tag, and three character styles are cite, underline and emphasis. Read-aloud words are highlighted directly.

import {
  BorderStyle,
  Document,
  HeadingLevel,
  type IRunOptions,
  Packer,
  Paragraph,
  TextRun,
  UnderlineType,
} from 'docx';
import { citeParts } from '#lib/model/card/cite.ts';
import type { CardShape, Leaving, LeavingCard } from '#lib/model/card/leaving.ts';
import { type Run, runsOf, signStart } from '#lib/model/card/marks.ts';
import { readAloud } from '#lib/model/card/reading-time.ts';
import { citeLine, clean, type Headed, withCites } from './cites-part.ts';
import { stopSign } from './stop-sign.ts';

/** In half points, as Word counts. */
const size = { read: 22, unread: 16, cite: 26 } as const;

/** Said of what the text could not hold, by those who cut cards; it must stay legible where the rest is shrunk. */
const omission = /(\[[^\][]{0,60}\bomitted\b[^\][]{0,60}\])/i;

/**
 * The bytes of a `.docx`. In `read-aloud` stand only the words read (`readAloud`), stretches apart by a blank; in
 * `marked` it is said in the words where reading stopped.
 */
export async function writeCards({ title, shape, cards }: Leaving): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: clean(title),
    creator: 'Counterpoint',
    styles,
    sections: [{ children: paragraphsOf(cards, shape) }],
  });
  return withCites(await Packer.toBuffer(document), cards.flatMap(headOf));
}

/** The lines above a card’s words, as they are read in the file, with the parts of its cite. */
function headOf({ tag, note, cite }: LeavingCard): Headed[] {
  if (!cite) return [];
  return [{ head: [clean(tag), ...linesIn(note).map(clean), citeLine(cite)], cite }];
}

/** What stands beside a card; an empty line parts two paragraphs of it. */
function linesIn(note = ''): string[] {
  return note.trim() === '' ? [] : note.split('\n');
}

const styles = {
  default: {
    document: { run: { font: 'Calibri', size: size.read }, paragraph: { spacing: { after: 80 } } },
    heading1: {
      run: { bold: true, size: 52 },
      paragraph: { spacing: { before: 240 }, pageBreakBefore: true },
    },
    heading2: { run: { bold: true, size: 44, underline: { type: UnderlineType.DOUBLE } } },
    heading3: { run: { bold: true, size: 32, underline: { type: UnderlineType.SINGLE } } },
    heading4: {
      run: { bold: true, size: size.cite },
      paragraph: { spacing: { before: 120 }, keepNext: true },
    },
  },
  characterStyles: [
    {
      id: 'Style13ptBold',
      name: 'Style 13 pt Bold',
      quickFormat: true,
      run: { bold: true, size: size.cite },
    },
    {
      id: 'StyleUnderline',
      name: 'Style Underline',
      quickFormat: true,
      run: { size: size.read, underline: { type: UnderlineType.SINGLE } },
    },
    {
      id: 'Emphasis',
      name: 'Emphasis',
      quickFormat: true,
      run: {
        bold: true,
        size: size.read,
        underline: { type: UnderlineType.SINGLE },
        border: { style: BorderStyle.SINGLE, size: 8, space: 0, color: 'auto' },
      },
    },
  ],
};

function paragraphsOf(cards: readonly LeavingCard[], shape: CardShape): Paragraph[] {
  let above: Pick<LeavingCard, 'pocket' | 'hat' | 'block'> = {};
  return cards.flatMap((card) => {
    const headings = headingsBetween(above, card);
    above = card;
    return [...headings, ...cardParagraphs(card, shape)];
  });
}

/** The headings that begin before a card: from the first level that differs from the card above, downwards. */
function headingsBetween(above: Partial<LeavingCard>, card: LeavingCard): Paragraph[] {
  const levels = [
    { name: 'pocket', heading: HeadingLevel.HEADING_1 },
    { name: 'hat', heading: HeadingLevel.HEADING_2 },
    { name: 'block', heading: HeadingLevel.HEADING_3 },
  ] as const;
  const first = levels.findIndex(({ name }) => (above[name] ?? '') !== (card[name] ?? ''));
  if (first < 0) return [];
  return levels.slice(first).flatMap(({ name, heading }, i) => {
    // An empty one ends the heading above it: what follows stands under none of this level.
    const isEnd = i === 0 && !card[name];
    return card[name] || isEnd ? [headingOf(card[name] ?? '', heading)] : [];
  });
}

function headingOf(words: string, heading: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph {
  return new Paragraph({ heading, children: words ? [new TextRun(clean(words))] : [] });
}

function cardParagraphs(
  { tag, note, cite, marks = [], words = '', stopped }: LeavingCard,
  shape: CardShape,
): Paragraph[] {
  const head = [
    headingOf(tag, HeadingLevel.HEADING_4),
    ...linesIn(note).map((line) => new Paragraph({ children: line ? [new TextRun(clean(line))] : [] })),
  ];
  if (!cite) return head;
  const cited = citeParts(cite).map(
    ({ text, isCite }) => new TextRun({ text: clean(text), ...(isCite && { style: 'Style13ptBold' }) }),
  );
  const stop = shape === 'marked' && stopped !== undefined ? signStart(words, stopped) : undefined;
  const read = shape === 'read-aloud' ? readAloud(words, marks) : [{ start: 0, end: words.length }];
  const runs = runsOf(words, marks).flatMap((run) => within(run, read));
  const lines = linesOf(runs).map(
    (line) => new Paragraph({ children: line.flatMap((run) => textOf(run, stop)) }),
  );
  return [...head, new Paragraph({ children: cited }), ...lines];
}

/** The parts of a run that lie in these stretches; the end of a stretch takes a blank with it. */
function within(run: Run, stretches: readonly { start: number; end: number }[]): Run[] {
  return stretches.flatMap(({ start, end }, i) => {
    const [from, to] = [Math.max(start, run.start), Math.min(end, run.end)];
    if (from >= to) return [];
    const gap = to === end && i < stretches.length - 1 ? ' ' : '';
    return [{ ...run, start: from, end: to, text: run.text.slice(from - run.start, to - run.start) + gap }];
  });
}

/** The runs of each paragraph. */
function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    let at = run.start;
    for (const [i, text] of run.text.split('\n').entries()) {
      if (i > 0) lines.push([]);
      if (text) lines.at(-1)?.push({ ...run, start: at, end: at + text.length, text });
      at += text.length + 1;
    }
  }
  return lines.filter((line) => line.length > 0);
}

/** A run as Word has it, cut where reading stopped and around what says that something was left out. */
function textOf(run: Run, stop: number | undefined): TextRun[] {
  if (stop === undefined || stop < run.start || stop >= run.end) return styled(run);
  const cut = stop - run.start;
  return [
    ...styled({ ...run, text: run.text.slice(0, cut) }),
    new TextRun({ text: stopSign, bold: true, size: size.read, color: 'C00000' }),
    ...styled({ ...run, text: run.text.slice(cut) }),
  ];
}

function styled(run: Run): TextRun[] {
  const { underline, emphasis, highlight } = run;
  const style: IRunOptions = {
    ...(emphasis ? { style: 'Emphasis' } : underline ? { style: 'StyleUnderline' } : {}),
    // Emphasised words look underlined by their style; that they are said to be is kept beside it.
    ...(emphasis && underline && { underline: { type: UnderlineType.SINGLE } }),
    ...(highlight && { highlight: 'cyan' }),
  };
  if (underline || emphasis || highlight)
    return run.text ? [new TextRun({ ...style, text: clean(run.text) })] : [];
  return run.text
    .split(omission)
    .filter(Boolean)
    .map((text) => new TextRun({ text: clean(text), size: omission.test(text) ? size.read : size.unread }));
}
