// HTML to a reading: a page reduced to our blocks. Nothing of its markup survives, for we never copy markup:
// words are read from the parsed tree and anything not named here is left out. The walk is a loop, never recursion.

import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import type { Said } from '#lib/words/said.ts';
import { canonicalLine, type Tally } from './canonical.ts';
import { type Draft, DraftWriter, type Shape, type SpanKind, safeHref } from './draft.ts';
import { type SettleOptions, settle } from './heading.ts';
import { type Notes, notesIn } from './html-notes.ts';
import {
  attribute,
  type Element,
  elementsOf,
  inline,
  type LeftOut,
  leftOut,
  type Node,
  wordsOf,
} from './html-tree.ts';
import { type Imported, type Refused, refuse } from './refusal.ts';

// The standard makes a parser reopen unclosed formatting in every paragraph, which grows with the square of the page.
const maxElements = 200_000;

const silent = new Set(['head', 'link', 'meta', 'base', 'title', 'source', 'track', 'param']);

const emphases: Record<string, 'emphasis' | 'strong'> = {
  em: 'emphasis',
  i: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  b: 'strong',
  strong: 'strong',
};

const standfirstClass = /(?:^|[\s_-])(?:standfirst|subtitle|subhead(?:line)?|dek|deck)(?:$|[\s_-])/i;
const bylineClass = /(?:^|[\s_-])byline(?:$|[\s_-])/i;

/** An HTML page or fragment to a reading; its title from the first h1, else from the page's title. */
export function readHtml(html: string, options: Omit<SettleOptions, 'tally'>): Imported {
  const tally: Tally = new Map();
  const read = draftsOfHtml(html, tally);
  if (!read.ok) return read;
  const fallbackTitle = read.pageTitle || options.fallbackTitle;
  const report = [...(options.report ?? []), ...read.report];
  return settle(read.drafts, { ...options, ...(fallbackTitle && { fallbackTitle }), report, tally });
}

/** A page's blocks before its title is settled. */
export function draftsOfHtml(
  html: string,
  tally: Tally,
): { ok: true; drafts: Draft[]; pageTitle: string; report: Said[] } | Refused {
  const document = parseBounded(html);
  if (!document) return refuse('too-complex', { key: 'refusal.tooManyElements' });
  const elements = elementsOf(document);
  const root = contentRoot(elements) ?? document;
  const walk: Walk = {
    writer: new DraftWriter(tally),
    shapes: [],
    omitted: new Set(),
    wasBreak: false,
    pre: 0,
    notes: notesIn(elements),
  };
  const h1 = elements.find((element) => element.tagName === 'h1' && wordsOf(element).trim() !== '');
  walkTree(root, walk, h1);
  walkNotesBeyond(root, walk);
  const drafts = walk.writer.drafts;
  if (h1 && !drafts.some((draft) => draft.lead === 'title')) drafts.unshift(...titleDraft(h1, tally));
  const pageTitle = elements.find((element) => element.tagName === 'title' && !isForeign(element));
  const report = [...walk.omitted].map((what): Said => ({ key: `remark.leftOut.${what}` }));
  return { ok: true, drafts, pageTitle: pageTitle ? wordsOf(pageTitle).trim() : '', report };
}

class TooManyElements extends Error {}

function parseBounded(html: string): DefaultTreeAdapterTypes.Document | undefined {
  let count = 0;
  const onItemPush = () => {
    if (++count > maxElements) throw new TooManyElements();
  };
  try {
    return parse(html, { treeAdapter: { ...defaultTreeAdapter, onItemPush } });
  } catch (error) {
    if (error instanceof TooManyElements) return undefined;
    throw error;
  }
}

/** The one article of a page, else its one main part; undefined where the page does not say. */
function contentRoot(elements: readonly Element[]): Element | undefined {
  for (const tag of ['article', 'main']) {
    const [only, ...more] = elements.filter((element) => element.tagName === tag);
    if (only && more.length === 0 && wordsOf(only).trim() !== '') return only;
  }
  return undefined;
}

/** A headline that stands outside the article, as many pages have it. */
function titleDraft(h1: Element, tally: Tally): Draft[] {
  const text = canonicalLine(wordsOf(h1), tally);
  return text ? [{ type: 'heading', level: 2, lead: 'title', text }] : [];
}

type Walk = {
  writer: DraftWriter;
  /** What the elements around say a block here is, the innermost last. */
  shapes: Shape[];
  omitted: Set<LeftOut>;
  /** The last thing met was a line break: a second one ends the paragraph. */
  wasBreak: boolean;
  /** How many `pre` stand around: their line ends are the author's. */
  pre: number;
  notes: Notes;
};

type Step = { enter: Node } | { leave: () => void };

function walkTree(root: Node, walk: Walk, title: Element | undefined): void {
  const steps: Step[] = [{ enter: root }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    if ('leave' in step) {
      step.leave();
      continue;
    }
    const node = step.enter;
    if (node.nodeName === '#text' && 'value' in node) writeText(node.value, walk);
    if (!('childNodes' in node)) continue;
    const leave = 'tagName' in node && node !== root ? enterElement(node, walk, title) : () => flush(walk);
    if (!leave) continue;
    steps.push({ leave });
    for (const child of node.childNodes.toReversed()) steps.push({ enter: child });
  }
}

function flush(walk: Walk): void {
  walk.writer.flush(walk.shapes.at(-1) ?? { type: 'paragraph' });
  walk.wasBreak = false;
}

function writeText(text: string, walk: Walk): void {
  if (text.trim() !== '') walk.wasBreak = false;
  const lines = walk.pre > 0 ? text.split('\n') : [text];
  for (const [index, line] of lines.entries()) {
    if (index > 0) flush(walk);
    walk.writer.text(line);
  }
}

/** Begins an element; returns what ends it, or nothing where it and all in it is left out. */
function enterElement(element: Element, walk: Walk, title: Element | undefined): (() => void) | undefined {
  const { tagName } = element;
  const isNote = walk.notes.bodies.has(element);
  const omitted = isNote ? undefined : (leftOut[tagName] ?? (isHidden(element) ? 'hidden' : undefined));
  if (omitted) walk.omitted.add(omitted);
  if (omitted || silent.has(tagName) || walk.notes.backlinks.has(element)) return undefined;
  if (tagName === 'br') return breakLine(walk);
  if (inline.has(tagName)) return enterInline(element, walk);
  flush(walk);
  const around = walk.shapes.at(-1);
  const shape = noteShape(element, around, walk.notes) ?? shapeOf(element, around, element === title);
  walk.shapes.push(shape);
  if (tagName === 'pre') walk.pre++;
  return () => {
    flush(walk);
    walk.shapes.pop();
    if (tagName === 'pre') walk.pre--;
  };
}

/** Whatever stands in a footnote is footnote. */
function noteShape(element: Element, around: Shape | undefined, { bodies }: Notes): Shape | undefined {
  const note = bodies.get(element);
  if (note) return { type: 'footnote', ...note };
  return around?.type === 'footnote' ? around : undefined;
}

/** Footnotes that stand outside the article they belong to. */
function walkNotesBeyond(root: Node, walk: Walk): void {
  const reached = new Set(walk.writer.drafts.map((draft) => draft.key));
  for (const [element, { key }] of walk.notes.bodies) {
    if (reached.has(key) || element === root) continue;
    walk.shapes.push({ type: 'footnote', ...walk.notes.bodies.get(element) });
    walkTree(element, walk, undefined);
    walk.shapes.pop();
  }
}

function breakLine(walk: Walk): () => void {
  if (walk.wasBreak) flush(walk);
  else walk.writer.text(' ');
  return () => {
    walk.wasBreak = true;
  };
}

function enterInline(element: Element, walk: Walk): () => void {
  const note = walk.notes.marks.get(element);
  const kind: SpanKind | undefined = note ? { type: 'note', to: note } : spanOf(element);
  if (!kind) return () => {};
  walk.writer.open(kind);
  return () => walk.writer.close();
}

function spanOf(element: Element): SpanKind | undefined {
  const type = emphases[element.tagName];
  if (type) return { type };
  const href = element.tagName === 'a' ? safeHref(attribute(element, 'href')) : undefined;
  return href === undefined ? undefined : { type: 'link', href };
}

function shapeOf(element: Element, around: Shape | undefined, isTitle: boolean): Shape {
  const { tagName } = element;
  if (isTitle) return { type: 'heading', level: 2, lead: 'title' };
  if (/^h[1-6]$/.test(tagName)) {
    const level = Math.min(Math.max(Number(tagName[1]), 2), 4);
    return { type: 'heading', level, ...leadOf(element) };
  }
  if (tagName === 'blockquote') return { type: 'quotation' };
  if (tagName === 'li') return { type: 'item', ordered: isOrdered(element) };
  if (tagName === 'figcaption' || tagName === 'caption') return { type: 'caption' };
  const lead = leadOf(element);
  return lead.lead ? { type: 'paragraph', ...lead } : (around ?? { type: 'paragraph' });
}

function leadOf(element: Element): Pick<Shape, 'lead'> {
  const names = attribute(element, 'class');
  if (standfirstClass.test(names) || attribute(element, 'role') === 'doc-subtitle')
    return { lead: 'standfirst' };
  return bylineClass.test(names) || attribute(element, 'rel') === 'author' ? { lead: 'byline' } : {};
}

function isOrdered(item: Element): boolean {
  const list = item.parentNode;
  return list !== null && 'tagName' in list && list.tagName === 'ol';
}

function isHidden(element: Element): boolean {
  return element.attrs.some(
    ({ name, value }) => name === 'hidden' || (name === 'aria-hidden' && value === 'true'),
  );
}

function isForeign(element: Element): boolean {
  return !element.namespaceURI.endsWith('/xhtml');
}
