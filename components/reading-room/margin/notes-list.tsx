// Threads and drafts one under the other, for where there is no margin: all of them, or those of one paragraph.

import type { CardOfThread } from '#components/room/frame/discussion.ts';
import type { Unread } from '#components/room/frame/use-unread.ts';
import type { Ref } from '#lib/model/record.ts';
import type { Target } from '#lib/sync/device/drafts.ts';
import { CompactCard } from './compact-card.tsx';
import { DraftCard, type MarginDraft } from './margin.tsx';
import styles from './notes-list.module.css';

type Props = {
  cards: readonly CardOfThread[];
  drafts: readonly MarginDraft[];
  unread: Unread;
  /** A filter may be why there are none. */
  isFiltering: boolean;
  onActivate: (thread: Ref) => void;
  onCompose: (target: Target) => void;
};

export function NotesList({ cards, drafts, unread, isFiltering, onActivate, onCompose }: Props) {
  if (cards.length + drafts.length === 0)
    return (
      <p className={styles.empty}>
        {isFiltering
          ? 'No note is like that. Ask for less, or show all.'
          : 'No notes yet. Select some words of the text to say the first thing.'}
      </p>
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
          <CompactCard
            thread={thread}
            news={unread.get(thread.ref)?.length ?? 0}
            onOpen={() => onActivate(thread.ref)}
          />
        </li>
      ))}
    </ul>
  );
}
