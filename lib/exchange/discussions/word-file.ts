// The Word file of a discussion: the text, and each thread as a real comment on its passage with its answers under it.
// Word knows one level of answers, so each says in its first line which note it answers. Seconds of work for a large room:
// it runs in a thread of its own (worker/), which word.ts starts.

import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  HeadingLevel,
  type ICommentOptions,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { stanceNames } from '#lib/model/stance-names.ts';
import { type Block, startsOf } from '#lib/model/text/text.ts';
import type { Discussion, Saying } from './discussion.ts';
import { type NoteParagraph, noteWords } from './note-words.ts';

/** What a Word file is written from: a text and what was said of it, as it can be handed to another thread. */
export type Threads = { title: string; reading: Discussion['reading']; sayings: readonly Saying[] };

/** How many comments are made between two words on how far it is. */
const commentsAPart = 200;

/** Writes the file; `onWritten` is told how many comments are made. Packing them, which is most of the work, tells nothing. */
export async function wordFile(
  threads: Threads,
  onWritten: (count: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const comments: ICommentOptions[] = [];
  for (const comment of commentsOf(threads.sayings)) {
    comments.push(comment);
    if (comments.length % commentsAPart === 0) onWritten(comments.length);
  }
  onWritten(comments.length);
  return new Uint8Array(await Packer.toBuffer(documentOf(threads, comments)));
}

function documentOf({ title, reading, sayings }: Threads, comments: ICommentOptions[]): Document {
  const marks = marksOf(sayings);
  const starts = startsOf(reading.blocks);
  const heading = [reading.standfirst, reading.byline, reading.credit, reading.source].filter(Boolean);
  return new Document({
    title: clean(title),
    creator: 'Counterpoint',
    comments: { children: comments },
    styles: {
      default: {
        document: { run: { font: 'Georgia', size: 23 }, paragraph: { spacing: { after: 160, line: 320 } } },
      },
    },
    sections: [
      {
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            children: [
              ...marks.whole.map((id) => new CommentRangeStart(id)),
              ...runs(reading.title),
              ...closing(marks.whole),
            ],
          }),
          ...heading.map((line) => new Paragraph({ children: runs(line ?? '', { italics: true }) })),
          ...reading.blocks.map((block, i) => paragraphOf(block, starts[i] ?? 0, marks)),
        ],
      },
    ],
  });
}

/** Which comments begin and end where; `whole` are those about no passage that stands in the text. */
type Marks = { opens: Map<number, number[]>; closes: Map<number, number[]>; cuts: number[]; whole: number[] };

function marksOf(sayings: readonly Saying[]): Marks {
  const marks: Marks = { opens: new Map(), closes: new Map(), cuts: [], whole: [] };
  let root = { start: -1, end: -1 };
  for (const [id, { level, passage }] of sayings.entries()) {
    // An answer stands where its thread does, whatever it cites: Word shows them as one.
    if (level === 0) root = { start: passage?.start ?? -1, end: passage?.end ?? -1 };
    if (root.start < 0) marks.whole.push(id);
    else {
      add(marks.opens, root.start, id);
      add(marks.closes, root.end, id);
      marks.cuts.push(root.start, root.end);
    }
  }
  marks.cuts = [...new Set(marks.cuts)].sort((a, b) => a - b);
  return marks;
}

function add(map: Map<number, number[]>, at: number, id: number): void {
  const known = map.get(at);
  if (known) known.push(id);
  else map.set(at, [id]);
}

function closing(ids: readonly number[]): ParagraphChild[] {
  return ids.flatMap((id) => [
    new CommentRangeEnd(id),
    new TextRun({ children: [new CommentReference(id)] }),
  ]);
}

const headings = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2, 4: HeadingLevel.HEADING_3 } as const;

function paragraphOf(block: Block, from: number, marks: Marks): Paragraph {
  const to = from + block.text.length;
  const spans = block.spans ?? [];
  const cuts = new Set([from, to]);
  for (const { start, end } of spans) cuts.add(from + start).add(from + end);
  for (let i = firstFrom(marks.cuts, from); i < marks.cuts.length && (marks.cuts[i] ?? 0) <= to; i++)
    cuts.add(marks.cuts[i] ?? from);
  // A footnote's mark is no part of its words.
  const children: ParagraphChild[] = block.mark === undefined ? [] : runs(`${block.mark} `);
  const places = [...cuts].sort((a, b) => a - b);
  for (const [i, at] of places.entries()) {
    // The line feed after this block is one offset: what ends there ends here, what begins there begins in the next.
    children.push(...closing(at > from ? (marks.closes.get(at) ?? []) : []));
    if (at < to) children.push(...(marks.opens.get(at) ?? []).map((id) => new CommentRangeStart(id)));
    const next = places[i + 1];
    if (next === undefined) continue;
    const has = (type: string) =>
      spans.some((span) => span.type === type && from + span.start <= at && next <= from + span.end);
    children.push(
      ...runs(block.text.slice(at - from, next - from), { bold: has('strong'), italics: has('emphasis') }),
    );
  }
  return new Paragraph({
    children,
    ...(block.type === 'heading' && { heading: headings[(block.level ?? 2) as 2 | 3 | 4] }),
    ...(block.type === 'quotation' && { indent: { left: 560 } }),
    ...(block.type === 'item' && { bullet: { level: 0 } }),
  });
}

function firstFrom(cuts: readonly number[], at: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function* commentsOf(sayings: readonly Saying[]): Generator<ICommentOptions> {
  let root = 0;
  for (const [id, saying] of sayings.entries()) {
    if (saying.level === 0) root = id;
    const author = saying.author || (saying.state === 'said' ? 'Someone' : 'Counterpoint');
    yield {
      id,
      author: clean(author),
      initials: clean(initialsOf(author)),
      ...(saying.at && { date: new Date(saying.at) }),
      children: wordsOf(saying),
      ...(id !== root && { parentId: root }),
      ...(saying.resolved && { resolved: true }),
    };
  }
}

function initialsOf(name: string): string {
  return name
    .split(/\s+/u)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 4);
}

function wordsOf(saying: Saying): Paragraph[] {
  const { state, number, parent, stance, tags, reactions, passage, level } = saying;
  if (state !== 'said') return [new Paragraph({ children: runs(`${number} (${state})`, { italics: true }) })];
  const above = parent === undefined ? undefined : number.slice(0, number.lastIndexOf('.'));
  const head = [
    number,
    passage?.page !== undefined && `p. ${passage.page}`,
    stance && stanceNames[stance],
    level > 1 && above && `to ${above}`,
    ...tags.map((tag) => `#${tag}`),
    ...[...reactions].map(([kind, count]) => `${count} × ${kind.replace('-', ' ')}`),
  ];
  const cited =
    passage && (level > 0 || passage.start === undefined) ? [quotation(passage.quote, passage.page)] : [];
  return [
    new Paragraph({ children: runs(head.filter(Boolean).join(' · '), { bold: true }) }),
    ...cited,
    ...noteWords(saying.body).map(noteParagraph),
  ];
}

function quotation(quote: string, page: string | undefined): Paragraph {
  const cited = page === undefined ? [] : runs(` (p. ${page})`);
  return new Paragraph({
    children: [...runs(`“${quote.replaceAll('\n', ' ')}”`, { italics: true }), ...cited],
    indent: { left: 280 },
  });
}

function noteParagraph({ look, runs: words }: NoteParagraph): Paragraph {
  const children = words.flatMap(({ text, bold = false, italic = false, code, href }) => [
    ...runs(text, { bold, italics: italic, ...(code && { font: 'Courier New' }) }),
    // Where the words are not the address themselves it follows them: comments have no links in every Word.
    ...(href !== undefined && href !== text ? runs(` (${href})`) : []),
  ]);
  return new Paragraph({
    children: look === 'item' ? [...runs('• '), ...children] : children,
    ...(look === 'quotation' && { indent: { left: 280 } }),
  });
}

/** One run a line: Word breaks lines by an element, not by a character. */
function runs(text: string, style: { bold?: boolean; italics?: boolean; font?: string } = {}): TextRun[] {
  return clean(text)
    .split('\n')
    .map((line, i) => new TextRun({ ...style, text: line, ...(i > 0 && { break: 1 }) }));
}

/** What XML cannot hold at all would make the whole file unreadable. */
function clean(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, '');
}
