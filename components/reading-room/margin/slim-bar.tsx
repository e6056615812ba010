// The phone's bar: a way to all notes and to the parts of the text, under the thumb (U50).

import styles from './slim-bar.module.css';

type Props = { count: number; hasContents: boolean; onNotes: () => void; onContents: () => void };

export function SlimBar({ count, hasContents, onNotes, onContents }: Props) {
  return (
    <nav className={styles.slim} aria-label="Notes and contents">
      <button type="button" onClick={onNotes}>
        Notes {count}
      </button>
      {hasContents && (
        <button type="button" onClick={onContents}>
          Contents
        </button>
      )}
    </nav>
  );
}
