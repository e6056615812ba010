'use client';
// Any number of discussions or readings, a page at a time, with a box that narrows them down once they are many.

import { Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { foundIn } from '#components/ui/page/found.ts';
import { Row, Rows } from '#components/ui/page/rows.tsx';
import { ShowMore, useShown } from '#components/ui/page/show-more.tsx';
import spoken from '#components/ui/spoken.module.css';
import { Time } from '#components/ui/time.tsx';
import css from './library.module.css';

/** One row, ready to show. `facts` are short, the first one most telling. */
export type ShelfRow = { id: string; href: string; title: string; facts: string[]; at: string };

const pageSize = 12;
/** With fewer rows the eye is faster than a search box. */
const searchFrom = 8;

export function FilteredRows({
  label,
  noun,
  rows,
}: {
  label: string;
  /** What one row is, for the words of the search box. */
  noun: 'discussion' | 'reading';
  rows: readonly ShelfRow[];
}) {
  const t = useTranslations('library.rows');
  const [query, setQuery] = useState('');
  const page = useShown<HTMLUListElement>(pageSize);
  const wanted = useDeferredValue(query);
  const found = foundIn(rows, wanted, (row) => `${row.title} ${row.facts.join(' ')}`);
  return (
    <div className={css.shelf}>
      {rows.length >= searchFrom && (
        <label className={css.search}>
          <Search aria-hidden />
          <input
            type="search"
            aria-label={t(`find.${noun}`)}
            placeholder={t(`find.${noun}`)}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              page.restart();
            }}
          />
        </label>
      )}
      <p role="status" className={wanted ? css.count : spoken.only}>
        {wanted &&
          (found.length === 0 ? t(`none.${noun}`) : t('found', { found: found.length, all: rows.length }))}
      </p>
      {found.length > 0 && (
        <Rows ref={page.list} label={label}>
          {found.slice(0, page.shown).map((row) => (
            <Row
              key={row.id}
              href={row.href}
              title={row.title}
              about={row.facts.join(' · ')}
              end={<Time at={row.at} />}
            />
          ))}
        </Rows>
      )}
      <ShowMore of={found.length} page={page} />
    </div>
  );
}
