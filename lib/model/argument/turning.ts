// What one more reply would change: the points on which a single new rebuttal, itself not answered, gives another point
// another label. Thirty-two such replies are tried in one pass, each in its own bit of every node's two numbers, as faults
// are in the parallel simulation of circuits; to try them all has no way known that is linear.

import { type ArgumentGraph, causesOf, type Label } from './argument-graph.ts';

const trialsAtOnce = 32;

/** The points, by their place, on which one new rebuttal would change the label of `node`, which may be one of them. */
export function turningPlaces(graph: ArgumentGraph, labels: readonly Label[], node: number): number[] {
  const order = causesFirst(graph, node);
  // What is out already stays out, whatever else is said against it.
  const places = order.filter((at) => at < graph.points.length && labels[at] !== 'out');
  const now = { isIn: bitsOf(labels, 'in'), isOut: bitsOf(labels, 'out') };
  const turning: number[] = [];
  for (let from = 0; from < places.length; from += trialsAtOnce) {
    const tried = places.slice(from, from + trialsAtOnce);
    const { isIn, isOut } = trialsOf(graph, order, tried, now);
    const stays = { in: isIn[node] ?? 0, out: isOut[node] ?? 0, undecided: 0 };
    stays.undecided = ~(stays.in | stays.out);
    const changes = ~stays[labels[node] ?? 'undecided'];
    turning.push(...tried.filter((_, trial) => (changes >>> trial) & 1));
  }
  return turning.sort((a, b) => a - b);
}

/** Every node on which the label of `node` can depend, each after its causes as far as there is no circle. */
function causesFirst(graph: ArgumentGraph, node: number): number[] {
  const seen = new Uint8Array(graph.bearsOn.length);
  const order: number[] = [];
  // No recursion: a thread may be thousands deep. A node is left once all its causes have been.
  const path = [{ at: node, causes: causesOf(graph, node).values() }];
  seen[node] = 1;
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const { value: cause, done } = top.causes.next();
    if (done) {
      order.push(top.at);
      path.pop();
    } else if (!seen[cause]) {
      seen[cause] = 1;
      path.push({ at: cause, causes: causesOf(graph, cause).values() });
    }
  }
  return order;
}

/** Bit by bit of each node: is it in, or out, in the trial of that number? In neither, it is undecided there. */
type Trials = { isIn: Int32Array; isOut: Int32Array };

function bitsOf(labels: readonly Label[], wanted: Label): Int32Array {
  return Int32Array.from(labels, (label) => (label === wanted ? ~0 : 0));
}

const looked = 2;

/**
 * Labels once more, for each place of `tried` as if that one were rebutted, what in `order` depends on one of them: the
 * least labelling by the rules of `groundedLabels`, begun with nothing decided, and each node looked at again after a
 * cause of it was. All else stays as it is `now`.
 */
function trialsOf(
  graph: ArgumentGraph,
  order: readonly number[],
  tried: readonly number[],
  now: Trials,
): Trials {
  const trials = { isIn: now.isIn.slice(), isOut: now.isOut.slice() };
  const rebutted = new Map(tried.map((place, trial) => [place, 1 << trial]));
  const state = dependentsOf(graph, tried);
  const queue = order.filter((at) => state[at] !== 0);
  for (const at of queue) trials.isIn[at] = trials.isOut[at] = 0;
  // An array gives what is added to it while it is walked.
  for (const at of queue) {
    state[at] = looked;
    if (!lookAt(graph, at, trials, rebutted.get(at) ?? 0)) continue;
    for (const next of graph.bearsOn[at] ?? []) {
      if (state[next] !== looked) continue;
      state[next] = 1;
      queue.push(next);
    }
  }
  return trials;
}

/** 1 for each node whose label can depend on one of these, themselves included. */
function dependentsOf(graph: ArgumentGraph, places: readonly number[]): Uint8Array {
  const found = new Uint8Array(graph.bearsOn.length);
  const queue = [...places];
  for (const at of queue) {
    if (found[at]) continue;
    found[at] = 1;
    queue.push(...(graph.bearsOn[at] ?? []));
  }
  return found;
}

/** Decides what can be told of a node by now; false where that is no more than before. */
function lookAt(graph: ArgumentGraph, at: number, { isIn, isOut }: Trials, rebutted: number): boolean {
  const step = graph.steps[at - graph.points.length];
  let held = step ? (isIn[step.from] ?? 0) : ~0;
  let beaten = rebutted | (step ? (isOut[step.from] ?? 0) : 0);
  for (const attacker of graph.attackers[at] ?? []) {
    held &= isOut[attacker] ?? 0;
    beaten |= isIn[attacker] ?? 0;
  }
  held &= ~rebutted;
  if (held === isIn[at] && beaten === isOut[at]) return false;
  isIn[at] = held;
  isOut[at] = beaten;
  return true;
}
