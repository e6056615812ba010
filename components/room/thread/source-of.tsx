// Which of the room's readings a passage stands in, said where that is not plain from what is beside it.

import { useTranslations } from 'use-intl/react';
import type { Anchor } from '#lib/model/record.ts';
import { useOpenRoom } from '../frame/open-room.ts';
import { usePassages } from '../scene/passages.ts';
import styles from './post.module.css';

/** Nothing in a room of one reading, nor beside the very text; `isAway`: no text is beside it. */
export function SourceOf({ anchor, isAway }: { anchor: Anchor | undefined; isAway: boolean }) {
  const { readings } = useOpenRoom().info;
  const passages = usePassages();
  const t = useTranslations('thread.post');
  const home = passages.of(anchor);
  if (readings.length < 2 || home.reading !== anchor?.reading) return null;
  if (home === passages && !isAway) return null;
  return (
    <span className={styles.source}>
      {' '}
      {t.rich('source', { title: home.title, name: (words) => <bdi>{words}</bdi> })}
    </span>
  );
}
