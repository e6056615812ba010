'use client';
// What a note said before (U16), with the server's times. Asked of the server each time it is opened, since only the
// server keeps it; loaded late.

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import * as v from 'valibot';
import { Button } from '#components/ui/form/button.tsx';
import { send } from '#components/ui/form/request.ts';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { Time } from '#components/ui/time.tsx';
import type { Ref } from '#lib/model/record.ts';
import { type Step, stepsOf } from '#lib/model/threads/history.ts';
import { useOpenRoom } from '../frame/open-room.ts';
import { nameOf, type People, readable } from '../scene/people.ts';
import { useScene } from '../scene/scene.ts';
import styles from './history.module.css';
import { ThenAndNow } from './then-and-now.tsx';

const mark = v.optional(v.literal(true));
const answer = v.object({
  versions: v.array(
    v.object({
      at: v.string(),
      by: v.string(),
      body: v.optional(v.string()),
      quote: v.optional(v.string()),
      withdrawn: mark,
      placed: mark,
    }),
  ),
});

type Asked = { steps: readonly Step[] } | { problem: string } | null;

export function HistoryDialog({ of, author, onClose }: { of: Ref; author: string; onClose: () => void }) {
  const { info } = useOpenRoom();
  const t = useTranslations('thread.history');
  const ui = useTranslations('ui.act');
  const [asked, setAsked] = useState<Asked>(null);
  const path = `/rooms/${info.room.id}/history/${of.split('/').map(encodeURIComponent).join('/')}`;
  useEffect(() => {
    const stop = new AbortController();
    void send(path, answer, { method: 'GET', signal: stop.signal }).then((outcome) => {
      if (stop.signal.aborted) return;
      setAsked(
        outcome.ok ? { steps: stepsOf(outcome.value.versions) } : { problem: outcome.problem.message },
      );
    });
    return () => stop.abort();
  }, [path]);
  return (
    <Dialog title={t('title', { author })} isOpen onClose={onClose}>
      {asked === null && <p role="status">{t('asking')}</p>}
      {asked && 'problem' in asked && <Notice tone="problem">{asked.problem}</Notice>}
      {asked && 'steps' in asked && <Steps steps={asked.steps} />}
      <DialogActions>
        <Button onPress={onClose}>{ui('close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function Steps({ steps }: { steps: readonly Step[] }) {
  const { people } = useScene();
  const t = useTranslations('thread.history');
  return (
    <ol className={styles.steps} aria-label={t('order')}>
      {steps.map((step) => (
        <li key={`${step.at} ${step.kind}`}>
          <p className={styles.head}>
            <b>{wordsOf(step, people, t)}</b> <Time at={step.at} />
          </p>
          <StepWords step={step} people={people} />
        </li>
      ))}
    </ol>
  );
}

function wordsOf(
  step: Step,
  people: People,
  t: ReturnType<typeof useTranslations<'thread.history'>>,
): string {
  if (step.kind !== 'placed') return t(step.kind);
  return t(step.after === undefined ? 'unplaced' : 'placed', { who: nameOf(people, step.by) });
}

function StepWords({ step, people }: { step: Step; people: People }) {
  switch (step.kind) {
    case 'said':
      return (
        <>
          {step.quote && <blockquote dir="auto">{step.quote}</blockquote>}
          {step.body && (
            <p className={styles.body} dir="auto">
              {readable(people, step.body)}
            </p>
          )}
        </>
      );
    case 'reworded':
      return <ThenAndNow then={readable(people, step.before)} now={readable(people, step.after)} />;
    case 'moved':
      return <ThenAndNow then={step.before ?? ''} now={step.after ?? ''} isQuoted />;
    case 'placed':
      return step.after === undefined ? null : <blockquote dir="auto">{step.after}</blockquote>;
    case 'withdrawn':
    case 'restored':
      return null;
  }
}
