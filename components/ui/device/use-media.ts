// Where notes have room: beside the text, in a panel over its edge, or in a sheet from below.

import { useSyncExternalStore } from 'react';

export type Layout = 'wide' | 'middle' | 'narrow';

const wide = '(min-width: 1101px)';
const narrow = '(max-width: 640px)';

/** The same breakpoints as in the style sheets. On the server: wide, which shows nothing that must move later. */
export function useLayout(): Layout {
  const isWide = useMedia(wide, true);
  const isNarrow = useMedia(narrow, false);
  return isWide ? 'wide' : isNarrow ? 'narrow' : 'middle';
}

/** Has this device a finger rather than a mouse as its first pointer? */
export function useCoarsePointer(): boolean {
  return useMedia('(pointer: coarse)', false);
}

function useMedia(query: string, onServer: boolean): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
    () => onServer,
  );
}
