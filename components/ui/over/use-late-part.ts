// A part of a page that is fetched when it is first wanted: overlays and editors are half of all script, and most visits
// open few of them.

import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { showToast } from './toast.tsx';

/**
 * Null until it is there. `wanted`: what for, if for anything; where it could not be had, it is asked for again when that
 * changes. `onFail`: it cannot be had now, and the reader was told so.
 */
export function useLatePart<T extends object>(
  wanted: string | null,
  fetch: () => Promise<T>,
  onFail: () => void,
): T | null {
  const t = useTranslations('ui');
  const [part, setPart] = useState<T | null>(null);
  const fetchNow = useEffectEvent(fetch);
  const fail = useEffectEvent(() => {
    showToast(t('late'));
    onFail();
  });
  useEffect(() => {
    if (wanted === null || part) return;
    let isHere = true;
    fetchNow().then(
      (fetched) => isHere && setPart(fetched),
      () => isHere && fail(),
    );
    return () => {
      isHere = false;
    };
  }, [wanted, part]);
  return part;
}
