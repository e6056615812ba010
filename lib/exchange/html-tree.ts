// Looking at a parsed page: its elements in order, their attributes and words. Loops, never recursion: pages nest deeply.

import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.ParentNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** A table in which each of these tags, set apart by blanks, is of the one kind. */
function each<Kind extends string>(kind: Kind, tags: string): Record<string, Kind> {
  return Object.fromEntries(tags.split(' ').map((tag) => [tag, kind]));
}

/** What is left out with all that is in it; what people call these is in the catalogue. */
export type LeftOut = 'scripts' | 'media' | 'frames' | 'forms' | 'navigation' | 'raw' | 'hidden';

/** The elements of each kind. */
export const leftOut: Record<string, LeftOut> = {
  ...each('scripts', 'script style template noscript'),
  ...each('media', 'img picture svg math canvas audio video map'),
  ...each('frames', 'iframe frame frameset noframes object embed applet noembed'),
  ...each('forms', 'form input select textarea button datalist dialog'),
  ...each('navigation', 'nav aside footer menu'),
  ...each('raw', 'xmp plaintext'),
};

/** Elements that stand inside a line of text. */
export const inline = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt rtc ruby s samp
   small span strike strong sub sup time tt u var wbr`.split(/\s+/),
);

/** All elements in document order. */
export function elementsOf(root: Node): Element[] {
  const found: Element[] = [];
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) for (const child of node.childNodes.toReversed()) stack.push(child);
  }
  return found;
}

/** The words in an element, without those of what is left out. */
export function wordsOf(element: Element): string {
  const parts: string[] = [];
  const stack: Node[] = [element];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.nodeName === '#text' && 'value' in node) parts.push(node.value);
    if ('tagName' in node && (leftOut[node.tagName] || node.tagName === 'br') && node !== element)
      parts.push(' ');
    else if ('childNodes' in node) for (const child of node.childNodes.toReversed()) stack.push(child);
  }
  return parts.join('');
}

/** An attribute's value; empty where the element has none. */
export function attribute(element: Element, name: string): string {
  return element.attrs.find((attr) => attr.name === name)?.value ?? '';
}

/** The nearest element around that is a block of its own, or the element itself. */
export function blockAround(element: Element): Element | undefined {
  for (let node: Element['parentNode'] = element; node; node = 'parentNode' in node ? node.parentNode : null)
    if ('tagName' in node && !inline.has(node.tagName)) return node;
  return undefined;
}
