// What goes on between people who follow each other, in words, with the way to end it; and the question, for who is asked.

import type { ParticipantId } from '#lib/model/record.ts';
import { nameOf, type People } from '../scene/people.ts';
import styles from './follow.module.css';
import type { FollowDesk } from './use-following.ts';

export type FollowProps = { follow: FollowDesk; people: People };

export function FollowStrips({ follow, people }: FollowProps) {
  const { follows, waitsFor, asked, followers, ask, answer } = follow;
  const [asker] = asked;
  const stopAll = () => {
    for (const { question } of followers) answer(question, false);
  };
  const name = (id: ParticipantId) => nameOf(people, id);
  return (
    <div className={styles.strips}>
      {asker && (
        <section
          className={styles.strip}
          role="alert"
          aria-label={`${name(asker.participant)} asks to follow you`}
        >
          <p>
            <b dir="auto">{name(asker.participant)}</b> asks to follow where you read. While they do, the part
            of the text you are at is sent to this discussion.
          </p>
          <button type="button" onClick={() => answer(asker.question, false)}>
            Not now
          </button>
          <button type="button" className={styles.yes} onClick={() => answer(asker.question, true)}>
            Let them
          </button>
        </section>
      )}
      {followers.length > 0 && (
        <p className={styles.strip} role="status">
          <span>
            <b dir="auto">{followers.map(({ participant }) => name(participant)).join(', ')}</b>{' '}
            {followers.length === 1 ? 'follows' : 'follow'} where you read.
          </span>
          <button type="button" onClick={stopAll}>
            Stop that
          </button>
        </p>
      )}
      {(follows ?? waitsFor) && (
        <p className={styles.strip} role="status">
          <span>
            {follows ? 'You follow ' : 'You asked to follow '}
            <b dir="auto">{name(follows ?? waitsFor ?? '')}</b>.
            {follows ? ' Scroll, or press Esc, to stop.' : ''}
          </span>
          <button type="button" onClick={() => ask(null)}>
            {follows ? 'Stop' : 'Never mind'}
          </button>
        </p>
      )}
    </div>
  );
}
