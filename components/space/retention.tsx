'use client';
// How long a course is kept: said to everyone in it, changed by its owners; and what holds its end back.

import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { useDateFormat } from '#components/ui/dates.ts';
import { Button } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { useTurning } from '#components/ui/form/use-turning.ts';
import { Dialog } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { offerUndo } from '#components/ui/over/undo.ts';
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
const holdKinds = ['records-request', 'appeal'] as const;

export function Retention({
  spaceId,
  shown,
  mayChange,
}: {
  spaceId: string;
  shown: RetentionShown;
  mayChange: boolean;
}) {
  const t = useTranslations('library.retention');
  const date = useDateFormat(dateOptions);
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [isComing, begin] = useTransition();
  /** Null, or in words why it could not be. */
  const save = async (body: { ended?: boolean; months?: number }): Promise<string | null> => {
    setSaving(true);
    const answer = await send(`/spaces/${spaceId}/retention`, anything, { method: 'PATCH', body });
    setSaving(false);
    begin(() => router.refresh());
    return answer.ok ? null : answer.problem.message;
  };
  const change = async (body: { ended?: boolean; months?: number }) => setProblem(await save(body));
  // The end can be taken back until its course is deleted, so it is not asked for twice (U56).
  const end = async () => {
    const failed = await save({ ended: true });
    setProblem(failed);
    if (failed === null) offerUndo(t('wasEnded'), () => save({ ended: false }));
  };
  const { endedAt, months, purgeAt } = shown;
  return (
    <div className={css.stack}>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <p>
        {purgeAt === null ? t('goes', { months }) : t('hasEnded', { date: date.format(new Date(purgeAt)) })}{' '}
        {shown.isHeld && <>{t('held')} </>}
        <Backups shown={shown} />
      </p>
      {mayChange && endedAt === null && <p className={css.quiet}>{t('whatEndDoes', { months })}</p>}
      {mayChange && (
        <div className={css.acts}>
          <Choice
            label={t('keptAfter')}
            isLabelHidden
            value={String(months)}
            options={[...new Set<number>([...monthChoices, months])]
              .sort((a, b) => a - b)
              .map((count) => ({ value: String(count), label: t('months', { months: count }) }))}
            onChange={(value) => void change({ months: Number(value) })}
          />
          <Button
            isTurning
            isPending={isSaving || isComing}
            onPress={() => void (endedAt === null ? end() : change({ ended: false }))}
          >
            {t(endedAt === null ? 'end' : 'goOn')}
          </Button>
          <NewHold spaceId={spaceId} />
        </div>
      )}
      {mayChange && shown.holds.length > 0 && <Holds spaceId={spaceId} holds={shown.holds} />}
    </div>
  );
}

/** When the backups that still hold it are gone. */
function Backups({ shown: { backupDays, backupsExpireAt } }: { shown: RetentionShown }) {
  const t = useTranslations('library.retention');
  const date = useDateFormat(dateOptions);
  if (backupsExpireAt !== null) return t('lastBackup', { date: date.format(new Date(backupsExpireAt)) });
  return backupDays === null ? t('backupsUnknown') : t('backups', { days: backupDays });
}

function Holds({ spaceId, holds }: { spaceId: string; holds: RetentionShown['holds'] }) {
  const t = useTranslations('library.holds');
  const { isTurning, turn } = useTurning();
  const lift = (id: string) =>
    turn(id, () => send(`/spaces/${spaceId}/holds/${id}`, anything, { method: 'DELETE' }));
  return (
    // biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list
    <ul role="list" aria-label={t('label')} className={css.rows}>
      {holds.map(({ id, kind, note, openedAt }) => (
        <li key={id} className={css.row}>
          <div className={css.person}>
            <strong>{t(`kind.${kind}`)}</strong>
            <span className={css.quiet}>
              {note} · <Time at={openedAt} />
            </span>
          </div>
          <Button isPending={isTurning(id)} onPress={() => void lift(id)}>
            {t('close')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function NewHold({ spaceId }: { spaceId: string }) {
  const t = useTranslations('library.holds');
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [kind, setKind] = useState<(typeof holdKinds)[number]>('records-request');
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
      <Button onPress={() => setOpen(true)}>{t('open')}</Button>
      <Dialog title={t('title')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <form onSubmit={open} noValidate>
          <FormStack>
            {problem && <Notice tone="problem">{problem}</Notice>}
            <Choice
              label={t('what')}
              value={kind}
              options={holdKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
              onChange={setKind}
            />
            <Field label={t('about')} value={note} onChange={setNote} maxLength={500} isAnyScript isLong />
            <div>
              <Button type="submit" look="primary">
                {t('act')}
              </Button>
            </div>
          </FormStack>
        </form>
      </Dialog>
    </>
  );
}
