// One point in its thread: who, how, when, the words, what they cite, and what can be done with it.

import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from '#components/ui/avatar.tsx';
import { Time } from '#components/ui/time.tsx';
import { saidAt } from '#lib/model/imported.ts';
import { anchorOf, type Post } from '#lib/model/threads/thread.ts';
import { usePassages } from '../scene/passages.ts';
import { useScene } from '../scene/scene.ts';
import { PointChip } from './chip.tsx';
import { authorOf, hiddenWords } from './conversation.ts';
import { NoteWords } from './late-markdown.tsx';
import { PassageFate } from './passage-fate.tsx';
import styles from './post.module.css';
import { StandingMark } from './standing-mark.tsx';
import { useSilence } from './use-silence.ts';

type Props = {
  post: Post;
  /** Replaces the words while they are being changed. */
  editor?: ReactNode;
  /** Shows the passage that a reply cites. */
  onShowPassage?: (post: Post) => void;
};

export function PostView({ post, editor, onShowPassage }: Props) {
  const { people } = useScene();
  const silence = useSilence(post);
  const value = post.entry?.value;
  if (silence !== null || !value) return <p className={styles.silence}>{silence}</p>;
  return (
    <>
      <PostHead post={post} />
      {post.hiddenBy && <p className={styles.silence}>{hiddenWords(post.hiddenBy, people)}</p>}
      {post.entry && <PassageFate post={post} />}
      {editor ?? (
        <>
          {post.level > 0 && anchorOf(post) && <Citation post={post} onShow={onShowPassage} />}
          {value.body && (
            <div className={styles.body} dir="auto">
              <NoteWords body={value.body} />
            </div>
          )}
        </>
      )}
    </>
  );
}

/** The line with face, name, label and time. */
export function PostHead({ post }: { post: Post }) {
  const { people, placeOf } = useScene();
  const { entry } = post;
  if (!entry) return null;
  const isChanged = entry.createdAt !== undefined && entry.acceptedAt !== entry.createdAt;
  // A highlight has no words to edit: it was only taken back and put there again.
  const isEdited = isChanged && entry.value.body !== undefined;
  const name = authorOf(post, people);
  return (
    <div className={styles.head}>
      <Avatar id={entry.participant} name={name} size="s" />
      <b>{name}</b>
      <PointChip value={entry.value} />
      <StandingMark of={entry.ref} />
      {placeOf(entry.ref) !== 'room' && (
        <span className={styles.private}>
          <Lock aria-hidden="true" /> {placeOf(entry.ref) === 'private' ? 'Only me' : 'My side'}
        </span>
      )}
      <span className={styles.when}>
        {isEdited && 'edited · '}
        <Time at={saidAt(entry, people.get(entry.participant))} />
      </span>
    </div>
  );
}

function Citation({ post, onShow }: { post: Post; onShow: Props['onShowPassage'] }) {
  const { locate, quoteOf } = usePassages();
  const anchor = anchorOf(post);
  const range = anchor && locate(anchor);
  // What is said of words that are gone already quotes them.
  if (!anchor || !range) return null;
  return (
    <button type="button" className={styles.citation} disabled={!onShow} onClick={() => onShow?.(post)}>
      <q>{anchor.hash ? anchor.quote : quoteOf(range)}</q>
    </button>
  );
}
