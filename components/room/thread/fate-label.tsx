// What became of a note's passage, in one quiet word on its card; passage-fate.tsx says the rest where the thread is open.

import { MoveRight, PencilLine, SearchX } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import type { Carried } from '#lib/model/editions/carry.ts';
import type { Anchor } from '#lib/model/record.ts';
import { anchorOf, type Post } from '#lib/model/threads/thread.ts';
import { usePassages } from '../scene/passages.ts';
import styles from './passage-fate.module.css';

export const fateIcons = { moved: MoveRight, reworded: PencilLine, gone: SearchX } as const;

/** What is surely said of a passage: one that may be somewhere is gone until somebody says where. */
export function fateOf(state: Exclude<Carried['state'], 'exact'>): keyof typeof fateIcons {
  return state === 'uncertain' ? 'gone' : state;
}

/** Nothing where the passage is exact. */
export function FateLabel({ post }: { post: Post }) {
  const fate = useFate(post);
  const t = useTranslations('thread.fate');
  if (!fate || fate.carried.state === 'exact') return null;
  const state = fateOf(fate.carried.state);
  const Icon = fateIcons[state];
  return (
    <span className={styles.label}>
      <Icon aria-hidden="true" /> {t(`${state}.label`)}
    </span>
  );
}

/** Is there something to say of the passage on a card? */
export function useIsChanged(post: Post): boolean {
  const fate = useFate(post);
  return fate !== null && fate.carried.state !== 'exact';
}

export function useFate(post: Post): { carried: Carried; anchor: Anchor } | null {
  const passages = usePassages();
  const anchor = anchorOf(post);
  return anchor ? { carried: passages.of(anchor).carried(anchor), anchor } : null;
}
