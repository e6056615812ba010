// Reactions under a post: a word and a number, pressed or not; where the line is short, an icon in the place of the word.

import { useTranslations } from 'use-intl/react';
import styles from './post.module.css';
import type { Reaction } from './use-reactions.ts';

export function Reactions({ reactions }: { reactions: readonly Reaction[] }) {
  return reactions.map((reaction) => {
    const { kind, count, isMine, toggle } = reaction;
    if (!toggle) return count > 0 ? <Tally key={kind} reaction={reaction} /> : null;
    return (
      <button
        key={kind}
        type="button"
        className={`${styles.act} ${styles.reaction}`}
        aria-pressed={isMine}
        onClick={toggle}
      >
        <Face reaction={reaction} />
        {count > 0 && <b>{count}</b>}
      </button>
    );
  });
}

function Tally({ reaction }: { reaction: Reaction }) {
  return (
    <span className={`${styles.act} ${styles.reaction}`}>
      <Face reaction={reaction} /> <b>{reaction.count}</b>
    </span>
  );
}

function Face({ reaction: { kind, icon: Icon } }: { reaction: Reaction }) {
  const t = useTranslations('terms.reaction');
  return (
    <>
      <i title={t(kind)} aria-hidden>
        <Icon />
      </i>
      <span>{t(kind)}</span>
    </>
  );
}
