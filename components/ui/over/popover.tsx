'use client';
// A button that opens a small panel at its side; Esc or a press elsewhere closes it and gives the focus back.

import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import css from './popover.module.css';

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
  return (
    <DialogTrigger>
      <AriaButton className={className}>{face}</AriaButton>
      <Popover placement="bottom end" className={css.popover ?? ''}>
        <Dialog aria-label={title} className={css.panel ?? ''}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
