// A note's Markdown as paragraphs of plain runs, for formats that have styles and no Markdown. By an allow-list, as on
// screen: what is not on it is shown as it was typed.

import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { isSafeHref } from '#lib/model/text/text.ts';
import { isParsable, linesAsTyped } from '#lib/model/threads/parsable.ts';

export type Run = { text: string; bold?: true; italic?: true; code?: true; href?: string };
export type NoteParagraph = { look: 'plain' | 'quotation' | 'item' | 'code'; runs: Run[] };

/** The paragraphs of a note, in order; none for an empty one. */
export function noteWords(body: string): NoteParagraph[] {
  if (body.trim() === '') return [];
  if (!isParsable(body)) return linesAsTyped(body).map((text) => ({ look: 'plain', runs: [{ text }] }));
  const paragraphs: NoteParagraph[] = [];
  for (const child of fromMarkdown(body).children) walk(child, 'plain', body, paragraphs);
  return paragraphs;
}

function walk(node: Nodes, look: NoteParagraph['look'], source: string, into: NoteParagraph[]): void {
  switch (node.type) {
    case 'paragraph':
      into.push({ look, runs: runsOf(node, {}, source) });
      return;
    case 'heading':
      into.push({ look, runs: runsOf(node, { bold: true }, source) });
      return;
    case 'blockquote':
      for (const child of node.children) walk(child, 'quotation', source, into);
      return;
    case 'list':
    case 'listItem':
      for (const child of node.children) walk(child, 'item', source, into);
      return;
    case 'code':
      into.push({ look: 'code', runs: [{ text: node.value, code: true }] });
      return;
    default:
      into.push({ look, runs: [{ text: asTyped(node, source) }] });
  }
}

function runsOf(parent: Parents, style: Omit<Run, 'text'>, source: string): Run[] {
  return parent.children.flatMap((node): Run[] => {
    switch (node.type) {
      case 'text':
        return [{ ...style, text: node.value }];
      case 'strong':
        return runsOf(node, { ...style, bold: true }, source);
      case 'emphasis':
        return runsOf(node, { ...style, italic: true }, source);
      case 'inlineCode':
        return [{ ...style, code: true, text: node.value }];
      case 'break':
        return [{ ...style, text: '\n' }];
      case 'link':
        return isSafeHref(node.url)
          ? runsOf(node, { ...style, href: node.url }, source)
          : [{ ...style, text: asTyped(node, source) }];
      default:
        return [{ ...style, text: asTyped(node, source) }];
    }
  });
}

/** The very characters a node was made from. */
function asTyped(node: Nodes, source: string): string {
  return source.slice(node.position?.start.offset, node.position?.end.offset);
}
