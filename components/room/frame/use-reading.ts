// Which of the room's readings is in view. The address of the reading view says so (`?reading=`), so that it can be
// shared, reloaded and gone back to; the other views leave it as it was.

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ReadingInfo } from './room-info.ts';

export type ReadingInView = {
  reading: ReadingInfo;
  /** The address of the text, with this reading in view. */
  href: string;
  /** What the address names, '' for the first: to be written into the page as `data-named-reading`. */
  named: string;
  /** Puts another reading in view: a step to go back from, unless it follows someone. */
  show(id: string, how?: 'step' | 'following'): void;
};

/** `base`: the path of the reading view. */
export function useReading(readings: readonly ReadingInfo[], base: string): ReadingInView {
  const isReading = usePathname().replace(/\/$/, '') === base;
  const named = useNamed();
  // What the address last said, apart from what is in view: it says a moment later what was chosen on this page.
  const [said, setSaid] = useState(named);
  const [chosen, setChosen] = useState(named);
  if (isReading && named !== said) {
    setSaid(named);
    setChosen(named);
  }
  const [first] = readings;
  // Another may come first while one reads: the text in view stays, whatever an address without a name means by then.
  const [firstId, setFirstId] = useState(first?.id);
  if (first && first.id !== firstId) {
    setFirstId(first.id);
    if (chosen === '' && firstId !== undefined) setChosen(firstId);
  }
  const reading = readings.find(({ id }) => id === chosen) ?? first;
  if (!reading || !first) throw new Error('a room was rendered without a reading');
  const isOnText = useRef(isReading);
  isOnText.current = isReading;
  const show = useCallback<ReadingInView['show']>(
    (id, how = 'step') => {
      const wanted = id === first.id ? '' : id;
      setChosen(wanted);
      if (!isOnText.current) return;
      getSelection()?.removeAllRanges();
      const address = withReading(location, wanted);
      if (how === 'step') history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    },
    [first.id],
  );
  const href = withReading({ pathname: base, search: '' }, reading === first ? '' : reading.id);
  return { reading, href, named, show };
}

/**
 * The reading that the address names. While a page comes alive it is the one that its HTML was made for: a copy from the
 * device is kept by its path alone, and may have been made for another.
 */
function useNamed(): string {
  const named = useSearchParams().get('reading') ?? '';
  return useSyncExternalStore(
    neverChanges,
    () => named,
    () => (typeof document === 'undefined' ? named : (namedInPage() ?? named)),
  );
}

function neverChanges(): () => void {
  return () => {};
}

function namedInPage(): string | undefined {
  return document.querySelector<HTMLElement>('[data-named-reading]')?.dataset.namedReading;
}

/** Fetches the texts again when the room holds others than this page came with. A new version waits to be asked for. */
export function useHeldReadings(
  readings: readonly ReadingInfo[],
  told: readonly { id: string; edition: number }[] | null,
): void {
  const router = useRouter();
  const idsOf = (some: readonly { id: string }[]) => some.map(({ id }) => id).join(' ');
  const shown = idsOf(readings);
  const held = told ? idsOf(told) : shown;
  useEffect(() => {
    if (held !== shown) router.refresh();
  }, [held, shown, router]);
}

/** The same address with another reading; the first one needs no name. */
export function withReading({ pathname, search }: { pathname: string; search: string }, id: string): string {
  const params = new URLSearchParams(search);
  if (id) params.set('reading', id);
  else params.delete('reading');
  const query = params.toString();
  return pathname + (query === '' ? '' : `?${query}`);
}
