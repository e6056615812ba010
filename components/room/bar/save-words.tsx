// The state of saving, in words, always visible and true (U27). The words are DUR4's; a reason takes a line of its own
// under the bar's, which stays as high as it is.

import { Check, CloudOff, LoaderCircle, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import spoken from '#components/ui/spoken.module.css';
import type { RoomState, SaveState } from '#lib/sync/room-state.ts';
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

/** What has a reason that is to be read (DUR4). */
type Held = Extract<SaveState, { kind: 'waiting' | 'not-saved' }>;

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
    case 'not-saved':
      return `${t(save.kind)}: ${whyOf(save, { t, reasonOf })}`;
    default:
      return t(save.kind);
  }
}

function whyOf(save: Held, { t, reasonOf }: Voice): string {
  return save.kind === 'waiting' ? t(`why.${save.reason}`) : reasonOf(save.code, save.detail);
}

export function SaveWords({ save }: { save: SaveState }) {
  const t = useTranslations('room.save');
  const words = wordsOf(save, { t, reasonOf: useRefusalWords() });
  const Icon = icons[save.kind];
  return (
    <span className={styles.save} data-kind={save.kind} role="status" title={words}>
      <Icon aria-hidden="true" />
      {save.kind === 'waiting' || save.kind === 'not-saved' ? (
        <>
          <span className={spoken.only}>{words}</span>
          <span aria-hidden="true">{t(save.kind)}</span>
        </>
      ) : (
        <span>{words}</span>
      )}
    </span>
  );
}

/** The reason for who sees the page; the state above has said it to who hears it. */
export function SaveReason({ save }: { save: Held }) {
  const t = useTranslations('room.save');
  const why = whyOf(save, { t, reasonOf: useRefusalWords() });
  return <span aria-hidden="true">{why}</span>;
}

/** What has a reason that is given nowhere else: what was refused has it beside it, and a room that is gone its own notice. */
export function heldWithoutNotice({ save, drafts, gone }: RoomState): Held | null {
  if (save.kind === 'waiting') return save;
  if (save.kind !== 'not-saved' || gone !== undefined) return null;
  return drafts.some(({ code }) => code === save.code) ? null : save;
}
