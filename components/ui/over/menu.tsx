'use client';
// A button that opens a short list of acts.

import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import css from './menu.module.css';

export function Menu({ label, face, children }: { label: string; face: ReactNode; children: ReactNode }) {
  return (
    <MenuTrigger>
      <AriaButton aria-label={label} className={css.trigger ?? ''}>
        {face}
      </AriaButton>
      <Popover placement="bottom end" className={css.popover ?? ''}>
        <AriaMenu className={css.menu ?? ''}>{children}</AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** An act (`onAction`) or a place (`href`). */
export function MenuItem({
  icon,
  children,
  tone = 'plain',
  ...act
}: {
  icon?: ReactNode;
  children: string;
  tone?: 'plain' | 'danger';
} & ({ href: string } | { onAction: () => void })) {
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
