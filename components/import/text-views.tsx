'use client';
// What was brought in, in three looks: as it will read, block by block to be corrected, and as it was found.

import { type Dispatch, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Desk, Edit } from '#components/text-desk/desk.ts';
import { headingOf } from '#components/text-desk/heading-form.ts';
import { TextDesk } from '#components/text-desk/text-desk.tsx';
import { ReadingBlocks, ReadingHead } from '#components/ui/page/reading-blocks.tsx';
import spoken from '#components/ui/spoken.module.css';
import type { Block } from '#lib/model/text/text.ts';
import { tidied } from '#lib/model/text/text-editing.ts';
import { FoundPages } from './found-pages.tsx';
import css from './import.module.css';
import type { Preview } from './preview.ts';

const views = ['read', 'correct', 'found'] as const;
export type View = (typeof views)[number];

type Props = {
  preview: Preview;
  desk: Desk;
  edit: Dispatch<Edit>;
  view: View;
  onView: (view: View) => void;
};

export function TextViews({ preview, desk, edit, view, onView }: Props) {
  const t = useTranslations('imports.screen.view');
  const [current, setCurrent] = useState<Block | null>(null);
  return (
    <>
      <div className={css.sheet}>
        <fieldset className={css.views}>
          <legend className={spoken.only}>{t('legend')}</legend>
          {views.map((name) => (
            <button key={name} type="button" aria-pressed={view === name} onClick={() => onView(name)}>
              {t(name)}
            </button>
          ))}
        </fieldset>
        {view === 'read' && (
          <article className={css.sheet} aria-label={t('sheet')}>
            <ReadingHead heading={headingOf(desk.heading)} />
            <ReadingBlocks blocks={tidied(desk.blocks)} />
          </article>
        )}
        {view === 'correct' && (
          <TextDesk desk={desk} edit={edit} originals={preview.blocks} onCurrent={setCurrent} />
        )}
        {view === 'found' && <FoundPages found={preview.found} current={null} />}
      </div>
      {view === 'correct' && (
        <div className={css.beside}>
          <FoundPages found={preview.found} current={current} />
        </div>
      )}
    </>
  );
}
