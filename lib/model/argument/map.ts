// Threads → a map: where each point stands, which lines join them, and what is folded away. Pure arithmetic; the screen
// and the exported picture both draw what is found here.

import { hierarchy, tree } from 'd3-hierarchy';
import { parentOf, type Ref, type Stance } from '../record.ts';
import { type Post, postsIn, type Thread } from '../threads/thread.ts';

/** Of every node, in CSS pixels at 100 %. */
export const nodeSize = { width: 250, height: 116 };
const columnWidth = nodeSize.width + 110;
const rowHeight = nodeSize.height + 20;
/** Around the whole map. */
export const mapMargin = 60;
/** How much more room there is between two threads than between two answers. */
const betweenThreads = 1.35;

export type MapNode = {
  ref: Ref;
  post: Post;
  /** The first point of its thread. */
  thread: Ref;
  parent: Post | null;
  /** Its place among its siblings, from 0, and how many they are. */
  index: number;
  count: number;
  /** How many points are folded away behind it. */
  folded: number;
  x: number;
  y: number;
};

/** A line from who answers to what is answered; of an undercut, to the line from there to `on`. */
export type MapEdge = { from: Ref; to: Ref; stance?: Stance; on?: Ref; isCross: boolean };

export type ArgumentMap = {
  /** In the order of reading: each before what answers it. */
  nodes: readonly MapNode[];
  nodeOf: ReadonlyMap<Ref, MapNode>;
  edges: readonly MapEdge[];
  width: number;
  height: number;
};

export type MapChoice = {
  /** Points whose answers are folded away. */
  folded: ReadonlySet<Ref>;
  /** The only thread to be shown, by its first point; null for all. */
  thread: Ref | null;
};

/** Lays the threads out: each point level with the middle of what answers it, answers to the right of it. */
export function mapOf(threads: readonly Thread[], choice: MapChoice): ArgumentMap {
  const nodes = nodesOf(threads, choice, (post) => (choice.folded.has(post.ref) ? [] : post.answers));
  return withEdges(nodes);
}

/** The same points one under the other, each further in than what it answers; no lines. */
export function listOf(threads: readonly Thread[], choice: MapChoice, rowPx: number): ArgumentMap {
  const { nodes } = mapOf(threads, choice);
  const rows = nodes.map((node, i) => ({ ...node, x: node.post.level, y: i * rowPx }));
  return { ...withEdges(rows), edges: [], width: 0, height: rows.length * rowPx };
}

/** The map with the nodes of the last one wherever they are equal, so that a screen draws only those that changed. */
export function keptMap(last: ArgumentMap | null, next: ArgumentMap): ArgumentMap {
  if (!last) return next;
  const nodes = next.nodes.map((node) => {
    const before = last.nodeOf.get(node.ref);
    return before && isSameNode(before, node) ? before : node;
  });
  return { ...next, nodes, nodeOf: new Map(nodes.map((node) => [node.ref, node])) };
}

function isSameNode(a: MapNode, b: MapNode): boolean {
  return (Object.keys(b) as (keyof MapNode)[]).every((key) => a[key] === b[key]);
}

/** The nodes that touch a part of the map: the only ones that need to be on the page. */
export function nodesWithin(
  { nodes }: ArgumentMap,
  view: { left: number; top: number; right: number; bottom: number },
): MapNode[] {
  return nodes.filter(
    ({ x, y }) =>
      x < view.right && x + nodeSize.width > view.left && y < view.bottom && y + nodeSize.height > view.top,
  );
}

type Spot = { x: number; y: number };

/** Both ends of a line; null where one of its points is not on the map. */
export function endsOf(map: ArgumentMap, edge: MapEdge): { from: Spot; to: Spot } | null {
  return endsWithin(map, edge, new Set());
}

/** A line as the path of an SVG: level where it leaves and where it arrives. */
export function pathBetween({ from, to }: { from: Spot; to: Spot }): string {
  const bend = (from.x + to.x) / 2;
  return `M${from.x} ${from.y}C${bend} ${from.y} ${bend} ${to.y} ${to.x} ${to.y}`;
}

/** A point with something to see: a bare highlight that nobody answers is the text's, not the debate's. */
function isOnMap({ root }: Thread): boolean {
  return root.answers.length > 0 || root.entry?.value.kind !== 'highlight';
}

type Above = { ref: null; answers: readonly Post[] };

function nodesOf(
  threads: readonly Thread[],
  { folded, thread }: MapChoice,
  shown: (post: Post) => readonly Post[],
): MapNode[] {
  const roots = threads
    .filter((one) => isOnMap(one) && (thread === null || one.ref === thread))
    .map(({ root }) => root);
  const above: Above = { ref: null, answers: roots };
  const whole = hierarchy<Post | Above>(above, (at) => [...(at.ref === null ? at.answers : shown(at))]);
  const laid = tree<Post | Above>()
    .nodeSize([rowHeight, columnWidth])
    .separation((a, b) => (a.depth === 1 || a.parent !== b.parent ? betweenThreads : 1))(whole);
  const nodes: MapNode[] = [];
  const threadAt = new Map<Ref, Ref>();
  let top = Number.POSITIVE_INFINITY;
  laid.eachBefore(({ data, parent, x, y }) => {
    if (data.ref === null) return;
    const up = parent && parent.data.ref !== null ? parent.data : null;
    const root = up ? (threadAt.get(up.ref) ?? up.ref) : data.ref;
    threadAt.set(data.ref, root);
    const siblings = parent?.data.answers ?? [];
    nodes.push({
      ref: data.ref,
      post: data,
      thread: root,
      parent: up,
      index: siblings.indexOf(data),
      count: siblings.length,
      folded: folded.has(data.ref) ? sizeBehind(data) : 0,
      x: y - columnWidth + mapMargin,
      y: x,
    });
    top = Math.min(top, x);
  });
  return nodes.map((node) => ({ ...node, y: node.y - top + mapMargin }));
}

function sizeBehind(root: Post): number {
  return postsIn({ ref: root.ref, root, size: 0 }).length - 1;
}

function withEdges(nodes: MapNode[]): ArgumentMap {
  const nodeOf = new Map(nodes.map((node) => [node.ref, node]));
  const right = Math.max(0, ...nodes.map(({ x }) => x + nodeSize.width));
  const bottom = Math.max(0, ...nodes.map(({ y }) => y + nodeSize.height));
  return {
    nodes,
    nodeOf,
    edges: nodes.flatMap((node) => edgesFrom(node, nodeOf)),
    width: right + mapMargin,
    height: bottom + mapMargin,
  };
}

/** A point's lines: one to what it stands under, and one for each further point that it answers. */
function edgesFrom({ ref, post, parent }: MapNode, nodeOf: ReadonlyMap<Ref, MapNode>): MapEdge[] {
  const links = post.entry?.value.links ?? [];
  return links.flatMap(({ to, stance, on }, i): MapEdge[] => {
    const target = to === 'reading' ? undefined : nodeOf.get(to);
    if (!target) return [];
    const isCross = i > 0 || parent?.ref !== to;
    if (isCross && post.entry?.value.withdrawn) return [];
    const beyond = on ?? (target.post.entry && parentOf(target.post.entry.value));
    return [
      {
        from: ref,
        to: target.ref,
        stance,
        isCross,
        ...(stance === 'undercuts' && beyond ? { on: beyond } : {}),
      },
    ];
  });
}

function endsWithin(map: ArgumentMap, edge: MapEdge, passed: Set<MapEdge>): { from: Spot; to: Spot } | null {
  const from = map.nodeOf.get(edge.from);
  const target = map.nodeOf.get(edge.to);
  if (!from || !target) return null;
  passed.add(edge);
  const start = { x: from.x, y: middleOf(from) };
  const attacked = map.edges.find((other) => edge.on && other.from === edge.to && other.to === edge.on);
  const ends = attacked && !passed.has(attacked) ? endsWithin(map, attacked, passed) : null;
  if (ends) return { from: start, to: halfway(ends) };
  return { from: start, to: { x: target.x + nodeSize.width, y: middleOf(target) } };
}

function middleOf({ y }: MapNode): number {
  return y + nodeSize.height / 2;
}

function halfway({ from, to }: { from: Spot; to: Spot }): Spot {
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
}
