'use client';
// Before a correction is published: what it does to the notes, one by one. Then publishing it, and what to do when
// somebody else was first.

import { type Dispatch, type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import * as v from 'valibot';
import { type Desk, type Edit, textOnDesk } from '#components/text-desk/desk.ts';
import { HeadingFields } from '#components/text-desk/heading-fields.tsx';
import { type HeadingFaults, headingFaults } from '#components/text-desk/heading-form.ts';
import { Button } from '#components/ui/form/button.tsx';
import { send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import type { Block } from '#lib/model/text/text.ts';
import css from './correction.module.css';
import { outlookWords } from './outlook-words.ts';

const count = v.number();
const told = v.object({
  outlook: v.object({
    ...{ exact: count, moved: count, reworded: count },
    ...{ uncertain: count, gone: count, lostBefore: count },
  }),
  notes: v.array(
    v.object({
      ...{ roomId: v.string(), roomTitle: v.string(), ref: v.string() },
      ...{
        state: v.picklist(['moved', 'reworded', 'uncertain', 'gone']),
        was: v.string(),
        now: v.nullable(v.string()),
      },
    }),
  ),
});
type Told = v.InferOutput<typeof told>;

const published = v.object({ number: v.number() });

type Props = {
  reading: { id: string; number: number };
  desk: Desk;
  isChanged: boolean;
  edit: Dispatch<Edit>;
  onPublished: () => void;
};

type Problem = { code: string; message: string };

export function PublishPanel({ reading, desk, isChanged, edit, onPublished }: Props) {
  const t = useTranslations('imports.correction.publish');
  const [seen, setSeen] = useState<{ of: readonly Block[]; told: Told } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [faults, setFaults] = useState<HeadingFaults>({});
  // What was told of another text than the one at hand says nothing.
  const outlook = seen?.of === desk.blocks ? seen.told : null;
  const path = `/readings/${encodeURIComponent(reading.id)}/editions`;
  const body = { reading: textOnDesk(desk), corrected: reading.number };
  const look = async () => {
    setBusy(true);
    const answer = await send(`${path}/preview`, told, { body });
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setSeen({ of: desk.blocks, told: answer.value });
  };
  const publish = async () => {
    setBusy(true);
    const answer = await send(path, published, { body });
    if (answer.ok) {
      onPublished();
      return;
    }
    setBusy(false);
    setProblem(answer.problem);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const found = headingFaults(desk.heading);
    setFaults(found);
    if (Object.keys(found).length > 0 || isBusy || !isChanged) return;
    void (outlook ? publish() : look());
  };
  return (
    <form onSubmit={onSubmit} className={css.panel} aria-label={t('form')}>
      {problem && <NotPublished problem={problem} />}
      <HeadingFields
        heading={desk.heading}
        faults={faults}
        onChange={(name, value) => edit({ type: 'heading', name, value })}
      />
      {outlook && <Told told={outlook} />}
      <div className={css.acts}>
        <Button type="submit" look="primary" size="large" isPending={isBusy} isDisabled={!isChanged}>
          {outlook ? t('act', { number: String(reading.number + 1) }) : t('look')}
        </Button>
      </div>
      <p className={css.quiet}>{isChanged ? t('changed') : t('unchanged')}</p>
    </form>
  );
}

function NotPublished({ problem }: { problem: Problem }) {
  const t = useTranslations('imports.correction.publish');
  const isLate = problem.code === 'newer-version';
  return (
    <Notice tone="problem" title={isLate ? t('late') : t('failed')}>
      <p>{problem.message}</p>
      {isLate && <Button onPress={() => location.reload()}>{t('goOn')}</Button>}
    </Notice>
  );
}

function Told({ told: { outlook, notes } }: { told: Told }) {
  const t = useTranslations('imports.correction');
  const words = outlookWords(outlook, t);
  return (
    <Notice title={words ? `${words}.` : t('outlook.none')}>
      {notes.length > 0 && (
        <ul className={css.notes}>
          {notes.map((note) => (
            <li key={`${note.roomId} ${note.ref}`}>
              <b>{t(`state.${note.state}`)}</b> <q dir="auto">{short(note.was)}</q>
              {note.state === 'reworded' && note.now !== null && (
                <>
                  {' '}
                  <span aria-hidden="true">→</span> <q dir="auto">{short(note.now)}</q>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function short(text: string): string {
  return text.length > 140 ? `${text.slice(0, 100)} … ${text.slice(-30)}` : text;
}
