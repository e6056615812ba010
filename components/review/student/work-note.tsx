// One note of the student's: what it answers, its words as they are shown, how it came in, what it became since, the
// marks on it, and the thread around it on demand.

import { ChevronDown } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { nameOf, readable } from '#components/room/scene/people.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { PointChip } from '#components/room/thread/chip.tsx';
import { NoteWords } from '#components/room/thread/late-markdown.tsx';
import { PostView } from '#components/room/thread/post-view.tsx';
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
  onSelect?: () => void;
  onAccept?: (isAccepted: boolean) => void;
  /** Marks and private words on this note. */
  children?: ReactNode;
};

export function WorkNote({ said, timing, since, isSelected = false, onSelect, onAccept, children }: Props) {
  const { people } = useScene();
  const card = useRef<HTMLElement>(null);
  const [isOpen, setIsOpen] = useState(false);
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
          replying to <bdi>{nameOf(people, answered.participant)}</bdi>
          {answered.value.body && (
            <>
              : “<bdi>{shortened(readable(people, answered.value.body), 90)}</bdi>”
            </>
          )}
        </p>
      )}
      <div className={css.words}>
        <PointChip value={entry.value} />
        {entry.value.body ? <NoteWords body={entry.value.body} /> : <p className={css.quiet}>No words.</p>}
      </div>
      <Received entry={entry} timing={timing} onAccept={onAccept} />
      {since && (
        <div className={css.since}>
          <b>Edited since.</b>{' '}
          {since.value.withdrawn ? (
            'It was taken back.'
          ) : (
            <>
              It now reads: “<bdi>{readable(people, since.value.body ?? '')}</bdi>”
            </>
          )}
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
          {isOpen ? 'Hide the thread' : `The thread around it, ${thread.size} in all`}
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
  if (timing === 'in-time') return null;
  const received = timeOf(entry.createdAt ?? entry.value.at);
  const words = {
    'received-late': `Written ${timeOf(entry.value.at)} on this device, received ${received}.`,
    accepted: `Received ${received}, after the due date; taken as in time.`,
    late: `Late: received ${received}.`,
  }[timing];
  return (
    <p className={css.received}>
      {words}
      {onAccept && (
        <Button look="quiet" onPress={() => onAccept(timing !== 'accepted')}>
          {timing === 'accepted' ? 'Undo' : 'Accept'}
        </Button>
      )}
    </p>
  );
}

const clock = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

export function timeOf(at: string): string {
  return clock.format(new Date(at));
}
