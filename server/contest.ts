// Which item stands under a key when several contend for it: Yjs's own order, known before anything is applied.
// Items of a layer have no right origin (GATE5), so under each key they form a tree by origin. Yjs lays it out parents
// first and siblings by client id, ascending (yjs 13.6, Item.integrate), and what stands is what comes last.

import type { StructId } from './update.ts';

/** A run of clocks of one client under one key; merged deletions span several. */
export type Contender = {
  client: number;
  clock: number;
  length: number;
  origin: StructId | undefined;
};

type Node<C> = { contender: C; clock: number; length: number; children: Node<C>[] };

/** The contender that comes last in Yjs's order; undefined only for none. */
export function winnerOf<C extends Contender>(contenders: Iterable<C>): C | undefined {
  const nodes = [...contenders].map(
    (contender): Node<C> => ({ contender, clock: contender.clock, length: contender.length, children: [] }),
  );
  let at = eldestOfHighest(rootsOf(nodes));
  for (let next = at; next; next = heirOf(next)) at = next;
  return at?.contender;
}

/** Hangs each node under the one that holds its origin; gives those that have none. */
function rootsOf<C extends Contender>(nodes: Node<C>[]): Node<C>[] {
  const byClient = Map.groupBy(nodes, ({ contender }) => contender.client);
  for (const runs of byClient.values()) runs.sort((a, b) => a.clock - b.clock);
  const roots: Node<C>[] = [];
  for (const node of nodes) {
    const { origin } = node.contender;
    const parent = origin && holding(byClient.get(origin.client) ?? [], origin.clock);
    (parent ? parent.children : roots).push(node);
  }
  return roots;
}

/** The child after which nothing of this run comes; undefined where the run's own last clock comes last. */
function heirOf<C extends Contender>({ contender, children }: Node<C>): Node<C> | undefined {
  const last = contender.clock + contender.length - 1;
  const byClock = Map.groupBy(children, (child) => child.contender.origin?.clock ?? last);
  for (const [clock, siblings] of [...byClock].sort(([a], [b]) => a - b)) {
    const highest = eldestOfHighest(siblings);
    // Before the run's end its own next clock is a sibling too, and the elder one where the client is the same.
    if (clock === last || (highest && highest.contender.client > contender.client)) return highest;
  }
  return undefined;
}

/** Of siblings the one that Yjs puts last: the highest client id; of one client the item it wrote first. */
function eldestOfHighest<C extends Contender>(siblings: Node<C>[]): Node<C> | undefined {
  let best: Node<C> | undefined;
  for (const node of siblings) {
    const { client, clock } = node.contender;
    const standing = best?.contender;
    if (!standing || client > standing.client || (client === standing.client && clock < standing.clock))
      best = node;
  }
  return best;
}

/** The run among sorted, disjoint ones that holds a clock. */
export function holding<Run extends { clock: number; length: number }>(
  sorted: Run[],
  clock: number,
): Run | undefined {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = sorted[middle];
    if (!run) return undefined;
    if (clock < run.clock) high = middle - 1;
    else if (clock >= run.clock + run.length) low = middle + 1;
    else return run;
  }
  return undefined;
}
