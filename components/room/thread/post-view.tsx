// One point in its thread: who, how, when, the words, what they cite, and what can be done with it.

import { Lock, Megaphone } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { Avatar } from '#components/ui/avatar.tsx';
import { Time } from '#components/ui/time.tsx';
import { saidAt } from '#lib/model/imported.ts';
import type { Ref } from '#lib/model/record.ts';
import { tagsBeside } from '#lib/model/threads/tag.ts';
import { anchorOf, type Post } from '#lib/model/threads/thread.ts';
import { usePassages } from '../scene/passages.ts';
import { useScene } from '../scene/scene.ts';
import { TagList } from '../words/tag-link.tsx';
import { PointChip } from './chip.tsx';
import { authorOf, hiddenWords } from './conversation.ts';
import history from './history.module.css';
import { NoteWords } from './late-markdown.tsx';
import { PassageFate } from './passage-fate.tsx';
import styles from './post.module.css';
import { StandingMark } from './standing-mark.tsx';
import { useSilence } from './use-silence.ts';

const HistoryDialog = dynamic(() => import('./history-dialog.tsx').then((module) => module.HistoryDialog), {
  ssr: false,
});

// A card with its checks comes where a room has cards: other rooms do not load it.
const CardFace = dynamic(() => import('../card/card-face.tsx').then((module) => module.CardFace), {
  ssr: false,
});

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
      <PostHead post={post} mayLookBack />
      {post.hiddenBy && <p className={styles.silence}>{hiddenWords(post.hiddenBy, people)}</p>}
      {post.entry && <PassageFate post={post} />}
      {editor ?? (
        <>
          {post.level > 0 && anchorOf(post) && <Citation post={post} onShow={onShowPassage} />}
          {post.entry && value.card && <CardFace entry={post.entry} />}
          {value.body && (
            <div className={styles.body} dir="auto">
              <NoteWords body={value.body} />
            </div>
          )}
          <TagList tags={tagsBeside(value.tags ?? [], value.body ?? '')} />
        </>
      )}
    </>
  );
}

/** The line with face, name, label and time; where one may look back, "edited" opens what it said before. */
export function PostHead({ post, mayLookBack = false }: { post: Post; mayLookBack?: boolean }) {
  const { people, placeOf } = useScene();
  const { entry } = post;
  if (!entry) return null;
  const isChanged = entry.createdAt !== undefined && entry.acceptedAt !== entry.createdAt;
  // A highlight has no words to edit: it was only taken back and put there again.
  const isEdited = isChanged && (entry.value.body ?? entry.value.card) !== undefined;
  const wordsOfChange = isEdited ? 'edited' : post.placedBy ? 'placed' : null;
  const name = authorOf(post, people);
  return (
    <div className={styles.head}>
      <Avatar id={entry.participant} name={name} size="s" />
      <b dir="auto">{name}</b>
      <PointChip value={entry.value} />
      <StandingMark of={entry.ref} />
      {entry.value.forAll && (
        <span className={styles.forAll}>
          <Megaphone aria-hidden="true" /> Instructor, to all groups
        </span>
      )}
      {placeOf(entry.ref) !== 'room' && (
        <span className={styles.private}>
          <Lock aria-hidden="true" /> {placeOf(entry.ref) === 'private' ? 'Only me' : 'My side'}
        </span>
      )}
      <span className={styles.when}>
        <Changed of={entry.ref} author={name} words={wordsOfChange} mayLookBack={mayLookBack} />
        <Time at={saidAt(entry, people.get(entry.participant))} />
      </span>
    </div>
  );
}

type Change = { of: Ref; author: string; words: string | null; mayLookBack: boolean };

function Changed({ of, author, words, mayLookBack }: Change) {
  const { placeOf } = useScene();
  const [isOpen, setIsOpen] = useState(false);
  if (!words) return null;
  // What a team prepares is kept as it stands: only the room and one's own notes are looked back on.
  if (!mayLookBack || placeOf(of) === 'side') return <>{words} · </>;
  return (
    <>
      <button
        type="button"
        className={history.edited}
        aria-label={`${words}: what it said before`}
        onClick={() => setIsOpen(true)}
      >
        {words}
      </button>
      {' · '}
      {isOpen && <HistoryDialog of={of} author={author} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function Citation({ post, onShow }: { post: Post; onShow: Props['onShowPassage'] }) {
  const { locate, quoteOf, pageOf } = usePassages();
  const anchor = anchorOf(post);
  const range = anchor && locate(anchor);
  // What is said of words that are gone already quotes them.
  if (!anchor || !range) return null;
  const page = pageOf(range);
  return (
    <button type="button" className={styles.citation} disabled={!onShow} onClick={() => onShow?.(post)}>
      <q dir="auto">{anchor.hash ? anchor.quote : quoteOf(range)}</q>
      {page !== undefined && <span className={styles.page}> p. {page}</span>}
    </button>
  );
}
