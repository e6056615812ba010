'use client';
// A button that opens a small panel at its side; Esc or a press elsewhere closes it and gives the focus back.

import type { ReactNode } from 'react';
import { useOpener } from './use-opener.ts';

const fetchPanel = () => import('./popover-panel.tsx');

export function PopoverButton({
  title,
  face,
  className = '',
  children,
}: {
  /** What the panel is called. */
  title: string;
  /** Its words are the name of the button. */
  face: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}) {
  const { open, trigger, close, button } = useOpener(fetchPanel);
  return (
    <>
      <button {...button} aria-haspopup="dialog" className={className}>
        {face}
      </button>
      {open && (
        <open.PopoverPanel title={title} trigger={trigger} onClose={close}>
          {children}
        </open.PopoverPanel>
      )}
    </>
  );
}
