// What to talk about next: up to three gaps, each with its paragraph, its words and why it is worth the time.

import { useTranslations } from 'use-intl/react';
import type { PlanItem } from '#lib/model/review/plan.ts';
import css from './gaps.module.css';

type Props = {
  plan: readonly PlanItem[];
  numberOf: (block: number) => number | null;
  hrefOf: (item: PlanItem) => string;
};

export function PlanList({ plan, numberOf, hrefOf }: Props) {
  const t = useTranslations('review.class.plan');
  const placeOf = usePlace(numberOf);
  if (plan.length === 0) return <p className={css.quiet}>{t('none')}</p>;
  return (
    <ol className={css.plan}>
      {plan.map((item) => (
        <li key={`${item.block} ${item.reason}`}>
          <a href={hrefOf(item)}>
            <b>{placeOf(item.block)}</b> {item.quote && <q dir="auto">{shortened(item.quote)}</q>}
          </a>
          <span>{reasonOf(item, t)}</span>
        </li>
      ))}
    </ol>
  );
}

/** Why a gap is worth talking about, in words. */
function reasonOf(
  { reason, people, side }: PlanItem,
  t: ReturnType<typeof useTranslations<'review.class.plan'>>,
): string {
  switch (reason) {
    case 'open-questions':
      return t('questions', { people });
    case 'one-sided':
      return side === 'for' ? t('agreed') : t('objected');
    default:
      return t(reason);
  }
}

/** What a paragraph is called; null is the reading as a whole. */
export function usePlace(numberOf: (block: number) => number | null): (block: number | null) => string {
  const t = useTranslations('review.class.place');
  return (block) =>
    block === null ? t('whole') : t('paragraph', { number: String(numberOf(block) ?? '·') });
}

export function shortened(text: string, most = 110): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')}…`;
}
