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
  // For how many of its causes each node waits. One word is enough: what is decided waits for none.
  const waiting = Int32Array.from(labels, (_, node) => causesOf(graph, node).length);
  const decided: [node: number, label: Label][] = [];
  for (const [node, count] of waiting.entries()) if (count === 0) decided.push([node, 'in']);
  for (let next = decided.pop(); next; next = decided.pop()) {
    const [node, label] = next;
    labels[node] = label;
    const defeats = label === (node < graph.points.length ? 'out' : 'in');
    for (const other of graph.bearsOn[node] ?? []) {
      const open = waiting[other] ?? 0;
      if (open === 0) continue;
      waiting[other] = defeats ? 0 : open - 1;
      if (waiting[other] === 0) decided.push([other, defeats ? 'out' : 'in']);
    }
  }
  return labels;
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
export function causesOf(graph: ArgumentGraph, node: number): readonly number[] {
  const step = stepAt(graph, node);
  const attackers = graph.attackers[node] ?? [];
  return step ? [step.from, ...attackers] : attackers;
}
