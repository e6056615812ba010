// What others said since this page was opened waits behind a number: the text never moves under its reader (U24).

import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Unread } from '#components/room/frame/use-unread.ts';
import type { Ref } from '#lib/model/record.ts';
import type { Post } from '#lib/model/threads/thread.ts';
import styles from './find.module.css';

type Props = {
  unread: Unread;
  /** Whether what one has read, here and elsewhere, is known yet. */
  isReady: boolean;
  onShow: (post: Post) => void;
};

export function NewsPill({ unread, isReady, onShow }: Props) {
  const t = useTranslations('reading.find');
  const [known, setKnown] = useState<ReadonlySet<Ref> | null>(null);
  const posts = useMemo(() => [...unread.values()].flat(), [unread]);
  // What was unread when one came is no news: it waits on its card.
  if (isReady && known === null) setKnown(new Set(posts.map(({ ref }) => ref)));
  const news = useMemo(() => (known ? posts.filter(({ ref }) => !known.has(ref)) : []), [posts, known]);
  const [first] = news;
  if (!first) return null;
  return (
    <button type="button" className={styles.pill} onClick={() => onShow(first)}>
      {t('news', { count: news.length })}
    </button>
  );
}
