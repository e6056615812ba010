// The margin: a card for each thread, level with its passage, the active one pinned and its neighbours pushed (U9). Where
// a paragraph has more than stand beside it, one card leads to all of them. Only cards near the screen are in the page (U14).

import { memo, type ReactNode, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { placesFor, useScene } from '#components/room/scene/scene.ts';
import { Button } from '#components/ui/form/button.tsx';
import type { Ref } from '#lib/model/record.ts';
import { cardsBetween } from '#lib/model/threads/margin.ts';
import { focusText } from '../text/text-dom.ts';
import { useHeights } from '../text/use-geometry.ts';
import styles from './card.module.css';
import { type CardActs, MarginCard } from './margin-card.tsx';
import { MarginJump } from './margin-jump.tsx';
import { useIsMoving } from './use-is-moving.ts';
import { measuredAs, type Standing, usePlacement } from './use-placement.ts';

type Props = Standing &
  CardActs & {
    lit: Ref | null;
    /** What was said has come: where nothing stands, nothing was said. */
    isKnown: boolean;
    /** The inside of the active card. */
    thread: ReactNode;
    /** The inside of the card being written. */
    composer: ReactNode;
  };

/** Where more cards than this are at hand they do not move to their places: they stand there, which costs far less. */
const mostMoving = 20;

/** Draws itself only when something of it changes: scrolling asks it more often than that. */
export const Margin = memo(function Margin(props: Props) {
  const { cards, drafts, geometry, near, unread, lit, thread, composer } = props;
  const { onActivate, onCompose, onLight, onList } = props;
  const t = useTranslations('reading.margin');
  const mayWrite = placesFor(useScene()).length > 0;
  const marginRef = useRef<HTMLElement>(null);
  const { heights, version, measured } = useHeights();
  const { items, current, pinned, wishes, tops, rows } = usePlacement(props, heights, version);
  const isMoving = useIsMoving(cards, drafts, items[pinned]?.key, wishes[pinned]?.height);
  const shown = cardsBetween(wishes, tops, near.from, near.to);
  if (current >= 0 && !shown.includes(current)) shown.push(current);
  const bottom = rows.reduce((lowest, row) => Math.max(lowest, row.bottom), 0);

  return (
    <aside
      ref={marginRef}
      className={styles.margin}
      aria-label={t('label')}
      style={bottom > geometry.height ? { minBlockSize: bottom } : undefined}
      data-moving={isMoving && shown.length <= mostMoving}
    >
      <MarginJump marginRef={marginRef} rows={rows} />
      {shown
        .sort((a, b) => a - b)
        .map((i) => {
          const item = items[i];
          if (!item) return null;
          const isOpen = i === current;
          return (
            <MarginCard
              key={item.key}
              item={item}
              top={Math.round(tops[i] ?? 0)}
              isLit={item.thread !== undefined && item.thread.ref === lit}
              news={(item.thread && unread.get(item.thread.ref)?.length) ?? 0}
              isOpen={isOpen}
              inside={isOpen && (item.thread ? thread : composer)}
              measured={measured(measuredAs(item.key, isOpen))}
              onActivate={onActivate}
              onCompose={onCompose}
              onLight={onLight}
              onList={onList}
            />
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
