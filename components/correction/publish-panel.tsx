'use client';
// Before a correction is published: what it does to the notes, one by one. Then publishing it, and what to do when
// somebody else was first.

import { type Dispatch, type FormEvent, useState } from 'react';
import * as v from 'valibot';
import { type Desk, type Edit, textOnDesk } from '#components/text-desk/desk.ts';
import { HeadingFields } from '#components/text-desk/heading-fields.tsx';
import { type HeadingForm, headingFaults } from '#components/text-desk/heading-form.ts';
import { Button } from '#components/ui/form/button.tsx';
import { send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import type { Block } from '#lib/model/text/text.ts';
import css from './correction.module.css';
import { outlookWords } from './outlook-words.ts';

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
  desk: Desk;
  isChanged: boolean;
  edit: Dispatch<Edit>;
  onPublished: () => void;
};

type Problem = { code: string; message: string };

export function PublishPanel({ reading, desk, isChanged, edit, onPublished }: Props) {
  const [seen, setSeen] = useState<{ of: readonly Block[]; told: Told } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [faults, setFaults] = useState<Partial<HeadingForm>>({});
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
    <form onSubmit={onSubmit} className={css.panel} aria-label="Publish">
      {problem && <NotPublished problem={problem} />}
      <HeadingFields
        heading={desk.heading}
        faults={faults}
        onChange={(name, value) => edit({ type: 'heading', name, value })}
      />
      {outlook && <Told told={outlook} />}
      <div className={css.acts}>
        <Button type="submit" look="primary" size="large" isPending={isBusy} isDisabled={!isChanged}>
          {outlook ? `Publish version ${reading.number + 1}` : 'See what it does to the notes'}
        </Button>
      </div>
      <p className={css.quiet}>
        {isChanged
          ? 'The version before stays as it is. Open discussions are offered the new one; no note is changed or lost.'
          : 'Nothing is changed yet. Correct the words in place.'}
      </p>
    </form>
  );
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
