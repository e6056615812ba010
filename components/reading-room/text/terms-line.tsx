// What the room's assignment asks, in a line above the title, and its prompt below: by when, and how far one has come.

import { Fragment, useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl/react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { progressOf, wordsThatCount } from '#lib/model/classes/assignment.ts';
import { isInstructor } from '#lib/model/permission.ts';
import { termsInWords } from '#lib/words/due.ts';
import styles from './terms.module.css';

export function TermsLine() {
  const t = useTranslations('ui.due');
  const locale = useLocale();
  const { info, state, terms } = useOpenRoom();
  const { visibility } = info.room;
  const { participantId } = info.me;
  const done = useMemo(() => {
    const own = [...state.entries.values()].filter(({ participant }) => participant === participantId);
    return progressOf(
      own.map(({ value }) => value),
      wordsThatCount(visibility),
    );
  }, [state.entries, participantId, visibility]);
  if (!terms) return null;
  const words = termsInWords(terms, isInstructor(state.role) ? null : done, new Date().toISOString(), {
    locale,
    t,
  });
  // Server and browser differ by a moment, which may be midnight: the browser's words are the right ones.
  return words.length > 0 ? (
    <p className={styles.terms}>
      <bdi>
        {words.map((part, i) => (
          <Fragment key={part}>
            {i > 0 && ' '}
            <span className={styles.part} suppressHydrationWarning>
              {i < words.length - 1 ? `${part} ·` : part}
            </span>
          </Fragment>
        ))}
      </bdi>
    </p>
  ) : null;
}

export function Prompt() {
  const t = useTranslations('reading.text');
  const { terms } = useOpenRoom();
  if (!terms?.prompt) return null;
  return (
    <section className={styles.prompt} aria-label={t('prompt')} dir="auto">
      {terms.prompt}
    </section>
  );
}
