// While a filter keeps notes back, the page says so, and how to see all again.

import { X } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import styles from './find.module.css';

type Props = { shown: number; all: number; onAll: () => void };

export function FilterStrip({ shown, all, onAll }: Props) {
  const t = useTranslations('reading.find');
  return (
    <p className={styles.strip} role="status">
      <span>{t('shown', { shown, all })}</span>
      <button type="button" onClick={onAll}>
        <X aria-hidden="true" /> {t('showAll')}
      </button>
    </p>
  );
}
