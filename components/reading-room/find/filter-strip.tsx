// While a filter keeps notes back, the page says so, and how to see all again.

import { X } from 'lucide-react';
import styles from './find.module.css';

type Props = { shown: number; all: number; onAll: () => void };

export function FilterStrip({ shown, all, onAll }: Props) {
  return (
    <p className={styles.strip} role="status">
      <span>
        {shown === 0 ? 'No note' : shown === 1 ? '1 note' : `${shown} notes`} of {all} shown
      </span>
      <button type="button" onClick={onAll}>
        <X aria-hidden="true" /> Show all
      </button>
    </p>
  );
}
