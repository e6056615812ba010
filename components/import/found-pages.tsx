'use client';
// The source as it was found, page by page where it has pages. It follows the block at hand, so that what was joined or
// dropped can be compared with what stood there.

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Block } from '#lib/model/text/text.ts';
import css from './found.module.css';
import { foundPart } from './found-part.ts';
import type { Found } from './preview.ts';

export function FoundPages({ found, current }: { found: readonly Found[]; current: Block | null }) {
  const t = useTranslations('imports.screen.view');
  const pane = useRef<HTMLElement>(null);
  const at = current ? foundPart(found, current) : -1;
  useEffect(() => {
    const part = at < 0 ? undefined : pane.current?.querySelector<HTMLElement>(`[data-part="${at}"]`);
    if (part && pane.current) pane.current.scrollTop = part.offsetTop - pane.current.offsetTop;
  }, [at]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so that the keyboard must reach it
    <section ref={pane} className={css.pane} aria-label={t('found')} tabIndex={0}>
      <h2 className={css.title}>{t('found')}</h2>
      {found.map(({ text, page }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a source never change their places
        <div key={index} data-part={index} data-current={index === at} className={css.part}>
          {page !== undefined && <h3 className={css.page}>{t('page', { page })}</h3>}
          <p dir="auto">{text}</p>
        </div>
      ))}
    </section>
  );
}
