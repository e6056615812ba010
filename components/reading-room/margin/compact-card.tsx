// A thread in two lines, until it is active (U10): who, how, the first words, and how much was said.

import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { useBrief } from '#components/room/card/use-brief.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { authorOf } from '#components/room/thread/conversation.ts';
import { FateLabel, useIsChanged } from '#components/room/thread/fate-label.tsx';
import { usePlainWords } from '#components/room/thread/late-markdown.tsx';
import { PostHead } from '#components/room/thread/post-head.tsx';
import { useSilence } from '#components/room/thread/use-silence.ts';
import type { Thread } from '#lib/model/threads/thread.ts';
import styles from './card.module.css';

type Props = {
  thread: Thread;
  /** How many of its posts one has not read yet. */
  news: number;
  onOpen: () => void;
};

export function CompactCard({ thread, news, onOpen }: Props) {
  const { people } = useScene();
  const t = useTranslations('reading.margin');
  const { root } = thread;
  const silence = useSilence(root);
  const brief = useBrief(root.entry);
  const plainWords = usePlainWords(brief.words);
  const words = silence ?? plainWords;
  const replies = thread.size - (root.entry && !root.entry.value.withdrawn ? 1 : 0);
  const isChanged = useIsChanged(root);
  const author = authorOf(root, people);
  const open = words ? t('openWords', { author, words: words.slice(0, 80) }) : t('open', { author });
  const tallies = [...root.reactions].map(([kind, given]) => ({ kind, count: given.length }));
  return (
    <>
      <PostHead post={root} />
      {words && (
        <p className={styles.words} data-card-tag={brief.cite !== undefined} dir="auto">
          {words}
        </p>
      )}
      {(replies > 0 || tallies.length > 0 || thread.resolvedBy || isChanged || news > 0 || brief.cite) && (
        <p className={styles.meta}>
          {news > 0 && (
            <span className={styles.news}>
              {news === thread.size ? t('new') : t('news', { count: news })}
            </span>
          )}
          <FateLabel post={root} />
          {brief.cite && silence === null && <b dir="auto">{brief.cite}</b>}
          {thread.resolvedBy && (
            <span>
              <CircleCheck aria-hidden="true" /> {t('resolved')}
            </span>
          )}
          {replies > 0 && <span>{t('replies', { count: replies })}</span>}
          {tallies.map(({ kind, count }) => (
            <span key={kind}>{t(`tally.${kind}`, { count })}</span>
          ))}
        </p>
      )}
      <button
        type="button"
        className={styles.open}
        data-opens={thread.ref}
        onClick={onOpen}
        aria-expanded={false}
        aria-label={news > 0 ? t('openNews', { open, count: news }) : open}
      />
    </>
  );
}
