// A tag where it is read: it leads to the notes that have it, by the filter in the address (U32).

import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl/react';
import { useViews } from '../frame/use-views.ts';
import styles from './words.module.css';

export function TagLink({ tag }: { tag: string }) {
  const router = useRouter();
  const pathname = usePathname();
  const text = useViews()[0]?.href ?? pathname;
  const href = `${text}?${new URLSearchParams({ tag })}`;
  return (
    <a
      className={styles.tag}
      href={href}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        // On the text itself the filter is a step in the page's own history: nothing is loaded again.
        if (pathname === text) history.pushState(null, '', href);
        else router.push(href);
      }}
    >
      #{tag}
    </a>
  );
}

/** The tags that the words themselves do not hold. */
export function TagList({ tags }: { tags: readonly string[] }) {
  const t = useTranslations('room.words');
  if (tags.length === 0) return null;
  return (
    <ul className={styles.tags} aria-label={t('tags')}>
      {tags.map((tag) => (
        <li key={tag}>
          <TagLink tag={tag} />
        </li>
      ))}
    </ul>
  );
}
