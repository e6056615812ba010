// The state of saving, in words, always visible and true (U27). The words are DUR4's.

import { Check, CloudOff, LoaderCircle, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import type { SaveState } from '#lib/sync/room-state.ts';
import { useRefusalWords } from '../compose/refusals.ts';
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

type Voice = {
  t: ReturnType<typeof useTranslations<'room.save'>>;
  /** Why something is not saved. */
  reasonOf: (code: string, detail: string) => string;
};

export function wordsOf(save: SaveState, { t, reasonOf }: Voice): string {
  switch (save.kind) {
    case 'offline':
      if (save.changes === 0) return t('offline');
      return t(save.isLasting ? 'onDevice' : 'inTab', { changes: save.changes });
    case 'waiting':
      return t(`waiting.${save.reason}`);
    case 'not-saved':
      return t('notSaved', { reason: reasonOf(save.code, save.detail) });
    default:
      return t(save.kind);
  }
}

export function SaveWords({ save }: { save: SaveState }) {
  const t = useTranslations('room.save');
  const words = wordsOf(save, { t, reasonOf: useRefusalWords() });
  const Icon = icons[save.kind];
  return (
    <span className={styles.save} data-kind={save.kind} role="status" title={words}>
      <Icon aria-hidden="true" />
      <span>{words}</span>
    </span>
  );
}
