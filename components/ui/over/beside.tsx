// What opens beside its button, and closes with Escape or a press elsewhere; only its look and its content differ.

import type { ReactNode, RefObject } from 'react';
import { Popover } from 'react-aria-components/Popover';
import css from './beside.module.css';

type Props = {
  trigger: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
  className: string | undefined;
  children: ReactNode;
};

export function Beside({ trigger, onClose, className, children }: Props) {
  return (
    <Popover
      isOpen
      triggerRef={trigger}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      placement="bottom end"
      className={`${css.sheet} ${className}`}
    >
      {children}
    </Popover>
  );
}
