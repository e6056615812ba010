// A page below the top bar, in one of four widths: a form, a text, a list, a list with something beside it.

import type { ReactNode } from 'react';
import css from './page.module.css';

export function Page({ width, children }: { width: 'form' | 'text' | 'list' | 'wide'; children: ReactNode }) {
  return <main className={`${css.page} ${css[width]}`}>{children}</main>;
}

/** The head of a page: its title, a quiet line above or below it, and its main act at the end. */
export function PageHead({
  title,
  over,
  under,
  act,
}: {
  title: string;
  over?: ReactNode;
  under?: ReactNode;
  act?: ReactNode;
}) {
  return (
    <div className={css.head}>
      <div className={css.names}>
        {over && <p className={css.over}>{over}</p>}
        <h1 dir="auto">{title}</h1>
        {under && <div className={css.under}>{under}</div>}
      </div>
      {act && <div className={css.act}>{act}</div>}
    </div>
  );
}

/** A part of a page, with its heading. */
export function Section({ title, act, children }: { title: string; act?: ReactNode; children: ReactNode }) {
  return (
    <section className={css.section} aria-label={title}>
      <div className={css.sectionHead}>
        <h2>{title}</h2>
        {act}
      </div>
      {children}
    </section>
  );
}
