// The places and acts that the palette reaches, and which of them some words mean. Pure.

import { folded } from '#lib/model/threads/filter.ts';

export type Goal = {
  id: string;
  label: string;
  /** What sort of goal it is, in a word or a name. */
  kind: string;
  /** Further words by which it is found. */
  words?: string;
  go(): void;
};

/** A goal with its words made ready to be looked through at every key. */
export type FindableGoal = Goal & { text: string; start: string };

export function findable(goal: Goal): FindableGoal {
  const { label, kind, words = '' } = goal;
  return { ...goal, text: folded(`${label} ${kind} ${words}`), start: folded(label) };
}

/** More than anyone reads down to. */
const most = 40;

/** The goals that hold every word of the query: those whose label begins with it first, else as they were given. */
export function goalsFor(goals: readonly FindableGoal[], query: string): readonly FindableGoal[] {
  const wanted = folded(query).split(/\s+/).filter(Boolean);
  const first = wanted[0];
  if (first === undefined) return goals.slice(0, most);
  const found = goals.filter(({ text }) => wanted.every((word) => text.includes(word)));
  const begins = ({ start }: FindableGoal) => start.startsWith(first);
  return [...found.filter(begins), ...found.filter((goal) => !begins(goal))].slice(0, most);
}
