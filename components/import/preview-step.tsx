'use client';
// The text as it will read, with the lines around it to correct, and publishing: a reading and its first discussion.

import { ArrowLeft } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import * as v from 'valibot';
import { Button } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import { ReadingBlocks, ReadingHead } from '#components/ui/page/reading-blocks.tsx';
import { maxHeadingLengths } from '#lib/model/text/text.ts';
import css from './import.module.css';
import type { ImportSpace } from './import-screen.tsx';
import { keep, kept } from './kept.ts';
import {
  correctedReading,
  type HeadingForm,
  headingFaults,
  headingNames,
  headingOf,
  type Preview,
  sizeWords,
} from './preview.ts';

const labels: Record<keyof HeadingForm, string> = {
  title: 'Title',
  standfirst: 'Subtitle',
  byline: 'Byline',
  credit: 'Credit',
  source: 'Source',
};

const made = v.object({ id: v.string() });

type Published = { ok: true; path: string } | { ok: false; problem: string };

/** Makes the reading, unless an earlier try has, and opens a discussion on it; or goes on to set it as an assignment. */
async function publish(
  preview: Preview,
  heading: HeadingForm,
  spaceId: string | null,
  isForAssignment: boolean,
): Promise<Published> {
  let readingId = kept('published');
  if (readingId === null) {
    const body = { reading: correctedReading(preview, heading), ...(spaceId ? { spaceId } : {}) };
    const answer = await send('/readings', made, { body });
    if (!answer.ok) return { ok: false, problem: answer.problem.message };
    readingId = answer.value.id;
    keep('published', readingId);
  }
  if (isForAssignment)
    return { ok: true, path: `/assignments/new?space=${spaceId ?? ''}&reading=${readingId}` };
  const answer = await send('/rooms', made, { body: { readingId } });
  if (answer.ok) return { ok: true, path: `/rooms/${answer.value.id}` };
  return {
    ok: false,
    problem: `The reading is published, but its discussion did not open. ${answer.problem.message}`,
  };
}

export function PreviewStep({
  preview,
  heading,
  spaces,
  spaceId,
  isForAssignment,
  onHeading,
  onBack,
  onPublished,
}: {
  preview: Preview;
  heading: HeadingForm;
  spaces: readonly ImportSpace[];
  spaceId: string | null;
  isForAssignment: boolean;
  onHeading: (heading: HeadingForm) => void;
  onBack: () => void;
  onPublished: (path: string) => void;
}) {
  const [space, setSpace] = useState(spaceId ?? spaces[0]?.id ?? null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [faults, setFaults] = useState<Partial<HeadingForm>>({});
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const found = headingFaults(heading);
    setFaults(found);
    if (Object.keys(found).length > 0 || isBusy) return;
    setBusy(true);
    const result = await publish(preview, heading, space, isForAssignment);
    if (result.ok) {
      onPublished(result.path);
      return;
    }
    setBusy(false);
    setProblem(result.problem);
  };
  return (
    <main className={css.preview}>
      <article className={css.sheet} aria-label="How it will read">
        <ReadingHead heading={headingOf(heading)} />
        <ReadingBlocks blocks={preview.blocks} />
      </article>
      <form onSubmit={onSubmit} className={css.panel} aria-label="Publish">
        <div className={css.panelHead}>
          <h2>Almost there</h2>
          <p className={css.quiet}>{sizeWords(preview)}</p>
        </div>
        {problem && (
          <Notice tone="problem" title="Not finished">
            {problem}
          </Notice>
        )}
        {preview.report.length > 0 && (
          <Notice title="On the way in">
            <ul className={css.report}>
              {preview.report.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Notice>
        )}
        {headingNames.map((name) => (
          <Field
            key={name}
            label={labels[name]}
            value={heading[name]}
            onChange={(value) => onHeading({ ...heading, [name]: value })}
            autoComplete="off"
            error={faults[name]}
            maxLength={maxHeadingLengths[name]}
            isRequired={name === 'title'}
            isAnyScript
            isLong
          />
        ))}
        {spaces.length > 1 && space && (
          <Choice
            label="Publish in"
            value={space}
            options={spaces.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setSpace}
          />
        )}
        <div className={css.acts}>
          <Button type="submit" look="primary" size="large" isPending={isBusy}>
            {isForAssignment ? 'Publish and set the assignment' : 'Publish and discuss'}
          </Button>
          <Button look="quiet" onPress={onBack} isDisabled={isBusy}>
            <ArrowLeft aria-hidden className={css.mirrored ?? ''} />
            Back
          </Button>
        </div>
      </form>
    </main>
  );
}
