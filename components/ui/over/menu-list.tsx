'use client';
// The open list of a menu, beside its button. Fetched when somebody is about to open it.

import type { ReactNode, RefObject } from 'react';
import { Menu as AriaMenu, MenuItem as AriaMenuItem } from 'react-aria-components/Menu';
import { Beside } from './beside.tsx';
import css from './menu.module.css';
import { ItemContext, type MenuItemProps } from './menu-item.tsx';

type Props = {
  label: string;
  trigger: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
  children: ReactNode;
};

export function MenuList({ label, trigger, onClose, children }: Props) {
  return (
    <Beside trigger={trigger} onClose={onClose} className={css.popover}>
      <ItemContext value={Item}>
        <AriaMenu aria-label={label} autoFocus="first" onClose={onClose} className={css.menu ?? ''}>
          {children}
        </AriaMenu>
      </ItemContext>
    </Beside>
  );
}

function Item({ icon, children, tone = 'plain', ...act }: MenuItemProps) {
  return (
    <AriaMenuItem
      {...act}
      textValue={children}
      className={`${css.item} ${tone === 'danger' ? css.danger : ''}`}
    >
      {icon}
      {children}
    </AriaMenuItem>
  );
}
