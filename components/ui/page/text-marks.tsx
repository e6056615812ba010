'use client';
// What stands in a text besides its words: where a page of its source begins, and a footnote's mark.

import { useTranslations } from 'use-intl/react';
import spoken from '../spoken.module.css';
import css from './reading-blocks.module.css';

/** Where a page of the source begins: seen in the margin, and said. Most paragraphs begin none, and ask for no words. */
export function PageTurn({ page, className }: { page: string | undefined; className?: string | undefined }) {
  return page === undefined ? null : <Turn page={page} className={className ?? css.page} />;
}

function Turn({ page, className }: { page: string; className: string | undefined }) {
  const t = useTranslations('ui.text');
  return (
    <span className={className}>
      <span aria-hidden="true">{t('page', { page })}</span>
      <span className={spoken.only}>{t('pageSpoken', { page })}</span>
    </span>
  );
}

/** A footnote's own mark: the way back to where it stands in the text. */
export function BackToMark({ mark, href }: { mark: string; href: string }) {
  const t = useTranslations('ui.text');
  return (
    <>
      <sup>
        <a href={href} role="doc-backlink" aria-label={t('backToMark', { mark })}>
          {mark}
        </a>
      </sup>{' '}
    </>
  );
}
