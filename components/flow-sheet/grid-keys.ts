// The keys of the grid while one goes about it, and the focus that follows its cursor.

import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Desk } from './desk.ts';
import { altAct, isAnswer, isTyping, isUndo, stepOf } from './keys.ts';

/** Keys while one goes about; true where the key was ours. */
export function onGridKey(event: KeyboardEvent, desk: Desk, begin: () => void): boolean {
  const act = altAct(event);
  if (act) {
    act(desk);
    return true;
  }
  if (isUndo(event)) return desk.undo() || true;
  if (isAnswer(event)) {
    if (desk.answerAcross()) begin();
    return true;
  }
  const step = stepOf(event);
  if (step) {
    desk.step(...step);
    return true;
  }
  switch (event.key) {
    case 'Tab':
      return desk.next(event.shiftKey ? -1 : 1);
    case 'PageDown':
      return desk.stepSheet(1);
    case 'PageUp':
      return desk.stepSheet(-1);
    case 'Enter':
    case 'F2':
      begin();
      return true;
    case 'Delete':
    case 'Backspace':
      return desk.strike() || true;
    case 'Escape':
      document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
      return true;
    default:
      // The key itself is not taken: it types its letter into the box, which has the focus by then.
      if (isTyping(event)) begin();
      return false;
  }
}

/** The focus follows the cursor while it is in the grid, and comes back to it when typing or naming a sheet ends. */
export function useFocus(frame: RefObject<HTMLDivElement | null>, desk: Desk, spot: string): void {
  const isTypingNow = desk.editing !== null;
  const isNaming = desk.naming !== null;
  const { sheetName } = desk;
  // On another sheet the cell that had the focus is gone, and the focus with it.
  const wasInside = useRef(false);
  const wasNaming = useRef(false);
  useEffect(() => {
    const element = frame.current;
    const enter = () => {
      wasInside.current = true;
    };
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget)
        wasInside.current = relatedTarget instanceof Node && element?.contains(relatedTarget) === true;
    };
    element?.addEventListener('focusin', enter);
    element?.addEventListener('focusout', leave);
    return () => {
      element?.removeEventListener('focusin', enter);
      element?.removeEventListener('focusout', leave);
    };
  }, [frame]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sheet may have its cursor on a spot of the same name
  useLayoutEffect(() => {
    const here = document.activeElement;
    const isLost = here === document.body && wasInside.current;
    const isBack = wasNaming.current && !isNaming;
    wasNaming.current = isNaming;
    if (isTypingNow || isNaming || !(isBack || isLost || frame.current?.contains(here))) return;
    const cell = frame.current?.querySelector<HTMLElement>(`[data-spot="${CSS.escape(spot)}"]`);
    if (cell && cell !== here) cell.focus({ preventScroll: false });
  }, [frame, isTypingNow, isNaming, spot, sheetName]);
}
