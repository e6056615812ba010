// Threads and drafts one under the other, for where there is no margin: all of them, or those of one paragraph.

import { useTranslations } from 'use-intl/react';
import type { CardOfThread, Elsewhere } from '#components/room/frame/discussion.ts';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import type { Unread } from '#components/room/frame/use-unread.ts';
import type { Ref } from '#lib/model/record.ts';
import type { Thread } from '#lib/model/threads/thread.ts';
import type { Target } from '#lib/sync/device/drafts.ts';
import { CompactCard } from './compact-card.tsx';
import { DraftCard } from './margin.tsx';
import styles from './notes-list.module.css';
import type { MarginDraft } from './use-placement.ts';

type Props = {
  cards: readonly CardOfThread[];
  /** Those in the room's other readings, which come after. */
  elsewhere: readonly Elsewhere[];
  drafts: readonly MarginDraft[];
  unread: Unread;
  /** A filter may be why there are none. */
  isFiltering: boolean;
  onActivate: (thread: Ref) => void;
  onCompose: (target: Target) => void;
};

export function NotesList(props: Props) {
  const { cards, elsewhere, drafts, unread, isFiltering, onActivate, onCompose } = props;
  const { info, state } = useOpenRoom();
  const t = useTranslations('reading.list');
  if (cards.length + drafts.length + elsewhere.length === 0)
    return (
      <p className={styles.empty}>
        {t(isFiltering ? 'noneFound' : state.firstSync === 'pending' ? 'pending' : 'empty')}
      </p>
    );
  const row = (thread: Thread) => (
    <li key={thread.ref}>
      <CompactCard
        thread={thread}
        news={unread.get(thread.ref)?.length ?? 0}
        onOpen={() => onActivate(thread.ref)}
      />
    </li>
  );
  const others = Map.groupBy(elsewhere, ({ reading }) => reading);
  return (
    <>
      {cards.length + drafts.length > 0 && (
        <ul className={styles.list}>
          {drafts.map(({ target, draft }) => (
            <li key={target}>
              <DraftCard draft={draft} onOpen={() => onCompose(target)} />
            </li>
          ))}
          {cards.map(({ thread }) => row(thread))}
        </ul>
      )}
      {info.readings
        .filter(({ id }) => others.has(id))
        .map(({ id, title }) => (
          <section key={id} aria-label={t('region', { title })}>
            <h3 className={styles.reading}>
              {t.rich('reading', { title, name: (words) => <bdi>{words}</bdi> })}
            </h3>
            <ul className={styles.list}>{others.get(id)?.map(({ thread }) => row(thread))}</ul>
          </section>
        ))}
    </>
  );
}
