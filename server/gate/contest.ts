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

/** What stands under a key, and by `left` all that comes before it in Yjs's order: a Y.Item is one. */
export type Standing = {
  id: StructId;
  length: number;
  origin: StructId | null;
  left: Standing | null;
};

/** `winner` is what will stand, undefined when that is what stands already; `steps` is how far Yjs looks for places. */
export type Outcome<C> = { winner: C | undefined; steps: number };

/**
 * Which of some new items will stand under a key. What follows the standing item is found at once, however long the
 * key's history is; only what branches off from before it is looked for. Null when that takes more than `maxSteps`.
 */
export function contest<C extends Contender>(
  current: Standing | undefined,
  fresh: C[],
  maxSteps = Number.POSITIVE_INFINITY,
): Outcome<C> | null {
  const nodes = fresh.map(
    (contender): Node<C> => ({ contender, clock: contender.clock, length: contender.length, children: [] }),
  );
  const roots = rootsOf(nodes);
  const crowdSteps = crowdOf(nodes, roots) * nodes.length;
  if (crowdSteps > maxSteps) return null;
  const found = current ? challengersOf(current, roots, maxSteps - crowdSteps) : { last: roots, steps: 0 };
  if (!found) return null;
  let at = eldestOfHighest(found.last);
  for (let next = at; next; next = heirOf(next)) at = next;
  return { winner: at?.contender, steps: found.steps + crowdSteps };
}

/** How many items Yjs has to find a place for among siblings, rather than right after what they follow. */
function crowdOf<C extends Contender>(nodes: Node<C>[], roots: Node<C>[]): number {
  let crowd = roots.length > 1 ? roots.length : 0;
  for (const { clock, length, children } of nodes) {
    const [only] = children;
    const isStraight = children.length === 1 && only?.contender.origin?.clock === clock + length - 1;
    if (!isStraight) crowd += children.length;
  }
  return crowd;
}

/**
 * Of new branches those that come after what stands, and of these the ones that come last: they branch off nearest to
 * the beginning. Walks back from what stands along its ancestors, which is where a branch must start to come after it.
 */
function challengersOf<C extends Contender>(
  current: Standing,
  roots: Node<C>[],
  maxSteps: number,
): { last: Node<C>[]; steps: number } | null {
  let last: Node<C>[] = [];
  let steps = 0;
  /** The ancestor of what stands that was passed last; at first there is none. */
  let heir: Standing | undefined;
  let waiting = roots;
  for (let at: Standing | null = current; at && waiting.length > 0; at = at.left) {
    const here: Standing = at;
    const isAncestor: boolean = !heir || holds(here, heir.origin);
    const arrived = waiting.filter(({ contender }) => holds(here, contender.origin));
    if (arrived.length > 0) {
      waiting = waiting.filter((node) => !arrived.includes(node));
      const after = arrived.filter(({ contender }) => isAncestor && comesAfter(contender, here, heir));
      if (after.length > 0) last = earliest(after);
    }
    if (isAncestor) heir = here;
    steps += waiting.length;
    if (steps > maxSteps) return null;
  }
  // What has no origin is a sibling of the first ancestor.
  const first = heir;
  const atRoot = waiting.filter(({ contender }) => first && contender.client > first.id.client);
  return { last: atRoot.length > 0 ? atRoot : last, steps };
}

/** Does an item that branches off within an ancestor come after that one's heir, or its own further clocks? */
function comesAfter({ client, origin }: Contender, ancestor: Standing, heir: Standing | undefined): boolean {
  const clock = origin?.clock ?? 0;
  const heirClock = heir?.origin?.clock ?? ancestor.id.clock + ancestor.length - 1;
  // Before the run's end its own next clock is a sibling too.
  if (clock < heirClock) return client > ancestor.id.client;
  return clock === heirClock && (!heir || client > heir.id.client);
}

/** Of branches off one run those that branch off first. */
function earliest<C extends Contender>(nodes: Node<C>[]): Node<C>[] {
  const clocks = nodes.map(({ contender }) => contender.origin?.clock ?? 0);
  const first = Math.min(...clocks);
  return nodes.filter((_, i) => clocks[i] === first);
}

function holds({ id, length }: Standing, clock: StructId | null | undefined): boolean {
  return !!clock && clock.client === id.client && clock.clock >= id.clock && clock.clock < id.clock + length;
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
  sorted: readonly Run[],
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
