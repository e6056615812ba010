// Taking a note back, with an undo (U18): the same wherever a note is shown.

import { useTranslations } from 'use-intl/react';
import { sayIfFailed } from '#components/room/scene/failure.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { showToast } from '#components/ui/over/toast.tsx';
import type { Entry, Point } from '#lib/model/record.ts';

export function useWithdraw(): (entry: Entry<Point>) => void {
  const { acts, placeOf } = useScene();
  const t = useTranslations('thread.acts');
  const ui = useTranslations('ui.act');
  return (entry) => {
    const place = placeOf(entry.ref);
    sayIfFailed(acts.withdraw(place, entry));
    showToast(t('withdrawn'), {
      action: { label: ui('undo'), run: () => sayIfFailed(acts.restore(place, entry)) },
    });
  };
}
