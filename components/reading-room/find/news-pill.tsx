// What others said since this page was opened waits behind a number: the text never moves under its reader (U24).

import { useTranslations } from 'use-intl/react';
import type { Post } from '#lib/model/threads/thread.ts';
import styles from './find.module.css';

type Props = { news: readonly Post[]; onShow: (post: Post) => void };

export function NewsPill({ news, onShow }: Props) {
  const t = useTranslations('reading.find');
  const [first] = news;
  if (!first) return null;
  return (
    <button type="button" className={styles.pill} onClick={() => onShow(first)}>
      {t('news', { count: news.length })}
    </button>
  );
}
