// Giving a note the words it is about in this version of the text, with an undo (U18).

import { useCallback } from 'react';
import { useTranslations } from 'use-intl/react';
import { showToast } from '#components/ui/over/toast.tsx';
import type { Anchor, Entry, Point } from '#lib/model/record.ts';
import { sayIfFailed } from '../scene/failure.ts';
import { placingRight, useScene } from '../scene/scene.ts';

/** Authors write their note again with the new passage; instructors say on their own layer where it belongs. */
export function usePlaceNote(): (entry: Entry<Point>, anchor: Anchor) => void {
  const scene = useScene();
  const t = useTranslations('thread.fate');
  const ui = useTranslations('ui.act');
  return useCallback(
    (entry, anchor) => {
      const right = placingRight(scene, entry);
      const { acts } = scene;
      const before = entry.value.anchor;
      if (right === null || !before) return;
      const place = scene.placeOf(entry.ref);
      const write = (to: Anchor, isUndo: boolean) =>
        right === 'author' ? acts.anchorAt(place, entry, to) : acts.placeFor(entry, isUndo ? null : to);
      sayIfFailed(write(anchor, false));
      showToast(t('placed'), {
        action: { label: ui('undo'), run: () => sayIfFailed(write(before, true)) },
      });
    },
    [scene, t, ui],
  );
}
