// Going from thread to thread by key: `n` to the next with something unread, `j` and `k` to the next and the one before,
// `/` to search (U29).

import { useTranslations } from 'use-intl/react';
import type { Discussion } from '#components/room/frame/discussion.ts';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { useAttention } from '#components/room/frame/use-attention.ts';
import { useShortcuts } from '#components/ui/device/shortcuts.ts';
import { showToast } from '#components/ui/over/toast.tsx';
import type { Opening } from '../opening/use-opening.ts';
import { focusFind } from './find-focus.ts';
import { type Walk, walkOf } from './walk.ts';

/** `found`: what the filter lets through. */
export function useWalk(found: Discussion, open: Opening['open']): Walk {
  const t = useTranslations('reading.desk');
  const { info, reading, unread, attend } = useOpenRoom();
  const { active } = useAttention();
  const walk = walkOf(found, unread, active, info.readings.indexOf(reading), {
    open,
    onNone: () => showToast(t('nothingUnread')),
  });
  useShortcuts({
    n: walk.next,
    j: () => walk.step(1),
    k: () => walk.step(-1),
    '/': () => {
      attend({ type: 'list', panel: { kind: 'notes', block: null } });
      focusFind();
    },
  });
  return walk;
}
