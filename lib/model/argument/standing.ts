// What the replies leave of each point, given what has been said so far: never whether it is true, and never for review,
// sorting or grades. Pure; private notes are not given to it, so that everyone who sees the same room sees the same.

import type { Entry, ParticipantId, Ref } from '../record.ts';
import {
  type ArgumentGraph,
  argumentGraphOf,
  groundedLabels,
  type Label,
  type Step,
  stepAt,
} from './argument-graph.ts';
import { turningPlaces } from './turning.ts';

export const standings = ['not-challenged', 'answered', 'unanswered', 'disputed'] as const;
export type Standing = (typeof standings)[number];

/** The standing of every point that counts, and what it was found from. */
export type StandingsOfRoom = {
  of: ReadonlyMap<Ref, Standing>;
  /** Of each point that was granted, by whom: authors of what it answers. A mark; it changes no standing. */
  grantedBy: ReadonlyMap<Ref, readonly ParticipantId[]>;
  graph: ArgumentGraph;
  labels: readonly Label[];
};

/** Something said against a point, and what has become of it. */
export type Objection = {
  by: Ref;
  /** 'in': unanswered; 'out': answered, by `answers`; 'undecided': those who answer it are disputed themselves. */
  label: Label;
  answers: readonly { by: Ref; stance: 'rebuts' | 'undercuts' }[];
};

/**
 * The standings in a room, by the grounded semantics of Dung (1995): in, when nothing attacks it, is *Not challenged*,
 * else *Answered so far*; out is *Unanswered objection*; undecided is *Disputed*. Withdrawn and hidden points do not
 * count, and have none.
 */
export function standingsOf(entries: Iterable<Entry>): StandingsOfRoom {
  const graph = argumentGraphOf(entries);
  const labels = groundedLabels(graph);
  const of = new Map(
    graph.points.map(({ ref }, place): [Ref, Standing] => [
      ref,
      standingFor(labels[place] ?? 'undecided', (graph.attackers[place]?.length ?? 0) > 0),
    ]),
  );
  return { of, grantedBy: grantsIn(graph), graph, labels };
}

/** Gives `next` as its `previous` object where no standing changed and nothing more was granted. */
export function keepStandings(previous: StandingsOfRoom | null, next: StandingsOfRoom): StandingsOfRoom {
  if (!previous || previous.graph.points.length !== next.graph.points.length) return next;
  const isSame = next.graph.points.every((point, place) => point === previous.graph.points[place]);
  return isSame ? previous : next;
}

/** Why a point has its standing: all that was said against it, in the order of reading, and what came of that. */
export function whyOf({ graph, labels }: StandingsOfRoom, ref: Ref): Objection[] {
  const place = graph.placeOf.get(ref);
  if (place === undefined) return [];
  return (graph.attackers[place] ?? []).flatMap((node) => {
    const step = stepAt(graph, node);
    const by = step && graph.points[step.from]?.ref;
    if (!step || !by) return [];
    return [{ by, label: labels[node] ?? 'undecided', answers: answersTo(graph, labels, node, step) }];
  });
}

/** Does the link by which `ref` answers `to` hold? Not where an undercut of it stands. */
export function isUndercut({ graph, labels }: StandingsOfRoom, ref: Ref, to: Ref): boolean {
  const from = graph.placeOf.get(ref);
  const target = graph.placeOf.get(to);
  if (from === undefined || target === undefined) return false;
  return (graph.bearsOn[from] ?? []).some(
    (node) =>
      stepAt(graph, node)?.to === target &&
      (graph.attackers[node] ?? []).some((attacker) => labels[attacker] === 'in'),
  );
}

/**
 * What would change a point's standing: each point, itself included, on which one new rebuttal would do it, in the order
 * of reading. It costs more than all standings together, so it is asked for one point at a time.
 */
export function turningPointsOf({ graph, labels }: StandingsOfRoom, ref: Ref): Ref[] {
  const place = graph.placeOf.get(ref);
  if (place === undefined) return [];
  return turningPlaces(graph, labels, place).flatMap((at) => graph.points[at]?.ref ?? []);
}

function standingFor(label: Label, isAttacked: boolean): Standing {
  if (label === 'in') return isAttacked ? 'answered' : 'not-challenged';
  return label === 'out' ? 'unanswered' : 'disputed';
}

/** What stands against an objection, or against its step. */
function answersTo(
  graph: ArgumentGraph,
  labels: readonly Label[],
  node: number,
  { from }: Step,
): Objection['answers'] {
  const standing = (at: number, stance: 'rebuts' | 'undercuts') =>
    (graph.attackers[at] ?? []).flatMap((attacker) => {
      const by = graph.points[stepAt(graph, attacker)?.from ?? -1]?.ref;
      return by && labels[attacker] === 'in' ? [{ by, stance }] : [];
    });
  return [...standing(from, 'rebuts'), ...standing(node, 'undercuts')];
}

/** `concedes`, where it comes from the author of a point that the conceded one answers: nobody grants for another. */
function grantsIn({ points, steps, bearsOn }: ArgumentGraph): Map<Ref, ParticipantId[]> {
  const grants = new Map<Ref, ParticipantId[]>();
  for (const { from, to, stance } of steps) {
    const [who, granted] = [points[from]?.participant, points[to]];
    if (stance !== 'concedes' || !who || !granted) continue;
    const isAnswered = (bearsOn[to] ?? []).some(
      (node) => points[steps[node - points.length]?.to ?? -1]?.participant === who,
    );
    const known = grants.get(granted.ref) ?? [];
    if (isAnswered && !known.includes(who)) grants.set(granted.ref, [...known, who]);
  }
  return grants;
}
