// The phone's bar: a way to all notes and to the parts of the text, under the thumb (U50).

import { useTranslations } from 'use-intl/react';
import styles from './slim-bar.module.css';

type Props = {
  count: number;
  /** Threads with something unread. */
  news: number;
  hasContents: boolean;
  onNotes: () => void;
  onNext: () => void;
  onContents: () => void;
};

export function SlimBar({ count, news, hasContents, onNotes, onNext, onContents }: Props) {
  const t = useTranslations('reading.bar');
  return (
    <nav className={styles.slim} aria-label={t('label')}>
      <button type="button" onClick={onNotes}>
        {t('notes', { count })}
      </button>
      {news > 0 && (
        <button type="button" onClick={onNext}>
          {t('next')}
        </button>
      )}
      {hasContents && (
        <button type="button" onClick={onContents}>
          {t('contents')}
        </button>
      )}
    </nav>
  );
}
