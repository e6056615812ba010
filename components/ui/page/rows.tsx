// A list of things to open: a title, a quiet line, and something at the end of the row.

import Link from 'next/link';
import type { ReactNode, Ref } from 'react';
import css from './rows.module.css';

export function Rows({
  label,
  ref,
  children,
}: {
  label: string;
  ref?: Ref<HTMLUListElement>;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list
    <ul role="list" ref={ref} aria-label={label} className={css.rows}>
      {children}
    </ul>
  );
}

export function Row({
  href,
  title,
  about,
  end,
}: {
  href: string;
  title: string;
  about: ReactNode;
  end?: ReactNode;
}) {
  return (
    <li className={css.row}>
      <div className={css.words}>
        <Link href={href} className={css.title} dir="auto" prefetch={false}>
          {title}
        </Link>
        <div className={css.about}>{about}</div>
      </div>
      {end && <div className={css.end}>{end}</div>}
    </li>
  );
}
