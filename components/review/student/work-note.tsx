// One note of the student's: what it answers, its words as they are shown, how it came in, what it became since, the
// marks on it, and the thread around it on demand.

import { ChevronDown } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { nameOf, readable } from '#components/room/scene/people.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { PointChip } from '#components/room/thread/chip.tsx';
import { NoteWords } from '#components/room/thread/late-markdown.tsx';
import { PostView } from '#components/room/thread/post-view.tsx';
import { useDateFormat } from '#components/ui/dates.ts';
import { Button } from '#components/ui/form/button.tsx';
import type { Entry, Point } from '#lib/model/record.ts';
import type { Said } from '#lib/model/review/room-work.ts';
import type { Timing } from '#lib/model/review/timing.ts';
import { postsIn } from '#lib/model/threads/thread.ts';
import { shortened } from '../class/plan-list.tsx';
import css from './work-note.module.css';

type Props = {
  said: Said;
  timing: Timing;
  /** The words that stand now, where these are earlier ones; undefined where nothing was changed since. */
  since?: Entry<Point> | undefined;
  isSelected?: boolean;
  /** Is the thread around it there from the beginning? */
  showsThread?: boolean;
  onSelect?: () => void;
  onAccept?: (isAccepted: boolean) => void;
  /** Marks and private words on this note. */
  children?: ReactNode;
};

export function WorkNote(props: Props) {
  const { said, timing, since, isSelected = false, onSelect, onAccept, children } = props;
  const { people } = useScene();
  const t = useTranslations('review.student.note');
  const card = useRef<HTMLElement>(null);
  const [isOpen, setIsOpen] = useState(props.showsThread ?? false);
  const { entry, parent, thread } = said;
  const answered = parent?.entry;
  useEffect(() => {
    if (isSelected) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  return (
    // Not before the click: what is selected scrolls into sight, and its buttons would move from under the pointer.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the desk go from note to note; the mouse is the second way.
    <article
      ref={card}
      className={css.note}
      aria-current={isSelected ? 'true' : undefined}
      data-timing={timing}
      onClick={onSelect}
    >
      {answered && (
        <p className={css.to}>
          {answered.value.body
            ? t.rich('answersWords', {
                ...apart,
                who: nameOf(people, answered.participant),
                words: shortened(readable(people, answered.value.body), 90),
              })
            : t.rich('answers', { ...apart, who: nameOf(people, answered.participant) })}
        </p>
      )}
      <div className={css.words}>
        <PointChip value={entry.value} />
        {entry.value.body ? (
          <NoteWords body={entry.value.body} />
        ) : (
          <p className={css.quiet}>{t('noWords')}</p>
        )}
      </div>
      <Received entry={entry} timing={timing} onAccept={onAccept} />
      {since && (
        <div className={css.since}>
          {since.value.withdrawn
            ? t.rich('takenBackSince', apart)
            : t.rich('editedSince', { ...apart, words: readable(people, since.value.body ?? '') })}
        </div>
      )}
      {children}
      {thread.size > 1 && (
        <button
          type="button"
          className={css.around}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <ChevronDown aria-hidden="true" />
          {isOpen ? t('hideThread') : t('showThread', { count: thread.size })}
        </button>
      )}
      {isOpen && (
        <ol className={css.thread}>
          {postsIn(thread).map((post) => (
            <li
              key={post.ref}
              data-own={post.entry?.participant === entry.participant}
              style={{ '--level': Math.min(post.level, 6) } as React.CSSProperties}
            >
              <PostView post={post} />
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}

/** Names and words of people stand apart: they may run the other way. */
const apart = {
  b: (words: ReactNode) => <b>{words}</b>,
  name: (who: ReactNode) => <bdi>{who}</bdi>,
  quote: (words: ReactNode) => <bdi>{words}</bdi>,
};

/** How it came in, where that needs to be said; a click takes what was received late. */
function Received({
  entry,
  timing,
  onAccept,
}: {
  entry: Entry<Point>;
  timing: Timing;
  onAccept: Props['onAccept'];
}) {
  const t = useTranslations('review.student.note');
  const timeOf = useTimeOf();
  if (timing === 'in-time') return null;
  const received = timeOf(entry.createdAt ?? entry.value.at);
  return (
    <p className={css.received}>
      {timing === 'received-late'
        ? t(timing, { written: timeOf(entry.value.at), received })
        : t(timing, { received })}
      {onAccept && (
        <Button look="quiet" onPress={() => onAccept(timing !== 'accepted')}>
          {timing === 'accepted' ? t('undo') : t('accept')}
        </Button>
      )}
    </p>
  );
}

const moment = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
} as const;

/** Says when something came in. */
export function useTimeOf(): (at: string) => string {
  const format = useDateFormat(moment);
  return (at) => format.format(new Date(at));
}
