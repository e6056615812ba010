'use client';
// The library while it is empty: how to get from here to a first discussion, in a minute (U45).

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { LinkButton } from '#components/ui/form/button.tsx';
import css from './library.module.css';

const steps = ['text', 'publish', 'invite'] as const;
const bold = { b: (words: ReactNode) => <strong>{words}</strong> };

export function FirstSteps({ canImport }: { canImport: boolean }) {
  const t = useTranslations('library.first');
  if (!canImport)
    return (
      <section className={css.first} aria-label={t('nothing')}>
        <h2>{t('nothing')}</h2>
        <p>{t('invited')}</p>
        <LinkButton href="/sign-up" look="primary" size="large">
          {t('signUp')}
        </LinkButton>
      </section>
    );
  return (
    <section className={css.first} aria-label={t('label')}>
      <h2>{t('title')}</h2>
      <ol className={css.steps}>
        {steps.map((step) => (
          <li key={step}>
            <span>{t.rich(step, bold)}</span>
          </li>
        ))}
      </ol>
      <LinkButton href="/readings/new" look="primary" size="large">
        {t('act')}
      </LinkButton>
    </section>
  );
}
