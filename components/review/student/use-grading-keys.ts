// The keys of grading: from student to student, from note to note, from criterion to criterion, and the levels by
// number. None of them while words are being written, or while a dialog is open.

import { useEffect, useEffectEvent } from 'react';

export type GradingKeys = {
  student: (by: 1 | -1) => void;
  note: (by: 1 | -1) => void;
  whole: () => void;
  criterion: (by: 1 | -1) => void;
  /** Counted from 0. */
  level: (index: number) => void;
  word: () => void;
};

export function useGradingKeys(keys: GradingKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target))
      return;
    const act = actFor(event.key, keys);
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}

function actFor(key: string, keys: GradingKeys): (() => void) | undefined {
  if (/^[1-9]$/.test(key)) return () => keys.level(Number(key) - 1);
  const acts: Record<string, () => void> = {
    j: () => keys.student(1),
    k: () => keys.student(-1),
    n: () => keys.note(1),
    p: () => keys.note(-1),
    a: () => keys.whole(),
    c: () => keys.criterion(1),
    C: () => keys.criterion(-1),
    w: () => keys.word(),
  };
  return acts[key];
}

function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null
  );
}
