// Looking at the markup of a Word file: parsed without entities of its own, which the archive’s reader refuses. Loops, never
// recursion: strangers’ files nest as deeply as they like.

import { DOMParser } from 'linkedom';

/** What is asked of an element. */
export type Markup = {
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstElementChild: Markup | null;
  readonly nextElementSibling: Markup | null;
  getAttribute(name: string): string | null;
};

/** The outermost element; null for what is no XML. */
export function rootOf(xml: string): Markup | null {
  // The parser's own types leave out what its elements do.
  return new DOMParser().parseFromString(xml, 'text/xml').documentElement as unknown as Markup | null;
}

/** An element’s name without its prefix. */
export function nameOf(element: Markup): string {
  return element.nodeName.slice(element.nodeName.indexOf(':') + 1);
}

export function childrenOf(parent: Markup, name?: string): Markup[] {
  const found: Markup[] = [];
  for (let node = parent.firstElementChild; node; node = node.nextElementSibling)
    if (name === undefined || nameOf(node) === name) found.push(node);
  return found;
}

/** What a property says: its `w:val`, empty where it is there without one; undefined where it is not there. */
export function valOf(parent: Markup, name: string): string | undefined {
  const [child] = childrenOf(parent, name);
  return child && (child.getAttribute('w:val') ?? '');
}

/** Whether a property that is on or off is on. */
export function isOn(parent: Markup, name: string): boolean {
  const value = valOf(parent, name);
  return value !== undefined && !/^(?:0|false|off|none)$/.test(value);
}
