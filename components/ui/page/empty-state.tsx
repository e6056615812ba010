// What a list says while it holds nothing: what will be here, and the one act that fills it (U45).

import type { ReactNode } from 'react';
import css from './empty-state.module.css';

export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={css.empty}>
      <h3 className={css.title}>{title}</h3>
      {children && <div className={css.words}>{children}</div>}
      {action && <div className={css.action}>{action}</div>}
    </div>
  );
}
