// Single keys as shortcuts: never while someone types, never with a modifier, and off for who switched them off (U29).

import { useEffect, useEffectEvent } from 'react';
import { useManners } from './manners.tsx';

/** By key, as `KeyboardEvent.key` names it. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** Is this key meant for a field, a menu or a dialog rather than for the page? */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

/** Hears single keys anywhere on the page that nothing closer has taken. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const isOn = useManners().keys;
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isOn || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || isInDialog(event.target)) return;
    const run = shortcuts[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** A modal dialog, a menu or a list box has its own keys; a panel beside the page has not. */
function isInDialog(target: EventTarget | null): boolean {
  const modal = '[role="menu"], [role="listbox"], [role="alertdialog"], [role="dialog"]:not([data-panel])';
  return target instanceof Element && target.closest(modal) !== null;
}
