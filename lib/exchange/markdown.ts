// Markdown to a reading. CommonMark is parsed by mdast-util-from-markdown; raw HTML in it goes through the HTML importer,
// so that there is one place that decides what markup may come in.

import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Heading } from '#lib/model/text/text.ts';
import type { Said } from '#lib/words/said.ts';
import { canonical, type Tally } from './canonical.ts';
import { DraftWriter, type Shape, type SpanKind, safeHref } from './draft.ts';
import { type SettleOptions, settle } from './heading.ts';
import { draftsOfHtml } from './html.ts';
import { type Imported, refuse } from './refusal.ts';

// The parser is quadratic in nested containers and in the marks of one paragraph (4,000 of either take seconds, measured),
// and it shares a thread with everyone's room. No text written by a person comes near these.
const maxLength = 1 << 20;
const maxMarks = 50_000;
const maxMarksTogether = 2_000;
const maxLines = 50_000;
const maxLeads = 50_000;
const tooNested = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))){50}|^[ \t]{200}/m;
const mark = /[*_[\]<&`!]/g;
/** What may open quotations and lists at the start of a line, or go on with them. */
const lead = /^[ \t>*+\d.)-]+/gm;

/** Markdown to a reading. Headings below the title keep levels 2 to 4; code becomes a paragraph a line. */
export function readMarkdown(text: string, options: Omit<SettleOptions, 'tally'>): Imported {
  const tally: Tally = new Map();
  const { stated, body } = frontMatterOf(canonical(text, tally));
  if (isTooComplex(body)) return refuse('too-complex', { key: 'refusal.markdownTooComplex' });
  const writer = new DraftWriter(tally);
  const report = new Set(options.report);
  writeBlocks(fromMarkdown(body), { type: 'paragraph' }, { writer, report, tally });
  const all = { ...options, stated: { ...stated, ...options.stated }, tally };
  return settle(writer.drafts, { ...all, report: [...report] });
}

function isTooComplex(body: string): boolean {
  if (body.length > maxLength || tooNested.test(body)) return true;
  const leads = body.match(lead) ?? [];
  if ((body.match(/\n/g)?.length ?? 0) > maxLines || sum(leads.map((text) => text.length)) > maxLeads)
    return true;
  const marks = body.split(/\n[ \t]*\n/).map((chunk) => chunk.match(mark)?.length ?? 0);
  return marks.some((n) => n > maxMarksTogether) || sum(marks) > maxMarks;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

const frontMatter = /^---[ \t]*\n([\s\S]{0,4000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const stateable: Record<string, keyof Heading> = {
  title: 'title',
  standfirst: 'standfirst',
  subtitle: 'standfirst',
  byline: 'byline',
  author: 'byline',
  credit: 'credit',
  source: 'source',
};

/** Splits off a block of `key: value` lines between `---`, as site generators write it. */
function frontMatterOf(text: string): { stated: Partial<Heading>; body: string } {
  const match = frontMatter.exec(text);
  const lines = match?.[1]?.split('\n') ?? [];
  if (!match || !lines.every((line) => /^(?:[\w-]+:.*|\s.*|#.*|)$/.test(line)))
    return { stated: {}, body: text };
  const stated: Partial<Heading> = {};
  for (const line of lines) {
    const [, key = '', value = ''] = /^([\w-]+):\s*(.*?)\s*$/.exec(line) ?? [];
    const name = stateable[key.toLowerCase()];
    if (name && value) stated[name] = value.replace(/^(["'])(.*)\1$/, '$2');
  }
  return { stated, body: text.slice(match[0].length) };
}

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root['children'][number];
type Parent = Extract<Node, { children: unknown[] }>;
// Each is said once, however often it happened.
const htmlReduced: Said = { key: 'remark.htmlReduced' };
const noPictures: Said = { key: 'remark.pictures' };

type Writing = { writer: DraftWriter; report: Set<Said>; tally: Tally };

/** The blocks of a document, quotation or list. */
function writeBlocks(parent: Parent, shape: Shape, writing: Writing): void {
  for (const [index, child] of parent.children.entries()) {
    const isLead = parent.type === 'root' && isStandfirst(parent.children, index);
    writeBlock(child, isLead ? { ...shape, lead: 'standfirst' } : shape, writing);
  }
}

/** A paragraph all in emphasis right under the title is how Markdown writes a standfirst. */
function isStandfirst(siblings: readonly Node[], index: number): boolean {
  const [title, node] = [siblings[index - 1], siblings[index]];
  const isUnderTitle = index === 1 && title?.type === 'heading' && title.depth === 1;
  return (
    isUnderTitle && node?.type === 'paragraph' && node.children.every((part) => part.type === 'emphasis')
  );
}

function writeBlock(node: Node, shape: Shape, writing: Writing): void {
  const { writer } = writing;
  switch (node.type) {
    case 'heading':
      writeWords(node, writing);
      writer.flush(headingShape(node.depth, writer));
      break;
    case 'paragraph':
      writeWords(node, writing);
      writer.flush(isPicture(node) ? { type: 'caption' } : shape);
      break;
    case 'blockquote':
      writeBlocks(node, { type: 'quotation' }, writing);
      break;
    case 'list':
      writeBlocks(node, { type: 'item', ordered: node.ordered === true }, writing);
      break;
    case 'code':
      writeCode(node.value, writer);
      break;
    case 'html':
      writeHtml(node.value, writing);
      break;
    default:
      if ('children' in node) writeBlocks(node, shape, writing);
  }
}

function headingShape(depth: number, writer: DraftWriter): Shape {
  const isTitle = depth === 1 && !writer.drafts.some((draft) => draft.lead === 'title');
  const level = Math.min(Math.max(depth, 2), 4);
  return { type: 'heading', level, ...(isTitle && { lead: 'title' }) };
}

function isPicture(node: Parent): boolean {
  return node.children.length === 1 && node.children[0]?.type === 'image';
}

function writeCode(code: string, writer: DraftWriter): void {
  for (const line of code.split('\n')) {
    writer.text(line);
    writer.flush({ type: 'paragraph' });
  }
}

function writeHtml(html: string, { writer, report, tally }: Writing): void {
  const read = draftsOfHtml(html, tally);
  if (!read.ok) return;
  writer.drafts.push(...read.drafts);
  report.add(htmlReduced);
}

/** The words of one block. */
function writeWords(parent: Parent, writing: Writing): void {
  for (const child of parent.children) writePhrase(child, writing);
}

function writePhrase(node: Node, writing: Writing): void {
  const { writer, report } = writing;
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      writer.text(node.value);
      break;
    case 'break':
      writer.text(' ');
      break;
    case 'html':
      // A tag between words carries none; the words themselves are their own nodes.
      if (/^<br\b/i.test(node.value)) writer.text(' ');
      break;
    case 'image':
    case 'imageReference':
      writer.text(node.alt ?? '');
      report.add(noPictures);
      break;
    default:
      if ('children' in node) writeSpan(node, writing);
  }
}

function writeSpan(node: Parent, writing: Writing): void {
  const kind = spanOf(node);
  if (kind) writing.writer.open(kind);
  writeWords(node, writing);
  if (kind) writing.writer.close();
}

function spanOf(node: Parent): SpanKind | undefined {
  if (node.type === 'emphasis' || node.type === 'strong') return { type: node.type };
  const href = node.type === 'link' ? safeHref(node.url) : undefined;
  return href === undefined ? undefined : { type: 'link', href };
}
