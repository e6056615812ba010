// The caret for the search box of the panel, which may be asked for before the panel has been fetched.

let isAwaited = false;

/** Puts the caret into the search box, as soon as it is there. */
export function focusFind(): void {
  const box = document.querySelector<HTMLElement>('[data-find]');
  isAwaited = box === null;
  box?.focus();
}

/** For the box itself, when it appears. */
export function takeFindFocus(box: HTMLElement | null): void {
  if (!box || !isAwaited) return;
  isAwaited = false;
  // After the panel has put the focus on itself.
  requestAnimationFrame(() => box.focus());
}
