'use client';
// Before a correction is published: what it does to the notes, one by one. Then publishing it, and what to do when
// somebody else was first.

import { type FormEvent, useState } from 'react';
import * as v from 'valibot';
import { type HeadingForm, headingFaults, headingNames, headingOf } from '#components/import/preview.ts';
import { Button } from '#components/ui/form/button.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import { maxHeadingLengths, type ReadingText } from '#lib/model/text/text.ts';
import { tidied } from '#lib/model/text/text-editing.ts';
import type { Correction, Edit } from './correcting.ts';
import css from './correction.module.css';
import { outlookWords } from './outlook-words.ts';

const labels: Record<keyof HeadingForm, string> = {
  title: 'Title',
  standfirst: 'Subtitle',
  byline: 'Byline',
  credit: 'Credit',
  source: 'Source',
};

const states = {
  moved: 'Moves',
  reworded: 'Reworded',
  uncertain: 'Loses its words',
  gone: 'Loses its words',
} as const;

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
  correction: Correction;
  isChanged: boolean;
  edit: (edit: Edit) => void;
  onPublished: () => void;
};

type Problem = { code: string; message: string };

export function PublishPanel({ reading, correction, isChanged, edit, onPublished }: Props) {
  const [seen, setSeen] = useState<{ of: Correction; told: Told } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [faults, setFaults] = useState<Partial<HeadingForm>>({});
  // What was told of another text than the one at hand says nothing.
  const outlook = seen?.of.blocks === correction.blocks ? seen.told : null;
  const path = `/readings/${encodeURIComponent(reading.id)}/editions`;
  const body = { reading: correctedText(correction), corrected: reading.number };
  const look = async () => {
    setBusy(true);
    const answer = await send(`${path}/preview`, told, { body });
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setSeen({ of: correction, told: answer.value });
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
    const found = headingFaults(correction.heading);
    setFaults(found);
    if (Object.keys(found).length > 0 || isBusy || !isChanged) return;
    void (outlook ? publish() : look());
  };
  return (
    <form onSubmit={onSubmit} className={css.panel} aria-label="Publish">
      {problem && <NotPublished problem={problem} />}
      {headingNames.map((name) => (
        <Field
          key={name}
          label={labels[name]}
          value={correction.heading[name]}
          onChange={(value) => edit({ type: 'heading', name, value })}
          autoComplete="off"
          error={faults[name]}
          maxLength={maxHeadingLengths[name]}
          isRequired={name === 'title'}
          isAnyScript
          isLong
        />
      ))}
      {outlook && <Told told={outlook} />}
      <div className={css.acts}>
        <Button type="submit" look="primary" size="large" isPending={isBusy} isDisabled={!isChanged}>
          {outlook ? `Publish version ${reading.number + 1}` : 'See what it does to the notes'}
        </Button>
      </div>
      <p className={css.quiet}>
        {isChanged
          ? 'The version before stays as it is. Open discussions are offered the new one; no note is changed or lost.'
          : 'Nothing is changed yet. Correct the words in place; Enter divides a paragraph.'}
      </p>
    </form>
  );
}

function correctedText({ heading, blocks }: Correction): ReadingText {
  return { ...headingOf(heading), blocks: tidied(blocks) };
}

function NotPublished({ problem }: { problem: Problem }) {
  const isLate = problem.code === 'newer-version';
  return (
    <Notice tone="problem" title={isLate ? 'Someone was first' : 'Not published'}>
      <p>{problem.message}</p>
      {isLate && <Button onPress={() => location.reload()}>Go on in their version</Button>}
    </Notice>
  );
}

function Told({ told: { outlook, notes } }: { told: Told }) {
  const words = outlookWords(outlook);
  return (
    <Notice title={words ? `${words}.` : 'No note is touched.'}>
      {notes.length > 0 && (
        <ul className={css.notes}>
          {notes.map((note) => (
            <li key={`${note.roomId} ${note.ref}`}>
              <b>{states[note.state]}</b> <q dir="auto">{short(note.was)}</q>
              {note.state === 'reworded' && note.now !== null && (
                <>
                  {' '}
                  → <q dir="auto">{short(note.now)}</q>
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
