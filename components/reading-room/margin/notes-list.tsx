// Threads and drafts one under the other, for where there is no margin: all of them, or those of one paragraph.

import type { CardOfThread } from '#components/room/frame/discussion.ts';
import type { Ref } from '#lib/model/record.ts';
import type { Target } from '#lib/sync/drafts.ts';
import { CompactCard } from './compact-card.tsx';
import { DraftCard, type MarginDraft } from './margin.tsx';
import styles from './notes-list.module.css';

type Props = {
  cards: readonly CardOfThread[];
  drafts: readonly MarginDraft[];
  onActivate: (thread: Ref) => void;
  onCompose: (target: Target) => void;
};

export function NotesList({ cards, drafts, onActivate, onCompose }: Props) {
  if (cards.length + drafts.length === 0)
    return (
      <p className={styles.empty}>No notes yet. Select some words of the text to say the first thing.</p>
    );
  return (
    <ul className={styles.list}>
      {drafts.map(({ target, draft }) => (
        <li key={target}>
          <DraftCard draft={draft} onOpen={() => onCompose(target)} />
        </li>
      ))}
      {cards.map(({ thread }) => (
        <li key={thread.ref}>
          <CompactCard thread={thread} onOpen={() => onActivate(thread.ref)} />
        </li>
      ))}
    </ul>
  );
}
