// How far a file is, in or out. What it says is spoken once; the numbers beside it are only to be seen.

import { useTranslations } from 'use-intl/react';
import css from './exchange.module.css';

export function Progress({ says, done, of }: { says: string; done?: number; of?: number }) {
  const t = useTranslations('exchange');
  const isCounted = done !== undefined && of !== undefined && of > 0;
  return (
    <div className={css.progress}>
      <progress aria-label={says} {...(isCounted && { value: done, max: of })} />
      <span role="status">{says}</span>
      {isCounted && <span className={css.quiet}>{t('progress', { done, all: of })}</span>}
    </div>
  );
}
