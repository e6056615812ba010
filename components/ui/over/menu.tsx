'use client';
// A button that opens a short list of acts.

import type { ReactNode } from 'react';
import css from './menu.module.css';
import { useOpener } from './use-opener.ts';

/** With the sheet of dialogs: what a menu's acts ask ("lose what is not saved?") must be askable even if the network goes now. */
const fetchList = async () => {
  await import('./dialog-sheet.tsx');
  const { MenuList } = await import('./menu-list.tsx');
  return { MenuList };
};

/** `children`: `MenuItem`s. */
export function Menu({ label, face, children }: { label: string; face: ReactNode; children: ReactNode }) {
  const { open, trigger, close, button, onArrow } = useOpener(fetchList);
  return (
    <>
      <button
        {...button}
        aria-haspopup="menu"
        aria-label={label}
        className={css.trigger ?? ''}
        onKeyDown={onArrow}
      >
        {face}
      </button>
      {open && (
        <open.MenuList label={label} trigger={trigger} onClose={close}>
          {children}
        </open.MenuList>
      )}
    </>
  );
}
