// The margin: a card for each thread, level with its passage, the active one pinned and its neighbours pushed (U9). Where
// a paragraph has more than stand beside it, one card leads to all of them. Only cards near the screen are in the page (U14).

import { X } from 'lucide-react';
import { type CSSProperties, memo, type ReactNode, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Unread } from '#components/room/frame/use-unread.ts';
import { placesFor, useScene } from '#components/room/scene/scene.ts';
import { usePlainWords } from '#components/room/thread/late-markdown.tsx';
import { Button } from '#components/ui/form/button.tsx';
import type { Ref } from '#lib/model/record.ts';
import { cardsBetween } from '#lib/model/threads/margin.ts';
import type { Thread } from '#lib/model/threads/thread.ts';
import type { Draft, Target } from '#lib/sync/device/drafts.ts';
import { focusText } from '../text/text-dom.ts';
import { useHeights } from '../text/use-geometry.ts';
import styles from './card.module.css';
import { CompactCard } from './compact-card.tsx';
import { MarginJump } from './margin-jump.tsx';
import { type Standing, usePlacement } from './use-placement.ts';

type Props = Standing & {
  lit: Ref | null;
  unread: Unread;
  /** What was said has come: where nothing stands, nothing was said. */
  isKnown: boolean;
  /** The inside of the active card. */
  thread: ReactNode;
  /** The inside of the card being written. */
  composer: ReactNode;
  onActivate: (thread: Ref | null) => void;
  onCompose: (target: Target) => void;
  onLight: (thread: Ref | null) => void;
  /** All the notes of a paragraph, where the margin shows only some. */
  onList: (block: number) => void;
};

/** Draws itself only when something of it changes: scrolling asks it more often than that. */
export const Margin = memo(function Margin(props: Props) {
  const { geometry, near } = props;
  const t = useTranslations('reading.margin');
  const mayWrite = placesFor(useScene()).length > 0;
  const marginRef = useRef<HTMLElement>(null);
  const { heights, version, measured } = useHeights();
  const { items, current, wishes, tops, rows } = usePlacement(props, heights, version);
  const shown = new Set(cardsBetween(wishes, tops, near.from, near.to));
  if (current >= 0) shown.add(current);
  const bottom = rows.reduce((lowest, row) => Math.max(lowest, row.bottom), 0);

  return (
    <aside ref={marginRef} className={styles.margin} aria-label={t('label')} style={{ minBlockSize: bottom }}>
      <MarginJump marginRef={marginRef} rows={rows} />
      {[...shown]
        .sort((a, b) => a - b)
        .map((i) => {
          const item = items[i];
          if (!item) return null;
          const isOpen = i === current;
          return (
            <div
              key={item.key}
              ref={measured(item.key)}
              className={styles.card}
              data-card=""
              data-active={isOpen}
              data-writing={isOpen && item.target !== undefined}
              data-fold={'more' in item}
              data-lit={item.thread !== undefined && item.thread.ref === props.lit}
              data-resolved={item.thread?.resolvedBy !== undefined}
              style={{ translate: `0 ${Math.round(tops[i] ?? 0)}px` } as CSSProperties}
              onPointerEnter={() => props.onLight(item.thread?.ref ?? null)}
              onPointerLeave={() => props.onLight(null)}
            >
              {isOpen && item.thread && (
                <>
                  <button
                    type="button"
                    className={styles.close}
                    aria-label={t('close')}
                    onClick={() => props.onActivate(null)}
                  >
                    <X aria-hidden="true" />
                  </button>
                  {props.thread}
                </>
              )}
              {isOpen && item.target && props.composer}
              {!isOpen && item.thread && (
                <ThreadCard
                  thread={item.thread}
                  news={props.unread.get(item.thread.ref)?.length ?? 0}
                  onActivate={props.onActivate}
                />
              )}
              {!isOpen && item.target && (
                <DraftCard draft={item.draft} onOpen={() => props.onCompose(item.target)} />
              )}
              {'more' in item && (
                <button type="button" className={styles.more} onClick={() => props.onList(item.block)}>
                  {t(item.isAll ? 'all' : 'more', { count: item.more })}
                </button>
              )}
            </div>
          );
        })}
      {items.length === 0 && mayWrite && props.isKnown && (
        <div className={styles.hint} style={{ insetBlockStart: geometry.levelOf(0, 0) }}>
          <p>{t('hint')}</p>
          <Button look="quiet" onPress={focusText}>
            {t('toText')}
          </Button>
        </div>
      )}
    </aside>
  );
});

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
