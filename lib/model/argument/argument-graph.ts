// Points and their stances → a graph of attacks, and its grounded labelling: what is in, out or undecided. Links are nodes
// too, so that an undercut has something to attack. What the labels are called on screen is standing.ts's.

import {
  type Entry,
  type Link,
  type Point,
  parentOf,
  type Ref,
  type Ruling,
  type Stance,
} from '../record.ts';
import { lastRulings, ruledBy } from '../ruling.ts';
import { inOrder } from '../threads/thread.ts';

export type Label = 'in' | 'out' | 'undecided';

/** A link from one point that counts to another: a node of its own. Points are named by their place in `points`. */
export type Step = { from: number; to: number; stance: Stance; on?: Ref };

/** Nodes are numbered: first the points, then the steps. */
export type ArgumentGraph = {
  /** Those that count, in the order of reading: neither withdrawn nor hidden. */
  points: readonly Entry<Point>[];
  placeOf: ReadonlyMap<Ref, number>;
  steps: readonly Step[];
  /** For each node, the steps (as nodes) that attack it. */
  attackers: readonly (readonly number[])[];
  /** For each node, the nodes whose label depends on its own: of a point its steps, of a step what it attacks. */
  bearsOn: readonly (readonly number[])[];
};

/**
 * The graph of what was said. `rebuts` attacks a point, `undercuts` the link by which that point answers another; the
 * other stances attack nothing. Links to the reading, and to points that do not count or are not there, lead nowhere.
 */
export function argumentGraphOf(entries: Iterable<Entry>): ArgumentGraph {
  const points = pointsThatCount(entries);
  const placeOf = new Map(points.map(({ ref }, place) => [ref, place]));
  const steps = points.flatMap((point, from) => stepsOf(point, from, placeOf));
  const count = points.length + steps.length;
  const attackers: number[][] = Array.from({ length: count }, () => []);
  const bearsOn: number[][] = Array.from({ length: count }, () => []);
  steps.forEach(({ from }, i) => {
    bearsOn[from]?.push(points.length + i);
  });
  const graph = { points, placeOf, steps, attackers, bearsOn };
  steps.forEach((step, i) => {
    for (const target of targetsOf(graph, step)) {
      attackers[target]?.push(points.length + i);
      bearsOn[points.length + i]?.push(target);
    }
  });
  return graph;
}

/** The step that a node is; undefined for a point. */
export function stepAt({ points, steps }: ArgumentGraph, node: number): Step | undefined {
  return node < points.length ? undefined : steps[node - points.length];
}

/**
 * The grounded labelling (Dung 1995, *On the acceptability of arguments*; with attacks on attacks as in Baroni et al.
 * 2011, *AFRA*): a point is in when all that attacks it is out, and out when something that attacks it is in; a step is
 * in when its own point is in and all that attacks it is out. What these rules never reach is undecided. Linear in the links.
 */
export function groundedLabels(graph: ArgumentGraph): Label[] {
  const labels = graph.bearsOn.map((): Label => 'undecided');
  settle(graph, labels, labels.keys());
  return labels;
}

/**
 * The label of `node` if one new rebuttal, itself not answered, attacked the point `place`; asked for many places in turn.
 * Only what stands between the two is labelled again.
 */
export function labelIfRebutted(
  graph: ArgumentGraph,
  labels: readonly Label[],
  node: number,
): (place: number) => Label {
  const upstream = new Set(reach([node], (at) => causesOf(graph, at)));
  const trial = [...labels];
  return (place) => {
    const touched = reach([place], (at) => (graph.bearsOn[at] ?? []).filter((next) => upstream.has(next)));
    for (const at of touched) trial[at] = 'undecided';
    trial[place] = 'out';
    settle(
      graph,
      trial,
      touched.filter((at) => at !== place),
    );
    const label = trial[node] ?? 'undecided';
    for (const at of touched) trial[at] = labels[at] ?? 'undecided';
    return label;
  };
}

/** The points on which the label of `node` can depend, itself included. */
export function pointsBehind(graph: ArgumentGraph, node: number): number[] {
  return reach([node], (at) => causesOf(graph, at)).filter((at) => at < graph.points.length);
}

function pointsThatCount(entries: Iterable<Entry>): Entry<Point>[] {
  const points: Entry<Point>[] = [];
  const rulings: Entry<Ruling>[] = [];
  for (const entry of entries) {
    if (entry.value.type === 'point') points.push(entry as Entry<Point>);
    else if (entry.value.type === 'ruling') rulings.push(entry as Entry<Ruling>);
  }
  const holding = lastRulings(rulings.sort(inOrder));
  return points.filter(({ ref, value }) => !value.withdrawn && !ruledBy(holding, 'hide', ref)).sort(inOrder);
}

function stepsOf({ value }: Entry<Point>, from: number, placeOf: ReadonlyMap<Ref, number>): Step[] {
  return (value.links ?? []).flatMap(({ to, stance, on }: Link) => {
    const place = to === 'reading' ? undefined : placeOf.get(to);
    return place === undefined ? [] : [{ from, to: place, stance, ...(on ? { on } : {}) }];
  });
}

/** The nodes that a step attacks. */
function targetsOf(graph: ArgumentGraph, { to, stance, on }: Step): number[] {
  const attacked = graph.points[to];
  if (stance === 'rebuts') return [to];
  if (stance !== 'undercuts' || !attacked) return [];
  const beyond = on ?? parentOf(attacked.value);
  return (graph.bearsOn[to] ?? []).filter((node) => {
    const step = stepAt(graph, node);
    return step !== undefined && graph.points[step.to]?.ref === beyond;
  });
}

/** The nodes on which a node's label depends at once: what attacks it, and of a step its own point. */
function causesOf(graph: ArgumentGraph, node: number): readonly number[] {
  const step = stepAt(graph, node);
  const attackers = graph.attackers[node] ?? [];
  return step ? [step.from, ...attackers] : attackers;
}

/** Every node that can be reached, the first ones included. No recursion: a thread may be thousands deep. */
function reach(from: readonly number[], next: (node: number) => readonly number[]): number[] {
  const seen = new Set(from);
  // A set gives what is added to it while it is walked.
  for (const node of seen) for (const other of next(node)) seen.add(other);
  return [...seen];
}

/** Labels `nodes`, which are undecided so far; the labels of all others stay, and are taken as they are. */
function settle(graph: ArgumentGraph, labels: Label[], nodes: Iterable<number>): void {
  const { decided, waiting } = firstLook(graph, labels, nodes);
  for (let next = decided.pop(); next; next = decided.pop()) {
    const [node, label] = next;
    labels[node] = label;
    const isAttack = stepAt(graph, node) !== undefined;
    const defeats = label === (isAttack ? 'in' : 'out');
    for (const other of graph.bearsOn[node] ?? []) {
      const open = waiting.get(other);
      if (open === undefined) continue;
      waiting.set(other, open - 1);
      if (defeats || open === 1) {
        decided.push([other, defeats ? 'out' : 'in']);
        // One word is enough: what comes later must not say otherwise.
        waiting.delete(other);
      }
    }
  }
}

/** What can be told of each node from the labels that stand, and for how many of its causes each of the rest waits. */
function firstLook(graph: ArgumentGraph, labels: readonly Label[], nodes: Iterable<number>) {
  const decided: [node: number, label: Label][] = [];
  const waiting = new Map<number, number>();
  for (const node of nodes) {
    const step = stepAt(graph, node);
    const source = step ? labels[step.from] : 'in';
    const attackers = graph.attackers[node] ?? [];
    const open = attackers.filter((at) => labels[at] !== 'out').length + (source === 'in' ? 0 : 1);
    if (source === 'out' || attackers.some((at) => labels[at] === 'in')) decided.push([node, 'out']);
    else if (open === 0) decided.push([node, 'in']);
    else waiting.set(node, open);
  }
  return { decided, waiting };
}
