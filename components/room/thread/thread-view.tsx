// A whole thread: the first point, and under it all that answers it, as nested lists with a line in each stance's colour.

import { CircleCheck } from 'lucide-react';
import { type CSSProperties, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl/react';
import { Time } from '#components/ui/time.tsx';
import type { Entry, Point, Ref, Stance } from '#lib/model/record.ts';
import type { Post, Thread } from '#lib/model/threads/thread.ts';
import { listFormat } from '#lib/words/lists.ts';
import { AnswerComposer, AnswerInvitation } from '../compose/answer-box.tsx';
import { EditComposer } from '../compose/edit-composer.tsx';
import { answerTarget, useDrafts } from '../compose/use-draft.ts';
import { nameOf } from '../scene/people.ts';
import { useScene } from '../scene/scene.ts';
import { stanceLooks } from '../scene/stances.ts';
import { cardId } from './card-id.ts';
import { type PlaceInThread, spokenName } from './conversation.ts';
import { PostActs } from './post-acts.tsx';
import { PostView } from './post-view.tsx';
import styles from './thread.module.css';
import { useVoice } from './voice.ts';

export type Answering = { to: Ref; stance: Stance | undefined };

type Props = {
  thread: Thread;
  /** The point that a link or a click led to. */
  active: Ref | null;
  /** What was unread when the thread was opened. */
  news: ReadonlySet<Ref>;
  answering: Answering | null;
  /** Names of those who are answering a point just now (U23). */
  answeringNow: ReadonlyMap<Ref, ReadonlySet<string>>;
  onAnswer: (answering: Answering) => void;
  /** With the new answer's name, or null where it was given up. */
  onAnswered: (posted: Ref | null) => void;
  onWithdraw: (entry: Entry<Point>) => void;
  onShowPassage: (post: Post) => void;
};

export function ThreadView(props: Props) {
  const { thread, answering, onAnswer } = props;
  const scene = useScene();
  const t = useTranslations('thread.view');
  const begun = useDrafts(scene.drafts);
  const root = thread.root.entry;
  const { resolvedBy } = thread;
  const resolvedAt = resolvedBy && (resolvedBy.acceptedAt ?? resolvedBy.value.at);
  return (
    <div className={styles.thread}>
      {resolvedBy && resolvedAt && (
        <p className={styles.resolved}>
          <CircleCheck aria-hidden="true" />
          <span>
            {t.rich('resolved', {
              who: nameOf(scene.people, resolvedBy.participant),
              at: resolvedAt,
              name: (words) => <bdi>{words}</bdi>,
              time: () => <Time at={resolvedAt} />,
            })}
          </span>
        </p>
      )}
      <PostItem {...props} post={thread.root} place={{ index: 0, count: 1 }} />
      {root && !root.value.withdrawn && answering === null && !begun.has(answerTarget(root)) && (
        <AnswerInvitation to={root} onOpen={(stance) => onAnswer({ to: root.ref, stance })} />
      )}
    </div>
  );
}

type ItemProps = Props & { post: Post; place: PlaceInThread };

function PostItem(props: ItemProps) {
  const {
    thread,
    post,
    place,
    active,
    answering,
    answeringNow,
    onAnswer,
    onAnswered,
    onWithdraw,
    onShowPassage,
  } = props;
  const { people, drafts } = useScene();
  const t = useTranslations('thread.view');
  const voice = useVoice();
  const begun = useDrafts(drafts);
  const isBegun = begun.has(`answer:${post.ref}`);
  const [isOpened, setIsOpened] = useState(false);
  // A change that was begun is gone on with, whether on this page or before it.
  const isEditing = isOpened || begun.has(`edit:${post.ref}`);
  const { entry } = post;
  const isStanding = entry !== undefined && !entry.value.withdrawn;
  const said = spokenName(post, people, place, voice);
  const writers = answeringNow.get(post.ref);
  return (
    <>
      <article
        id={cardId(post.ref)}
        className={styles.post}
        data-active={active === post.ref && post.level > 0}
        data-news={props.news.has(post.ref)}
        tabIndex={-1}
        aria-label={props.news.has(post.ref) ? t('new', { said }) : said}
      >
        <PostView
          post={post}
          onShowPassage={onShowPassage}
          editor={
            isEditing && entry ? <EditComposer entry={entry} onDone={() => setIsOpened(false)} /> : undefined
          }
        />
        {isStanding && !isEditing && (
          <PostActs
            thread={thread}
            post={post}
            entry={entry}
            onAnswer={() => onAnswer({ to: post.ref, stance: undefined })}
            onEdit={() => setIsOpened(true)}
            onWithdraw={() => onWithdraw(entry)}
          />
        )}
      </article>
      {post.answers.length > 0 && (
        <ol className={styles.answers} aria-label={t('replies', { count: post.answers.length })}>
          {post.answers.map((answer, index) => (
            <li
              key={answer.ref}
              className={styles.answer}
              data-line={answer.stance ? stanceLooks[answer.stance].line : 'solid'}
              style={
                { '--c': answer.stance ? stanceLooks[answer.stance].color : 'var(--line)' } as CSSProperties
              }
            >
              <PostItem
                {...props}
                post={answer}
                place={{ parent: post, index, count: post.answers.length }}
              />
            </li>
          ))}
        </ol>
      )}
      {writers && <Writing names={[...writers]} />}
      {isStanding && (answering?.to === post.ref || isBegun) && (
        <AnswerComposer
          to={entry}
          stance={answering?.to === post.ref ? answering.stance : undefined}
          autoFocus={answering?.to === post.ref}
          onDone={onAnswered}
        />
      )}
    </>
  );
}

function Writing({ names }: { names: readonly string[] }) {
  const t = useTranslations('thread.view');
  const who = listFormat(useLocale()).format(names);
  return <p className={styles.writing}>{t('answering', { count: names.length, who })}</p>;
}
