// "Discuss these three": the gaps of a discussion that most people share, at most one a paragraph and, as far as they
// go, one of each sort, so that a meeting has variety. Made from clash alone.

import type { Ref } from '../record.ts';
import type { Clash } from './clash.ts';

export type PlanItem = {
  /** Null for the reading as a whole. */
  block: number | null;
  reason: 'open-questions' | 'one-sided' | 'open-objection' | 'uncontested';
  quote: string;
  /** How many people it concerns. */
  people: number;
  /** Where to begin reading. */
  first: Ref;
  /** Of a one-sided passage: which side everyone took. */
  side?: 'for' | 'against';
};

/**
 * At most `most` passages to discuss at the next meeting, in the order of the text: never two of one paragraph,
 * those that concern the most people before others, and one of each reason before a second of any.
 */
export function planOf(clash: Clash, quoteOf: (ref: Ref) => string, most = 3): PlanItem[] {
  const candidates = [
    ...questionItems(clash, quoteOf),
    ...clash.openObjections.map(({ ref, block }) => item('open-objection', block, ref, quoteOf(ref), 1)),
    ...clash.oneSided.map((one) => ({
      ...item('one-sided', one.block, one.first, one.quote, one.people),
      side: one.side,
    })),
    ...clash.uncontested.map((one) => item('uncontested', one.block, one.first, one.quote, one.people)),
  ].sort((a, b) => b.people - a.people || order(a) - order(b));
  const chosen: PlanItem[] = [];
  for (const isStrict of [true, false]) {
    for (const candidate of candidates) {
      if (chosen.length === most) return inTextOrder(chosen);
      if (chosen.some(({ block }) => block === candidate.block)) continue;
      if (isStrict && chosen.some(({ reason }) => reason === candidate.reason)) continue;
      chosen.push(candidate);
    }
  }
  return inTextOrder(chosen);
}

function questionItems({ openQuestions }: Clash, quoteOf: (ref: Ref) => string): PlanItem[] {
  return [...Map.groupBy(openQuestions, ({ block }) => block)].flatMap(([block, questions]) => {
    const [first] = questions;
    const askers = new Set(questions.map(({ asker }) => asker)).size;
    return first ? [item('open-questions', block, first.ref, quoteOf(first.ref), askers)] : [];
  });
}

function item(
  reason: PlanItem['reason'],
  block: number | null,
  first: Ref,
  quote: string,
  people: number,
): PlanItem {
  return { block, reason, quote, people, first };
}

const reasons = ['open-questions', 'open-objection', 'one-sided', 'uncontested'] as const;

function order({ reason, block }: PlanItem): number {
  return (block ?? -1) * reasons.length + reasons.indexOf(reason);
}

function inTextOrder(items: PlanItem[]): PlanItem[] {
  return items.sort((a, b) => order(a) - order(b));
}
