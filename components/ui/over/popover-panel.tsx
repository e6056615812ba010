'use client';
// The open panel of a popover, beside its button. Fetched when somebody is about to open it.

import type { ReactNode, RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Beside } from './beside.tsx';
import css from './popover.module.css';

type Props = {
  title: string;
  trigger: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
  children: ReactNode;
};

export function PopoverPanel({ title, trigger, onClose, children }: Props) {
  return (
    <Beside trigger={trigger} onClose={onClose} className={css.panel}>
      <Dialog aria-label={title} className={css.dialog ?? ''}>
        {children}
      </Dialog>
    </Beside>
  );
}
