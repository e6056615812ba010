// Where a key leads in the tree, by the ARIA pattern: up and down along what is shown, right into the answers, left to
// what is answered, home and end, and the first letters of a name.

import type { ArgumentMap, MapNode } from '#lib/model/argument/map.ts';
import type { Ref } from '#lib/model/record.ts';

/** What was typed last, and when: letters that follow soon belong together. */
export type Typed = { words: string; at: number };

const pauseMs = 700;

export type TreeMove = { to?: Ref | undefined; fold?: boolean };

/** Null for a key that means nothing here. */
export function movedFocus(
  { nodes }: ArgumentMap,
  node: MapNode,
  key: string,
  typed: Typed,
  nameOf: (node: MapNode) => string,
  nowMs = Date.now(),
): TreeMove | null {
  const place = nodes.indexOf(node);
  switch (key) {
    case 'ArrowDown':
      return { to: nodes[place + 1]?.ref };
    case 'ArrowUp':
      return { to: nodes[place - 1]?.ref };
    case 'Home':
      return { to: nodes[0]?.ref };
    case 'End':
      return { to: nodes.at(-1)?.ref };
    case 'ArrowRight':
      return node.folded > 0 ? { fold: false } : { to: node.post.answers[0]?.ref };
    case 'ArrowLeft':
      return node.folded === 0 && node.post.answers.length > 0 ? { fold: true } : { to: node.parent?.ref };
  }
  if (key.length !== 1 || key === ' ') return null;
  const isSoon = nowMs - typed.at < pauseMs;
  typed.words = (isSoon ? typed.words : '') + key.toLowerCase();
  typed.at = nowMs;
  // One letter goes on to the next of that name; more of them may stay.
  const from = typed.words.length === 1 ? place + 1 : place;
  const around = [...nodes.slice(from), ...nodes.slice(0, from)];
  return { to: around.find((one) => nameOf(one).toLowerCase().startsWith(typed.words))?.ref };
}
