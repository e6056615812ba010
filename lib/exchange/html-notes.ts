// Footnotes of a page: which links are their marks, which elements their text, and which links only lead back.
// A page rarely says so outright; what counts is a short link to a later block that is short itself.

import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute, blockAround, type Element, wordsOf } from './html-tree.ts';

/** A mark as people set one: a number, a letter, a star or a dagger, in brackets or not. */
const markPattern = /^[[(]?(?:\d{1,4}|[a-z]|[ivxlc]{1,7}|[*†‡§¶#]{1,4})[\])]?$/i;
const plainMark = /^[[(]?(.*?)[\])]?$/;
const maxNoteLength = 5000;

export type Notes = {
  /** The key of each link that is a mark. */
  marks: Map<Element, string>;
  /** The blocks that are footnotes, with key and mark. */
  bodies: Map<Element, { key: string; mark: string }>;
  /** Links from a footnote to its mark, with what they say: no words of the text. */
  backlinks: Set<Element>;
};

/** Finds the footnotes among a page's elements, given in document order. */
export function notesIn(elements: readonly Element[]): Notes {
  const notes: Notes = { marks: new Map(), bodies: new Map(), backlinks: new Set() };
  const { places, targets } = indexOf(elements);
  const anchors = elements.filter((element) => element.tagName === 'a');
  for (const anchor of anchors) {
    const mark = wordsOf(anchor).trim();
    const target = targets.get(fragmentOf(anchor) ?? '');
    const body = target && blockAround(target);
    if (!body || !markPattern.test(mark) || (places.get(body) ?? 0) < (places.get(anchor) ?? 0)) continue;
    if (!isNoteBody(body, anchor)) continue;
    const key = notes.bodies.get(body)?.key ?? `n${notes.bodies.size + 1}`;
    notes.marks.set(anchor, key);
    if (!notes.bodies.has(body)) notes.bodies.set(body, { key, mark: plainMark.exec(mark)?.[1] ?? mark });
  }
  for (const anchor of anchors) if (leadsBack(anchor, notes, targets)) notes.backlinks.add(anchor);
  return notes;
}

function indexOf(elements: readonly Element[]) {
  const places = new Map<DefaultTreeAdapterTypes.ParentNode, number>();
  const targets = new Map<string, Element>();
  for (const [index, element] of elements.entries()) {
    places.set(element, index);
    for (const name of [attribute(element, 'id'), attribute(element, 'name')])
      if (name && !targets.has(name)) targets.set(name, element);
  }
  return { places, targets };
}

function fragmentOf(anchor: Element): string | undefined {
  const href = attribute(anchor, 'href');
  return href.startsWith('#') && href.length > 1 ? href.slice(1) : undefined;
}

/** A footnote holds words, but no heading and not the text that refers to it. */
function isNoteBody(body: Element, anchor: Element): boolean {
  if (!/^(?:li|p|div|aside|dd|td|section)$/.test(body.tagName)) return false;
  for (let node: Element['parentNode'] = anchor; node; node = 'parentNode' in node ? node.parentNode : null)
    if (node === body) return false;
  const words = wordsOf(body);
  return words.trim() !== '' && words.length <= maxNoteLength && !holdsHeading(body);
}

function holdsHeading(body: Element): boolean {
  return body.childNodes.some((child) => /^h[1-6]$/.test(child.nodeName));
}

/** A link inside a footnote to where its mark stands. */
function leadsBack(anchor: Element, notes: Notes, targets: ReadonlyMap<string, Element>): boolean {
  const inside = bodyAround(anchor, notes);
  const target = inside && targets.get(fragmentOf(anchor) ?? '');
  if (!target || wordsOf(anchor).trim().length > 4) return false;
  const key = notes.bodies.get(inside)?.key;
  return [...notes.marks].some(([mark, to]) => to === key && isNear(mark, target));
}

function bodyAround(anchor: Element, { bodies }: Notes): Element | undefined {
  for (let node: Element['parentNode'] = anchor; node; node = 'parentNode' in node ? node.parentNode : null)
    if ('tagName' in node && bodies.has(node)) return node;
  return undefined;
}

/** Is the target the mark itself, what stands around it, or something in the same paragraph? */
function isNear(mark: Element, target: Element): boolean {
  const [one, other] = [blockAround(mark), blockAround(target)];
  return one !== undefined && one === other;
}
