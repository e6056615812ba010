'use client';
// How long a course is kept: said to everyone in it, changed by its owners; and what holds its end back.

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useDateFormat } from '#components/ui/dates.ts';
import { Button } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { ConfirmDialog, Dialog } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { Time } from '#components/ui/time.tsx';
import { monthChoices } from '#lib/model/classes/retention.ts';
import css from './space.module.css';

export type RetentionShown = {
  endedAt: string | null;
  months: number;
  purgeAt: string | null;
  backupDays: number | null;
  backupsExpireAt: string | null;
  holds: readonly { id: string; kind: 'records-request' | 'appeal'; note: string; openedAt: string }[];
  isHeld: boolean;
};

const dateOptions = { dateStyle: 'long', timeZone: 'UTC' } as const;
const kindWords = { 'records-request': 'Records request', appeal: 'Appeal' } as const;

export function Retention({
  spaceId,
  shown,
  mayChange,
}: {
  spaceId: string;
  shown: RetentionShown;
  mayChange: boolean;
}) {
  const date = useDateFormat(dateOptions);
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [isEnding, setEnding] = useState(false);
  const change = async (body: { ended?: boolean; months?: number }) => {
    const answer = await send(`/spaces/${spaceId}/retention`, anything, { method: 'PATCH', body });
    setProblem(answer.ok ? null : answer.problem.message);
    router.refresh();
    return answer.ok ? null : answer.problem.message;
  };
  const { endedAt, months, purgeAt } = shown;
  return (
    <div className={css.stack}>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <p>
        {purgeAt === null
          ? `Everything said here is deleted ${months} months after this course ends.`
          : `This course has ended. Everything said in it is deleted on ${date.format(new Date(purgeAt))}.`}
        {shown.isHeld && ' A records request or an appeal is open: nothing is deleted until it is closed.'}{' '}
        {backupWords(shown, date)}
      </p>
      {mayChange && (
        <div className={css.acts}>
          <Choice
            label="Kept after its end"
            isLabelHidden
            value={String(months)}
            options={[...new Set<number>([...monthChoices, months])]
              .sort((a, b) => a - b)
              .map((count) => ({ value: String(count), label: `Kept ${count} months` }))}
            onChange={(value) => void change({ months: Number(value) })}
          />
          {endedAt === null ? (
            <Button onPress={() => setEnding(true)}>End the course…</Button>
          ) : (
            <Button onPress={() => void change({ ended: false })}>It goes on</Button>
          )}
          <NewHold spaceId={spaceId} />
        </div>
      )}
      {mayChange && shown.holds.length > 0 && <Holds spaceId={spaceId} holds={shown.holds} />}
      <ConfirmDialog
        title="End this course?"
        act="End the course"
        isOpen={isEnding}
        onClose={() => setEnding(false)}
        onConfirm={() => change({ ended: true })}
      >
        <p>
          Its discussions stay as they are for {months} months; then its texts, discussions, roster and marks
          are deleted for good. You can take the end back until then.
        </p>
      </ConfirmDialog>
    </div>
  );
}

function backupWords({ backupDays, backupsExpireAt }: RetentionShown, date: Intl.DateTimeFormat): string {
  if (backupsExpireAt !== null)
    return `The last backup that still holds it expires on ${date.format(new Date(backupsExpireAt))}.`;
  if (backupDays !== null)
    return `Backups made before then expire ${backupDays} ${backupDays === 1 ? 'day' : 'days'} later.`;
  return 'Backups that the operator made before still hold it until they expire; ask them when that is.';
}

function Holds({ spaceId, holds }: { spaceId: string; holds: RetentionShown['holds'] }) {
  const router = useRouter();
  const lift = async (id: string) => {
    await send(`/spaces/${spaceId}/holds/${id}`, anything, { method: 'DELETE' });
    router.refresh();
  };
  return (
    // biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list
    <ul role="list" aria-label="Open requests" className={css.rows}>
      {holds.map(({ id, kind, note, openedAt }) => (
        <li key={id} className={css.row}>
          <div className={css.person}>
            <strong>{kindWords[kind]}</strong>
            <span className={css.quiet}>
              {note} · <Time at={openedAt} />
            </span>
          </div>
          <Button onPress={() => lift(id)}>Close it</Button>
        </li>
      ))}
    </ul>
  );
}

function NewHold({ spaceId }: { spaceId: string }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [kind, setKind] = useState<'records-request' | 'appeal'>('records-request');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const open = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await send(`/spaces/${spaceId}/holds`, anything, { body: { kind, note } });
    setProblem(answer.ok ? null : answer.problem.message);
    if (!answer.ok) return;
    setNote('');
    setOpen(false);
    router.refresh();
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>Records request or appeal…</Button>
      <Dialog title="Hold deletion back" isOpen={isOpen} onClose={() => setOpen(false)}>
        <form onSubmit={open} noValidate>
          <FormStack>
            {problem && <Notice tone="problem">{problem}</Notice>}
            <Choice
              label="What is open"
              value={kind}
              options={[
                { value: 'records-request', label: kindWords['records-request'] },
                { value: 'appeal', label: kindWords.appeal },
              ]}
              onChange={setKind}
            />
            <Field label="About" value={note} onChange={setNote} maxLength={500} isAnyScript isLong />
            <div>
              <Button type="submit" look="primary">
                Hold back
              </Button>
            </div>
          </FormStack>
        </form>
      </Dialog>
    </>
  );
}
