'use client';
// The first stop of Tab on every page: past the bar, to what the page is about. A button, for it must leave the address
// alone, whose hash names a note in a discussion.

import { useTranslations } from 'use-intl/react';
import css from './top-bar.module.css';

export function SkipLink() {
  const t = useTranslations('ui.page');
  return (
    <button type="button" className={css.skip} onClick={focusMain}>
      {t('skip')}
    </button>
  );
}

function focusMain(): void {
  const main = document.querySelector('main');
  if (!main) return;
  main.tabIndex = -1;
  main.focus();
}
