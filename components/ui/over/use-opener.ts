// What every button has that opens something over the page: a plain button at first; what it opens is fetched once
// somebody is about to press it.

import { type KeyboardEvent, useRef, useState } from 'react';
import { useLatePart } from './use-late-part.ts';

/** `fetch`: loads what will be shown; asked again, it costs nothing. */
export function useOpener<T extends object>(fetch: () => Promise<T>) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const part = useLatePart(isOpen ? 'open' : null, fetch, close);
  // Where it cannot be fetched now, opening it tries again and says so.
  const prepare = () => void fetch().catch(() => {});
  return {
    /** What is to be shown now: null while it is closed, or not there yet. */
    open: isOpen ? part : null,
    trigger,
    close,
    button: {
      ref: trigger,
      type: 'button' as const,
      'aria-expanded': isOpen,
      onPointerEnter: prepare,
      onFocus: prepare,
      onClick() {
        // Safari does not focus what is clicked, and the focus has to come back here.
        trigger.current?.focus();
        setOpen(true);
      },
    },
    /** For menus: an arrow opens them, too. */
    onArrow(event: KeyboardEvent) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      setOpen(true);
    },
  };
}
