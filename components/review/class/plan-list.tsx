// What to talk about next: up to three gaps, each with its paragraph, its words and why it is worth the time.

import type { PlanItem } from '#lib/model/review/plan.ts';
import css from './gaps.module.css';

type Props = {
  plan: readonly PlanItem[];
  numberOf: (block: number) => number | null;
  hrefOf: (item: PlanItem) => string;
};

export function PlanList({ plan, numberOf, hrefOf }: Props) {
  if (plan.length === 0) {
    return (
      <p className={css.quiet}>Nothing is left open: no question without a reply, no passage one-sided.</p>
    );
  }
  return (
    <ol className={css.plan}>
      {plan.map((item) => (
        <li key={`${item.block} ${item.reason}`}>
          <a href={hrefOf(item)}>
            <b>{item.block === null ? 'The whole text' : `Paragraph ${numberOf(item.block) ?? '·'}`}</b>{' '}
            {item.quote && <q dir="auto">{shortened(item.quote)}</q>}
          </a>
          <span>{reasonOf(item)}</span>
        </li>
      ))}
    </ol>
  );
}

/** Why a gap is worth talking about, in words. */
function reasonOf({ reason, people, side }: PlanItem): string {
  switch (reason) {
    case 'open-questions':
      return people === 1 ? 'One person asked, and nobody replied.' : `${people} people asked, no reply.`;
    case 'one-sided':
      return side === 'for' ? 'One-sided: everyone agreed.' : 'One-sided: everyone objected.';
    case 'open-objection':
      return 'An objection that nobody answered.';
    case 'uncontested':
      return 'Put forward, and nobody took a side.';
  }
}

export function shortened(text: string, most = 110): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')}…`;
}
