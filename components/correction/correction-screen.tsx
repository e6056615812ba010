'use client';
// Correcting a text: its paragraphs in place, and beside them what will become of the notes. Nothing begun is lost, by a
// reload or by somebody who publishes first.

import { useEffect, useReducer, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { type DeskText, deskOf, edited } from '#components/text-desk/desk.ts';
import { headingForm } from '#components/text-desk/heading-form.ts';
import { TextDesk } from '#components/text-desk/text-desk.tsx';
import { useKeptText } from '#components/text-desk/use-kept-text.ts';
import { Button } from '#components/ui/form/button.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import type { Block, Heading } from '#lib/model/text/text.ts';
import css from './correction.module.css';
import { changedBlocks, type KeptCorrection, keepCorrection, keptCorrection } from './kept-correction.ts';
import { PublishPanel } from './publish-panel.tsx';

type Reading = Heading & { id: string; number: number; blocks: Block[] };

export function CorrectionScreen({ reading, doneHref }: { reading: Reading; doneHref: string }) {
  const t = useTranslations('imports.correction');
  const start = { heading: headingForm(reading), blocks: reading.blocks };
  const [desk, edit] = useReducer(edited, start, deskOf);
  const [earlier, setEarlier] = useState<KeptCorrection | null>(null);
  const first = useRef(start);
  const { heading, blocks } = desk;
  const isChanged = blocks !== first.current.blocks || heading !== first.current.heading;

  useEffect(() => {
    const kept = keptCorrection(reading.id);
    if (!kept) return;
    if (kept.number === reading.number) edit({ type: 'all', text: kept });
    else setEarlier(kept);
  }, [reading.id, reading.number]);
  const keep = (text: DeskText) => keepCorrection(reading.id, { number: reading.number, ...text });
  useKeptText(desk, isChanged && !earlier ? keep : null);

  const forget = () => {
    keepCorrection(reading.id, null);
    setEarlier(null);
  };
  return (
    <main className={css.correction}>
      <section className={css.sheet} aria-label={t('sheet', { number: String(reading.number) })}>
        <header className={css.head}>
          <h1>{t('title')}</h1>
          <p className={css.quiet}>{t('under', { title: reading.title, number: String(reading.number) })}</p>
        </header>
        {earlier && <Earlier kept={earlier} now={reading} onForget={forget} />}
        <TextDesk desk={desk} edit={edit} originals={reading.blocks} />
      </section>
      <PublishPanel
        reading={reading}
        desk={desk}
        isChanged={isChanged}
        edit={edit}
        onPublished={() => {
          keepCorrection(reading.id, null);
          location.assign(doneHref);
        }}
      />
    </main>
  );
}

/** Corrections of a version that is not the newest any more: to be read and taken over, by hand. */
function Earlier({ kept, now, onForget }: { kept: KeptCorrection; now: Reading; onForget: () => void }) {
  const t = useTranslations('imports.correction.earlier');
  const changed = changedBlocks(now.blocks, kept.blocks);
  return (
    <Notice title={t('title', { kept: String(kept.number), now: String(now.number) })}>
      <p>{t('text')}</p>
      <ul className={css.notes}>
        {changed.map(({ id, text }) => (
          <li key={id} dir="auto">
            {text}
          </li>
        ))}
      </ul>
      <Button look="quiet" onPress={onForget}>
        {t('done')}
      </Button>
    </Notice>
  );
}
