'use client';
// Correcting a text: its paragraphs in place, and beside them what will become of the notes. Nothing begun is lost, by a
// reload or by somebody who publishes first.

import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { headingForm } from '#components/import/preview.ts';
import { Button } from '#components/ui/form/button.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import type { Block, Heading } from '#lib/model/text/text.ts';
import { BlockField } from './block-field.tsx';
import {
  changedBlocks,
  corrected,
  type KeptCorrection,
  keepCorrection,
  keptCorrection,
} from './correcting.ts';
import css from './correction.module.css';
import { PublishPanel } from './publish-panel.tsx';

type Reading = Heading & { id: string; number: number; blocks: Block[] };

export function CorrectionScreen({ reading, doneHref }: { reading: Reading; doneHref: string }) {
  const start = { heading: headingForm({ ...reading, report: [] }), blocks: reading.blocks, caret: null };
  const [correction, edit] = useReducer(corrected, start);
  const [earlier, setEarlier] = useState<KeptCorrection | null>(null);
  const first = useRef(start);
  const { heading, blocks, caret } = correction;
  const isChanged = blocks !== first.current.blocks || heading !== first.current.heading;

  useEffect(() => {
    const kept = keptCorrection(reading.id);
    if (!kept) return;
    if (kept.number === reading.number) edit({ type: 'all', heading: kept.heading, blocks: kept.blocks });
    else setEarlier(kept);
  }, [reading.id, reading.number]);
  useEffect(() => {
    if (isChanged && !earlier) keepCorrection(reading.id, { number: reading.number, heading, blocks });
  }, [reading.id, reading.number, heading, blocks, isChanged, earlier]);

  const originals = useRef(new Map(reading.blocks.map(({ id, text }) => [id, text])));
  const drop = useCallback((id: string) => edit({ type: 'drop', id }), []);
  const forget = () => {
    keepCorrection(reading.id, null);
    setEarlier(null);
  };
  return (
    <main className={css.correction}>
      <section className={css.sheet} aria-label={`Version ${reading.number}, to be corrected`}>
        <header className={css.head}>
          <h1>Correct the text</h1>
          <p className={css.quiet}>
            {reading.title}, version {reading.number}
          </p>
        </header>
        {earlier && <Earlier kept={earlier} now={reading} onForget={forget} />}
        {blocks.map((block, index) => (
          <BlockField
            key={block.id}
            block={block}
            index={index}
            isChanged={originals.current.get(block.id) !== block.text}
            caret={caret?.id === block.id ? caret.at : null}
            edit={edit}
            onDrop={drop}
          />
        ))}
      </section>
      <PublishPanel
        reading={reading}
        correction={correction}
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
  const changed = changedBlocks(now.blocks, kept.blocks);
  return (
    <Notice title={`You were correcting version ${kept.number}; this is version ${now.number}.`}>
      <p>
        Your corrections were not published, and they are not in this text. Here is what yours said
        differently:
      </p>
      <ul className={css.notes}>
        {changed.map(({ id, text }) => (
          <li key={id} dir="auto">
            {text}
          </li>
        ))}
      </ul>
      <Button look="quiet" onPress={onForget}>
        I have taken over what I need
      </Button>
    </Notice>
  );
}
