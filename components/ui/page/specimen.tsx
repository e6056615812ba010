// A picture of the product in its own type: one passage, a claim on it, two answers. For the front page, which draws it on
// the server and so hands it its words.

import type { useTranslations } from 'use-intl/react';
import { Avatar } from '../avatar.tsx';
import css from './specimen.module.css';

type Props = {
  t: ReturnType<typeof useTranslations<'account.front.specimen'>>;
  terms: ReturnType<typeof useTranslations<'terms'>>;
};

export function Specimen({ t, terms }: Props) {
  return (
    <figure className={css.specimen}>
      <p className={css.text}>
        {t.rich('passage', { mark: (words) => <mark className={css.passage}>{words}</mark> })}
      </p>
      <div className={css.card}>
        <Said id="ada-o" name="Ada O." stance={terms('kind.claim')} tone="var(--claim-ink)">
          {t('claim')}
        </Said>
        <div className={css.answers}>
          <Said id="chidi-r" name="Chidi R." stance={terms('stance.rebuts')} tone="var(--rebuts)">
            {t('rebuttal')}
          </Said>
          <Said id="bk" name="Bea K." stance={terms('stance.qualifies')} tone="var(--qualifies)">
            {t('qualification')}
          </Said>
        </div>
      </div>
      <figcaption className={css.caption}>{t('caption')}</figcaption>
    </figure>
  );
}

function Said({
  id,
  name,
  stance,
  tone,
  children,
}: {
  id: string;
  name: string;
  stance: string;
  tone: string;
  children: string;
}) {
  return (
    <div className={css.said} style={{ '--tone': tone } as React.CSSProperties}>
      <p className={css.who}>
        <Avatar id={id} name={name} size="s" />
        <strong>{name}</strong>
        <span className={css.stance}>{stance}</span>
      </p>
      <p>{children}</p>
    </div>
  );
}
