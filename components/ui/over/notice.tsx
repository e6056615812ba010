// Words about what happened, in the flow of the page: what it was, what is safe, what to do next (U47).

import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './notice.module.css';

const icons = { info: Info, done: CircleCheck, problem: CircleAlert } as const;

export function Notice({
  tone = 'info',
  title,
  children,
}: {
  tone?: keyof typeof icons;
  title?: string;
  children: ReactNode;
}) {
  const Icon = icons[tone];
  return (
    <div className={`${css.notice} ${css[tone]}`} role={tone === 'problem' ? 'alert' : 'status'}>
      <Icon aria-hidden />
      <div className={css.words}>
        {title && <strong>{title}</strong>}
        <div>{children}</div>
      </div>
    </div>
  );
}
