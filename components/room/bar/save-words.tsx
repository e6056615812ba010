// The state of saving, in words, always visible and true (U27). The words are DUR4's.

import { Check, CloudOff, LoaderCircle, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { SaveState } from '#lib/sync/room-state.ts';
import styles from './save-words.module.css';

const icons: Record<SaveState['kind'], LucideIcon> = {
  connecting: LoaderCircle,
  'not-connected': CloudOff,
  saved: Check,
  saving: LoaderCircle,
  offline: CloudOff,
  waiting: TriangleAlert,
  'not-saved': TriangleAlert,
};

export function wordsOf(save: SaveState): string {
  switch (save.kind) {
    case 'connecting':
      return 'Connecting';
    case 'not-connected':
      return 'Not connected: reload the page';
    case 'saved':
      return 'Saved';
    case 'saving':
      return 'Saving';
    case 'offline':
      if (save.changes === 0) return 'Offline';
      return `Offline, ${save.changes === 1 ? '1 change' : `${save.changes} changes`} only ${save.isLasting ? 'on this device' : 'in this tab'}`;
    case 'waiting':
      return `Waiting: ${save.reason}`;
    case 'not-saved':
      return `Not saved: ${save.reason}`;
  }
}

export function SaveWords({ save }: { save: SaveState }) {
  const Icon = icons[save.kind];
  return (
    <span className={styles.save} data-kind={save.kind} role="status" title={wordsOf(save)}>
      <Icon aria-hidden="true" />
      <span>{wordsOf(save)}</span>
    </span>
  );
}
