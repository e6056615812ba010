// What stands in a menu. How it is shown comes with the open list, which is fetched late.

import { createContext, type ReactNode, use } from 'react';

export type MenuItemProps = {
  icon?: ReactNode;
  children: string;
  tone?: 'plain' | 'danger';
} & ({ href: string } | { onAction: () => void });

export const ItemContext = createContext<((props: MenuItemProps) => ReactNode) | null>(null);

/** An act (`onAction`) or a place (`href`). */
export function MenuItem(props: MenuItemProps) {
  const Item = use(ItemContext);
  return Item && <Item {...props} />;
}
