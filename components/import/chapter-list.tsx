// The chapters of a book that was brought in: one of them becomes the reading.

import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import css from './import.module.css';
import type { Book } from './preview.ts';

export function ChapterList({
  book,
  isBusy,
  onChoose,
  onClose,
}: {
  book: Book;
  isBusy: boolean;
  onChoose: (id: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations('imports.screen.book');
  return (
    <section className={css.chapters} aria-labelledby="chapters">
      <div className={css.panelHead}>
        <h2 id="chapters">{book.title || t('untitled')}</h2>
        <p className={css.quiet}>{t('ask')}</p>
      </div>
      <ol className={css.chapterRows}>
        {book.chapters.map(({ id, title, words }) => (
          <li key={id}>
            <button type="button" className={css.chapter} disabled={isBusy} onClick={() => onChoose(id)}>
              <span dir="auto">{title}</span>
              <span className={css.quiet}>{t('words', { count: words })}</span>
            </button>
          </li>
        ))}
      </ol>
      <div className={css.acts}>
        <Button look="quiet" onPress={onClose} isDisabled={isBusy}>
          {t('another')}
        </Button>
      </div>
    </section>
  );
}
