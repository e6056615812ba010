// The phone's bar: a way to all notes and to the parts of the text, under the thumb (U50).

import styles from './slim-bar.module.css';

type Props = {
  count: number;
  /** Threads with something unread. */
  news: number;
  hasContents: boolean;
  onNotes: () => void;
  onNext: () => void;
  onContents: () => void;
};

export function SlimBar({ count, news, hasContents, onNotes, onNext, onContents }: Props) {
  return (
    <nav className={styles.slim} aria-label="Notes and contents">
      <button type="button" onClick={onNotes}>
        Notes {count}
      </button>
      {news > 0 && (
        <button type="button" onClick={onNext}>
          Next new
        </button>
      )}
      {hasContents && (
        <button type="button" onClick={onContents}>
          Contents
        </button>
      )}
    </nav>
  );
}
