// The one box for typing over the grid: what goes into it, when its words are kept, which keys leave it, and where it lies.

import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Desk } from './desk.ts';
import { altAct, isAnswer } from './keys.ts';

/** While one types, the words are kept at most this often. */
const saveMs = 1000;

/** Typing into the box: beginning, ending, and the keys in between. */
export function useTyping(desk: Desk, box: RefObject<HTMLTextAreaElement | null>) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const end = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (desk.editing) desk.commit(box.current?.value ?? '');
  };
  const latest = useRef(end);
  latest.current = end;
  useEffect(() => {
    const keep = () => latest.current();
    addEventListener('pagehide', keep);
    addEventListener('beforeunload', keep, { capture: true });
    return () => {
      removeEventListener('pagehide', keep);
      removeEventListener('beforeunload', keep, { capture: true });
      keep();
    };
  }, []);

  /** Opens the box where the cursor is, or on the cell that was just begun. */
  const begin = () => {
    if (!desk.editing && !desk.begin()) return;
    const element = box.current;
    if (!element || !desk.editing) return;
    element.value = desk.editing.text;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
  };
  /** After a key that leaves a cell: on an empty place typing goes on at once. */
  const goOn = () => {
    if (desk.cell) return;
    begin();
  };
  const onInput = () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      desk.save(box.current?.value ?? '');
    }, saveMs);
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const act = altAct(event);
    if (act) {
      end();
      act(desk);
      return true;
    }
    if (isAnswer(event)) {
      end();
      if (desk.answerAcross()) begin();
      return true;
    }
    switch (event.key) {
      case 'Tab': {
        end();
        const went = desk.next(event.shiftKey ? -1 : 1);
        if (went) goOn();
        return went;
      }
      case 'Enter':
        if (event.shiftKey) return false;
        end();
        desk.step(1, 0);
        goOn();
        return true;
      case 'Escape':
        end();
        return true;
      default:
        return false;
    }
  };
  return { begin, end, onInput, onKey };
}

/** Lays the box over the cell that is typed in, wherever that has moved to. */
export function useBoxPlace(
  frame: RefObject<HTMLDivElement | null>,
  box: RefObject<HTMLTextAreaElement | null>,
  spot: string | null,
): void {
  useLayoutEffect(() => {
    const cell = spot && frame.current?.querySelector<HTMLElement>(`[data-spot="${CSS.escape(spot)}"]`);
    if (!cell || !box.current || !frame.current) return;
    const { style } = box.current;
    const at = cell.getBoundingClientRect();
    const from = frame.current.getBoundingClientRect();
    style.left = `${at.left - from.left + frame.current.scrollLeft}px`;
    style.top = `${at.top - from.top + frame.current.scrollTop}px`;
    style.inlineSize = `${at.width}px`;
    style.minBlockSize = `${at.height}px`;
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}
