// Clash: the four sorts of gaps, each with everything in it, or the sentence that there is none.

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import type { ParticipantId, Ref } from '#lib/model/record.ts';
import type { Clash, ClashPassage } from '#lib/model/review/clash.ts';
import css from './gaps.module.css';
import { shortened, usePlace } from './plan-list.tsx';

type Props = {
  clash: Clash;
  nameOf: (participant: ParticipantId) => string;
  numberOf: (block: number) => number | null;
  hrefOf: (ref: Ref) => string;
  wordsOf: (ref: Ref) => string;
  onOpen: (participant: ParticipantId) => void;
};

export function ClashLists({ clash, nameOf, numberOf, hrefOf, wordsOf, onOpen }: Props) {
  const t = useTranslations('review.class.clash');
  const place = usePlace(numberOf);
  const passage = ({ block, quote, first }: ClashPassage, more?: string) => (
    <li key={block}>
      <a href={hrefOf(first)}>
        <b>{place(block)}</b> {quote && <q dir="auto">{shortened(quote)}</q>}
      </a>
      {more && <span>{more}</span>}
    </li>
  );
  return (
    <div className={css.clash}>
      <Gap title={t('uncontested.title')} none={t('uncontested.none')}>
        {clash.uncontested.map((one) => passage(one))}
      </Gap>
      <Gap title={t('oneSided.title')} none={t('oneSided.none')}>
        {clash.oneSided.map((one) => passage(one, t(`oneSided.${one.side}`)))}
      </Gap>
      <Gap title={t('questions.title')} none={t('questions.none')}>
        {clash.openQuestions.map(({ ref, asker, block }) => (
          <li key={ref}>
            <a href={hrefOf(ref)}>
              <b>{place(block)}</b> <bdi>{shortened(wordsOf(ref))}</bdi>
            </a>
            <span dir="auto">{nameOf(asker)}</span>
          </li>
        ))}
      </Gap>
      <Gap title={t('unanswered.title')} none={t('unanswered.none')}>
        {clash.unanswered.map((id) => (
          <li key={id}>
            <button type="button" onClick={() => onOpen(id)}>
              {nameOf(id)}
            </button>
          </li>
        ))}
      </Gap>
    </div>
  );
}

function Gap({ title, none, children }: { title: string; none: string; children: ReactNode[] }) {
  return (
    <section aria-label={title}>
      <h3>
        {title} {children.length > 0 && <span>{children.length}</span>}
      </h3>
      {children.length === 0 ? <p className={css.quiet}>{none}</p> : <ul>{children}</ul>}
    </section>
  );
}
