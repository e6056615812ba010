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

type Props = {
  label: string;
  face: ReactNode;
  /** Of the button, in the place of a bar's. */
  className?: string | undefined;
  /** `MenuItem`s. */
  children: ReactNode;
};

export function Menu({ label, face, className = css.trigger, children }: Props) {
  const { open, trigger, close, button, onArrow } = useOpener(fetchList);
  return (
    <>
      <button
        {...button}
        aria-haspopup="menu"
        aria-label={label}
        title={label}
        className={className}
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
