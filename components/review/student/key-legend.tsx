// The keys of grading, where one looks while grading. Spoken as a sentence; the little keys are a picture of it.

import { useTranslations } from 'use-intl/react';
import spoken from '#components/ui/spoken.module.css';
import css from './key-legend.module.css';

export function KeyLegend() {
  const t = useTranslations('review.student.keys');
  return (
    <p className={css.keys}>
      <span className={spoken.only}>{t('spoken')}</span>
      <span aria-hidden="true">{t.rich('shown', { key: (name) => <kbd>{name}</kbd> })}</span>
    </p>
  );
}
