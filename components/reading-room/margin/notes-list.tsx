// Threads and drafts one under the other, for where there is no margin: all of them, or those of one paragraph.

import { useTranslations } from 'use-intl/react';
import type { CardOfThread, Elsewhere } from '#components/room/frame/discussion.ts';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import type { Unread } from '#components/room/frame/use-unread.ts';
import { placesFor, useScene } from '#components/room/scene/scene.ts';
import { Button } from '#components/ui/form/button.tsx';
import { EmptyState } from '#components/ui/page/empty-state.tsx';
import type { Ref } from '#lib/model/record.ts';
import type { Thread } from '#lib/model/threads/thread.ts';
import type { Target } from '#lib/sync/device/drafts.ts';
import { CompactCard } from './compact-card.tsx';
import { DraftCard } from './margin-card.tsx';
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
  /** Ends the filter. */
  onAll: () => void;
  /** Leads to the words that a first note would be about. */
  onText: () => void;
};

export function NotesList(props: Props) {
  const { cards, elsewhere, drafts, unread, onActivate, onCompose } = props;
  const { info, state } = useOpenRoom();
  const t = useTranslations('reading.list');
  if (cards.length + drafts.length + elsewhere.length === 0)
    return state.firstSync === 'pending' ? (
      <p className={styles.empty}>{t('pending')}</p>
    ) : (
      <None {...props} />
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

function None({ isFiltering, onAll, onText }: Pick<Props, 'isFiltering' | 'onAll' | 'onText'>) {
  const t = useTranslations('reading.list');
  const mayWrite = placesFor(useScene()).length > 0;
  if (isFiltering)
    return (
      <EmptyState title={t('noneFound.title')} action={<Button onPress={onAll}>{t('noneFound.act')}</Button>}>
        {t('noneFound.text')}
      </EmptyState>
    );
  return (
    <EmptyState title={t('none.title')} action={<Button onPress={onText}>{t('none.act')}</Button>}>
      {t(mayWrite ? 'none.text' : 'none.reading')}
    </EmptyState>
  );
}
