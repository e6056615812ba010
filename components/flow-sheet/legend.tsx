// The keys of the flow, always in sight: nobody learns them from a manual in the middle of a speech.

import { useTranslations } from 'use-intl/react';
import styles from './flow-view.module.css';
import { altActs, plainKeys } from './keys.ts';

export function Legend() {
  const t = useTranslations('flow.keys');
  return (
    <dl className={styles.legend} aria-label={t('label')}>
      {[...plainKeys, ...altActs.map(({ act }) => act)].map((act) => (
        <div key={act}>
          <dt>
            <kbd>{t(`${act}.keys`)}</kbd>
          </dt>
          <dd>{t(`${act}.act`)}</dd>
        </div>
      ))}
    </dl>
  );
}
