// Where several notes lie over one word: which one is meant? The shortest passage first (U6).

import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { useBrief } from '#components/room/card/use-brief.ts';
import { usePlainWords } from '#components/room/thread/late-markdown.tsx';
import { PostHead } from '#components/room/thread/post-head.tsx';
import type { Entry, Point, Ref } from '#lib/model/record.ts';
import type { Post } from '#lib/model/threads/thread.ts';
import { sight } from '../text/text-dom.ts';
import styles from './overlap-chooser.module.css';

export type Overlap = { posts: readonly Post[]; x: number; y: number };

/** Room for the line that was clicked on, where the list stands above it; in CSS pixels. */
const linePx = 36;

type Props = {
  /** `x` and `y`: CSS pixels from the top left of the article. */
  overlap: Overlap;
  onChoose: (ref: Ref) => void;
  onLight: (ref: Ref | null) => void;
  onClose: () => void;
};

export function OverlapChooser({ overlap, onChoose, onLight, onClose }: Props) {
  const t = useTranslations('reading.text');
  const list = useRef<HTMLDivElement>(null);
  // Before it is painted: below the pointer, or above the line where the window ends first.
  useLayoutEffect(() => {
    if (list.current) placeInSight(list.current, overlap);
  }, [overlap]);
  useEffect(() => {
    list.current?.querySelector('button')?.focus({ preventScroll: true });
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !list.current?.contains(event.target)) onClose();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [onClose]);
  return (
    <div
      ref={list}
      role="dialog"
      aria-label={t('overlap', { count: overlap.posts.length })}
      className={styles.chooser}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
    >
      {overlap.posts.map((post) => (
        <button
          key={post.ref}
          type="button"
          onClick={() => onChoose(post.ref)}
          onPointerEnter={() => onLight(post.ref)}
          onPointerLeave={() => onLight(null)}
          onFocus={() => onLight(post.ref)}
        >
          <PostHead post={post} />
          <FirstWords of={post.entry} />
        </button>
      ))}
    </div>
  );
}

function placeInSight(list: HTMLElement, { x, y }: Overlap): void {
  const origin = list.offsetParent?.getBoundingClientRect();
  if (!origin) return;
  const { top, bottom } = sight();
  const isAbove = origin.top + y + list.offsetHeight > bottom;
  const level = isAbove ? y - linePx - list.offsetHeight : y;
  list.style.top = `${Math.max(level, top - origin.top)}px`;
  list.style.left = `${Math.max(0, Math.min(x, origin.width - list.offsetWidth))}px`;
}

function FirstWords({ of }: { of: Entry<Point> | undefined }) {
  return <span className={styles.words}>{usePlainWords(useBrief(of).words)}</span>;
}
