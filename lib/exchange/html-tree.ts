// Looking at a parsed page: its elements in order, their attributes and words. Loops, never recursion: pages nest deeply.

import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.ParentNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** A table in which each of these tags, set apart by blanks, has the one label. */
export function named(label: string, tags: string): Record<string, string> {
  return Object.fromEntries(tags.split(' ').map((tag) => [tag, label]));
}

/** Elements that are left out with all that is in them, by what people call them. */
export const leftOut: Record<string, string> = {
  ...named('scripts and styles', 'script style template noscript'),
  ...named('pictures, sound and video', 'img picture svg math canvas audio video map'),
  ...named('frames and plug-ins', 'iframe frame frameset noframes object embed applet noembed'),
  ...named('forms', 'form input select textarea button datalist dialog'),
  ...named('navigation and asides', 'nav aside footer menu'),
  ...named('raw text', 'xmp plaintext'),
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
