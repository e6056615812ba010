// One point in its thread: who, how, when, the words, what they cite, and what can be done with it.

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { tagsBeside } from '#lib/model/threads/tag.ts';
import { anchorOf, type Post } from '#lib/model/threads/thread.ts';
import { usePassages } from '../scene/passages.ts';
import { useScene } from '../scene/scene.ts';
import { TagList } from '../words/tag-link.tsx';
import { ChangedBy } from './changed-by.tsx';
import { hiddenWords } from './conversation.ts';
import { NoteWords } from './late-markdown.tsx';
import { PassageFate } from './passage-fate.tsx';
import styles from './post.module.css';
import { PostHead } from './post-head.tsx';
import { SourceOf } from './source-of.tsx';
import { useSilence } from './use-silence.ts';
import { useVoice } from './voice.ts';

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
  const { people, revised } = useScene();
  const silence = useSilence(post);
  const voice = useVoice();
  const { entry } = post;
  if (silence !== null || !entry) return <p className={styles.silence}>{silence}</p>;
  const { point: value, editors } = revised(entry);
  const first = entry.value.body;
  return (
    <>
      <PostHead post={post} mayLookBack />
      {post.hiddenBy && <p className={styles.silence}>{hiddenWords(post.hiddenBy, people, voice)}</p>}
      <PassageFate post={post} />
      {editor ?? (
        <>
          {post.level > 0 && anchorOf(post) && <Citation post={post} onShow={onShowPassage} />}
          {value.card ? (
            <CardFace entry={entry} />
          ) : (
            <ChangedBy
              author={entry.participant}
              editors={editors}
              first={first === value.body ? undefined : first}
            />
          )}
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

function Citation({ post, onShow }: { post: Post; onShow: Props['onShowPassage'] }) {
  const passages = usePassages();
  const t = useTranslations('ui.text');
  const anchor = anchorOf(post);
  const home = passages.of(anchor);
  const range = anchor && home.locate(anchor);
  // What is said of words that are gone already quotes them.
  if (!anchor || !range) return null;
  const page = home.pageOf(range);
  return (
    <button type="button" className={styles.citation} disabled={!onShow} onClick={() => onShow?.(post)}>
      <q dir="auto">{anchor.hash ? anchor.quote : home.quoteOf(range)}</q>
      <SourceOf anchor={anchor} isAway={!onShow} />
      {page !== undefined && <span className={styles.page}> {t('page', { page })}</span>}
    </button>
  );
}
