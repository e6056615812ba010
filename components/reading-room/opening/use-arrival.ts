// Where a link into the room leads: to a point, or to a word on why it is not there, and to a paragraph (U30).

import type { RefObject } from 'react';
import { useTranslations } from 'use-intl/react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { useLinkedBlock, useLinkedPoint } from '#components/room/frame/use-link.ts';
import { showToast } from '#components/ui/over/toast.tsx';
import { blockElement } from '../text/text-dom.ts';
import type { Opening } from './use-opening.ts';

export function useArrival(articleRef: RefObject<HTMLElement | null>, open: Opening['open']): void {
  const t = useTranslations('reading.desk');
  const { discussion, state } = useOpenRoom();
  useLinkedPoint(
    (ref) => discussion.posts.has(ref),
    state.firstSync,
    (ref, arrival) => {
      if (arrival === 'here') open(ref, { focus: true });
      else showToast(t(`lost.${arrival}`), { lastsMs: 12_000 });
    },
  );
  useLinkedBlock((index) => {
    const block = articleRef.current && blockElement(articleRef.current, index);
    block?.scrollIntoView({ block: 'center' });
    block?.focus({ preventScroll: true });
  });
}
