// The line above a post wherever one is shown: face, name, label, time, and the way to what it said before.

import { Lock, Megaphone } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Avatar } from '#components/ui/avatar.tsx';
import { Time } from '#components/ui/time.tsx';
import { saidAt } from '#lib/model/imported.ts';
import type { Ref } from '#lib/model/record.ts';
import type { Post } from '#lib/model/threads/thread.ts';
import { useScene } from '../scene/scene.ts';
import { PointChip } from './chip.tsx';
import { authorOf } from './conversation.ts';
import history from './history.module.css';
import styles from './post.module.css';
import { StandingMark } from './standing-mark.tsx';

const HistoryDialog = dynamic(() => import('./history-dialog.tsx').then((module) => module.HistoryDialog), {
  ssr: false,
});

/** Where one may look back, "edited" opens what it said before. */
export function PostHead({ post, mayLookBack = false }: { post: Post; mayLookBack?: boolean }) {
  const { people, placeOf } = useScene();
  const t = useTranslations('thread.post');
  const { entry } = post;
  if (!entry) return null;
  const isChanged = entry.createdAt !== undefined && entry.acceptedAt !== entry.createdAt;
  // A highlight has no words to edit: it was only taken back and put there again.
  const isEdited = isChanged && (entry.value.body ?? entry.value.card) !== undefined;
  const change = isEdited ? 'edited' : post.placedBy ? 'placed' : null;
  const name = authorOf(post, people);
  return (
    <div className={styles.head}>
      <Avatar id={entry.participant} name={name} size="s" />
      <b dir="auto">{name}</b>
      <PointChip value={entry.value} />
      <StandingMark of={entry.ref} />
      {entry.value.forAll && (
        <span className={styles.forAll}>
          <Megaphone aria-hidden="true" /> {t('forAll')}
        </span>
      )}
      {placeOf(entry.ref) !== 'room' && (
        <span className={styles.private}>
          <Lock aria-hidden="true" /> {t(placeOf(entry.ref) === 'private' ? 'private' : 'side')}
        </span>
      )}
      <span className={styles.when}>
        <Changed of={entry.ref} author={name} change={change} mayLookBack={mayLookBack} />
        <Time at={saidAt(entry, people.get(entry.participant))} />
      </span>
    </div>
  );
}

type Change = { of: Ref; author: string; change: 'edited' | 'placed' | null; mayLookBack: boolean };

function Changed({ of, author, change, mayLookBack }: Change) {
  const { placeOf } = useScene();
  const t = useTranslations('thread.post');
  const [isOpen, setIsOpen] = useState(false);
  if (!change) return null;
  const words = t(`${change}.words`);
  // What a team prepares is kept as it stands: only the room and one's own notes are looked back on.
  if (!mayLookBack || placeOf(of) === 'side') return <>{words} · </>;
  return (
    <>
      <button
        type="button"
        className={history.edited}
        aria-label={t(`${change}.lookBack`)}
        onClick={() => setIsOpen(true)}
      >
        {words}
      </button>
      {' · '}
      {isOpen && <HistoryDialog of={of} author={author} onClose={() => setIsOpen(false)} />}
    </>
  );
}
