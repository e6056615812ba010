// The bar at the top of every page: the name and where one is, what can be switched, who one is.

import type { ReactNode } from 'react';
import { SkipLink } from './skip-link.tsx';
import css from './top-bar.module.css';
import { Wordmark } from './wordmark.tsx';

export function TopBar({
  home = '/',
  place,
  middle,
  end,
  under,
}: {
  home?: string;
  /** Where one is, in a few quiet words or links; leaves first when it gets narrow. */
  place?: ReactNode;
  middle?: ReactNode;
  end?: ReactNode;
  /** A line of its own below all of it, for what must be read. */
  under?: ReactNode;
}) {
  return (
    <header className={css.bar} data-full={middle !== undefined}>
      <SkipLink />
      <div className={css.start}>
        <Wordmark href={home} />
        {place && <div className={css.place}>{place}</div>}
      </div>
      <div>{middle}</div>
      <div className={css.end}>{end}</div>
      {under && (
        <div className={css.under} data-under-bar="">
          {under}
        </div>
      )}
    </header>
  );
}
