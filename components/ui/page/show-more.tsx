'use client';
// A long list a page at a time. Who asks for more by keyboard goes on in the first row that came.

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';

/** How much of a list is shown. `list` is given to the element whose children are the rows; `restart` when they are others. */
export function useShown<List extends HTMLElement>(pageSize: number) {
  const list = useRef<List>(null);
  const [pages, setPages] = useState(1);
  useEffect(() => {
    if (pages === 1) return;
    const fresh = list.current?.children[(pages - 1) * pageSize];
    fresh?.querySelector<HTMLElement>('a, button')?.focus();
  }, [pages, pageSize]);
  return {
    list,
    shown: pages * pageSize,
    pageSize,
    showMore: () => setPages((before) => before + 1),
    restart: () => setPages(1),
  };
}

/** The button below such a list; nothing once all of it is shown. */
export function ShowMore({
  of,
  page: { shown, pageSize, showMore },
}: {
  /** How many rows there are. */
  of: number;
  page: { shown: number; pageSize: number; showMore: () => void };
}) {
  const t = useTranslations('ui');
  const more = of - shown;
  if (more <= 0) return null;
  return (
    <div>
      <Button onPress={showMore}>{t('more', { count: Math.min(more, pageSize) })}</Button>
    </div>
  );
}
