// How many notes are above and below what is on screen, and the way to the nearest of them (U13). Counted four times a
// second while scrolling: each new number is a change of the page, which the browser lays out and paints.

import { ArrowDown, ArrowUp } from 'lucide-react';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { sight } from '../text/text-dom.ts';
import styles from './margin-jump.module.css';

/** A card in the margin: from the margin's top, in CSS pixels, and how many notes it stands for. */
export type Row = { top: number; bottom: number; notes: number };
const pauseMs = 250;

type Beyond = { above: number; below: number };

export function MarginJump({
  marginRef,
  rows,
}: {
  marginRef: RefObject<HTMLElement | null>;
  rows: readonly Row[];
}) {
  const t = useTranslations('reading.margin');
  const { above, below } = useBeyond(marginRef, rows);
  const goTo = (row: Row | undefined) => {
    const origin = marginRef.current?.getBoundingClientRect().top;
    if (row && origin !== undefined) scrollBy({ top: origin + row.top - innerHeight / 3 });
  };
  const seen = () => seenFrom(marginRef.current);
  return (
    <>
      {above > 0 && (
        <div className={styles.above}>
          <button type="button" onClick={() => goTo(rows.findLast(({ bottom }) => bottom <= seen().from))}>
            <ArrowUp aria-hidden="true" /> {t('above', { count: above })}
          </button>
        </div>
      )}
      {below > 0 && (
        <div className={styles.below}>
          <button type="button" onClick={() => goTo(rows.find(({ top }) => top >= seen().to))}>
            <ArrowDown aria-hidden="true" /> {t('below', { count: below })}
          </button>
        </div>
      )}
    </>
  );
}

/** How many notes of the rows lie wholly above and wholly below a stretch. */
export function beyond(rows: readonly Row[], { from, to }: { from: number; to: number }): Beyond {
  let above = 0;
  let below = 0;
  for (const { top, bottom, notes } of rows) {
    if (bottom <= from) above += notes;
    else if (top >= to) below += notes;
  }
  return { above, below };
}

function useBeyond(marginRef: RefObject<HTMLElement | null>, rows: readonly Row[]): Beyond {
  const [{ above, below }, setBeyond] = useState<Beyond>({ above: 0, below: 0 });
  useEffect(() => {
    let timer = 0;
    const count = () => {
      timer = 0;
      const next = beyond(rows, seenFrom(marginRef.current));
      setBeyond((before) => (before.above === next.above && before.below === next.below ? before : next));
    };
    const countSoon = () => {
      timer ||= window.setTimeout(count, pauseMs);
    };
    countSoon();
    addEventListener('scroll', countSoon, { passive: true });
    addEventListener('resize', countSoon);
    return () => {
      clearTimeout(timer);
      removeEventListener('scroll', countSoon);
      removeEventListener('resize', countSoon);
    };
  }, [marginRef, rows]);
  return useMemo(() => ({ above, below }), [above, below]);
}

function seenFrom(margin: HTMLElement | null): { from: number; to: number } {
  const origin = margin?.getBoundingClientRect().top ?? 0;
  const { top, bottom } = sight();
  return { from: top - origin, to: bottom - origin };
}
