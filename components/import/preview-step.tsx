'use client';
// The text before it is published: how it reads, to be corrected beside its source, and the form that publishes it.

import { ArrowLeft } from 'lucide-react';
import { type FormEvent, useDeferredValue, useMemo, useReducer, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { type DeskText, deskOf, edited, textOnDesk } from '#components/text-desk/desk.ts';
import { HeadingFields } from '#components/text-desk/heading-fields.tsx';
import { type HeadingFaults, headingFaults } from '#components/text-desk/heading-form.ts';
import { useKeptText } from '#components/text-desk/use-kept-text.ts';
import { Button } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import css from './import.module.css';
import type { ImportSpace } from './import-screen.tsx';
import { keep } from './kept.ts';
import { type Preview, sizeOf } from './preview.ts';
import { type Purpose, publish } from './publishing.ts';
import { TextViews, type View } from './text-views.tsx';

type Props = {
  preview: Preview;
  /** The text as it was left, if it was already being corrected in this tab. */
  start: DeskText;
  spaces: readonly ImportSpace[];
  spaceId: string | null;
  purpose: Purpose;
  onBack: () => void;
  onPublished: (path: string) => void;
};

function keepText({ heading, blocks }: DeskText): void {
  keep('heading', heading);
  keep('blocks', [...blocks]);
}

export function PreviewStep(props: Props) {
  const t = useTranslations('imports.screen.preview');
  const { preview, start, spaces, spaceId, purpose, onBack, onPublished } = props;
  const [desk, edit] = useReducer(edited, start, deskOf);
  const [view, setView] = useState<View>('read');
  const [space, setSpace] = useState(spaceId ?? spaces[0]?.id ?? null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [faults, setFaults] = useState<HeadingFaults>({});
  const { heading, blocks } = desk;
  useKeptText(desk, keepText);
  // Counted a moment later than it is typed.
  const counted = useDeferredValue(blocks);
  const size = useMemo(() => sizeOf(counted), [counted]);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const found = headingFaults(heading);
    setFaults(found);
    if (Object.keys(found).length > 0 || isBusy) return;
    const reading = textOnDesk(desk);
    if (reading.blocks.length === 0) return setProblem(t('noWords'));
    setBusy(true);
    const result = await publish(reading, space, purpose);
    if (result.ok) return onPublished(result.path);
    setBusy(false);
    setProblem(result.half ? t(`half.${result.half}`, { why: result.why }) : result.why);
  };
  return (
    <main className={css.preview} data-view={view}>
      <TextViews preview={preview} desk={desk} edit={edit} view={view} onView={setView} />
      <form onSubmit={onSubmit} className={css.panel} aria-label={t('form')}>
        <div className={css.panelHead}>
          <h2>{t('title')}</h2>
          <p className={css.quiet}>{t('size', size)}</p>
        </div>
        {problem && (
          <Notice tone="problem" title={t('unfinished')}>
            {problem}
          </Notice>
        )}
        <Report lines={preview.report} />
        <HeadingFields
          heading={heading}
          faults={faults}
          onChange={(name, value) => edit({ type: 'heading', name, value })}
        />
        {spaces.length > 1 && space && (
          <Choice
            label={t('space')}
            value={space}
            options={spaces.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setSpace}
          />
        )}
        <div className={css.acts}>
          <Button type="submit" look="primary" size="large" isPending={isBusy}>
            {t(`publish.${purpose.for}`)}
          </Button>
          <Button look="quiet" onPress={onBack} isDisabled={isBusy}>
            <ArrowLeft aria-hidden className={css.mirrored ?? ''} />
            {t('back')}
          </Button>
        </div>
      </form>
    </main>
  );
}

/** What was changed or left out on the way in. */
function Report({ lines }: { lines: readonly string[] }) {
  const t = useTranslations('imports.screen.preview');
  if (lines.length === 0) return null;
  return (
    <Notice title={t('onTheWay')}>
      <ul className={css.report}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}
