// What goes on between people who follow each other, in words, with the way to end it; and the question, for who is asked.

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import type { ParticipantId } from '#lib/model/record.ts';
import { nameOf, type People } from '../scene/people.ts';
import styles from './follow.module.css';
import type { FollowDesk } from './use-following.ts';

export type FollowProps = { follow: FollowDesk; people: People };

const named = { name: (words: ReactNode) => <b dir="auto">{words}</b> };

export function FollowStrips({ follow, people }: FollowProps) {
  const t = useTranslations('room.follow');
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
          aria-label={t('asks', { who: name(asker.participant) })}
        >
          <p>{t.rich('question', { ...named, who: name(asker.participant) })}</p>
          <button type="button" onClick={() => answer(asker.question, false)}>
            {t('notNow')}
          </button>
          <button type="button" className={styles.yes} onClick={() => answer(asker.question, true)}>
            {t('let')}
          </button>
        </section>
      )}
      {followers.length > 0 && (
        <p className={styles.strip} role="status">
          <span>
            {t.rich('followers', {
              ...named,
              names: followers.map(({ participant }) => name(participant)).join(', '),
              count: followers.length,
            })}
          </span>
          <button type="button" onClick={stopAll}>
            {t('endAll')}
          </button>
        </p>
      )}
      {(follows ?? waitsFor) && (
        <p className={styles.strip} role="status">
          <span>
            {t.rich(follows ? 'following' : 'waiting', { ...named, who: name(follows ?? waitsFor ?? '') })}
          </span>
          <button type="button" onClick={() => ask(null)}>
            {follows ? t('stop') : t('neverMind')}
          </button>
        </p>
      )}
    </div>
  );
}
