// Esc leaves what is open. Whatever has a closer meaning of it (a composer, a selection, a dialog) hears it first.

import { useEffect, useEffectEvent } from 'react';
import { isTyping } from '#components/ui/device/shortcuts.ts';

export function useEscape(onEscape: () => void): void {
  const leave = useEffectEvent(onEscape);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isTyping(event.target)) return;
      const selection = getSelection();
      if (selection?.isCollapsed === false) selection.removeAllRanges();
      else leave();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
