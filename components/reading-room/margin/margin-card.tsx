// One card of the margin: compact, or holding the open thread or the words being written; or what stands for the cards
// that gave way.

import { X } from 'lucide-react';
import { type CSSProperties, memo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { usePlainWords } from '#components/room/thread/late-markdown.tsx';
import type { Ref } from '#lib/model/record.ts';
import type { Thread } from '#lib/model/threads/thread.ts';
import type { Draft, Target } from '#lib/sync/device/drafts.ts';
import styles from './card.module.css';
import { CompactCard } from './compact-card.tsx';
import type { Item } from './use-placement.ts';

/** What pressing and pointing do, the same for every card. */
export type CardActs = {
  onActivate: (thread: Ref | null) => void;
  onCompose: (target: Target) => void;
  onLight: (thread: Ref | null) => void;
  /** All the notes of a paragraph, where the margin shows only some. */
  onList: (block: number) => void;
};

type Props = CardActs & {
  item: Item;
  /** CSS pixels from the top of the margin. */
  top: number;
  isLit: boolean;
  /** How many of its posts one has not read yet. */
  news: number;
  isOpen: boolean;
  /** What the card holds while it is open. */
  inside: ReactNode;
  measured: (element: HTMLElement | null) => void;
};

export const MarginCard = memo(function MarginCard(props: Props) {
  const { item, top, isLit, news, isOpen, inside, measured, onActivate, onCompose, onLight, onList } = props;
  const t = useTranslations('reading.margin');
  const { thread, target } = item;
  return (
    <div
      ref={measured}
      className={styles.card}
      data-card=""
      data-active={isOpen}
      data-writing={isOpen && target !== undefined}
      data-fold={'more' in item}
      data-lit={isLit}
      data-resolved={thread?.resolvedBy !== undefined}
      style={{ translate: `0 ${top}px` } as CSSProperties}
      onPointerEnter={() => onLight(thread?.ref ?? null)}
      onPointerLeave={() => onLight(null)}
    >
      {isOpen && thread && (
        <button
          type="button"
          className={styles.close}
          aria-label={t('close')}
          onClick={() => onActivate(null)}
        >
          <X aria-hidden="true" />
        </button>
      )}
      {isOpen && inside}
      {!isOpen && thread && <ThreadCard thread={thread} news={news} onActivate={onActivate} />}
      {!isOpen && target !== undefined && <DraftCard draft={item.draft} onOpen={() => onCompose(target)} />}
      {'more' in item && (
        <button type="button" className={styles.more} onClick={() => onList(item.block)}>
          {t(item.isAll ? 'all' : 'more', { count: item.more })}
        </button>
      )}
    </div>
  );
});

/** Draws itself anew only for another state of its thread, not wherever the card goes. */
const ThreadCard = memo(function ThreadCard({
  thread,
  news,
  onActivate,
}: {
  thread: Thread;
  news: number;
  onActivate: (thread: Ref) => void;
}) {
  return <CompactCard thread={thread} news={news} onOpen={() => onActivate(thread.ref)} />;
});

/** Words begun and left: they wait where they were begun. */
export function DraftCard({ draft, onOpen }: { draft: Draft; onOpen: () => void }) {
  const t = useTranslations('reading.margin');
  return (
    <>
      <p className={styles.draft}>
        <b>{t(draft.card ? 'card' : 'draft')}</b> <bdi>{usePlainWords(draft.body).slice(0, 120)}</bdi>
      </p>
      <button
        type="button"
        className={styles.open}
        onClick={onOpen}
        aria-label={t(draft.card ? 'goOnCard' : 'goOnDraft')}
      />
    </>
  );
}
