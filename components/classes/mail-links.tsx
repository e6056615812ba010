'use client';
// Mailing people on the roster their personal links: to whom, how far it is, and who could not be reached.

import { Mail } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { type Outcome, sendForLines } from '#components/ui/form/request.ts';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import css from './classes.module.css';
import { useMailProblem } from './mail-problem.ts';
import {
  type MailedLine,
  type MailedTotal,
  mailedLine,
  mailedTotal,
  type RosterPerson,
  toMail,
  type Whom,
} from './roster.ts';

export function MailLinks({ spaceId, people }: { spaceId: string; people: readonly RosterPerson[] }) {
  const t = useTranslations('classes.mailing');
  const [isOpen, setOpen] = useState(false);
  const expected = toMail(people, 'all').length;
  if (expected === 0) return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Mail aria-hidden />
        {t('ask')}
      </Button>
      <Dialog title={t('title')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Mailing spaceId={spaceId} people={people} />
      </Dialog>
    </>
  );
}

/** Mails the links of these people; tells of each. The page is drawn anew at the end, however it ends. */
export function useMailing(spaceId: string) {
  const router = useRouter();
  return async (
    people: readonly RosterPerson[],
    onMailed: (line: MailedLine) => void,
    signal?: AbortSignal,
  ): Promise<Outcome<MailedTotal>> => {
    const body = { people: people.map(({ id, mailed }) => ({ seatId: id, seen: mailed?.at ?? null })) };
    const schemas = { line: mailedLine, answer: mailedTotal };
    const answer = await sendForLines(`/spaces/${spaceId}/seats/links`, schemas, onMailed, {
      body,
      ...(signal && { signal }),
    });
    router.refresh();
    return answer;
  };
}

type Stage =
  | { kind: 'asking' }
  | { kind: 'mailing'; done: number; of: number }
  | { kind: 'done'; said: string; isProblem: boolean };

function Mailing({ spaceId, people }: { spaceId: string; people: readonly RosterPerson[] }) {
  const t = useTranslations('classes.mailing');
  const why = useMailProblem();
  const mail = useMailing(spaceId);
  const counts = { new: toMail(people, 'new').length, failed: toMail(people, 'failed').length };
  const [whom, setWhom] = useState<Whom>(counts.new > 0 ? 'new' : counts.failed > 0 ? 'failed' : 'all');
  const [stage, setStage] = useState<Stage>({ kind: 'asking' });
  const [failed, setFailed] = useState<{ name: string; email: string; problem: string }[]>([]);
  const stopping = useRef<AbortController>(null);
  const chosen = toMail(people, whom);
  const option = (value: Whom) => ({ value, label: t(value, { count: toMail(people, value).length }) });
  const start = async () => {
    const names = new Map(chosen.map((one) => [one.id, one]));
    stopping.current = new AbortController();
    setFailed([]);
    setStage({ kind: 'mailing', done: 0, of: chosen.length });
    let done = 0;
    const onMailed = (line: MailedLine) => {
      done++;
      setStage({ kind: 'mailing', done, of: chosen.length });
      const { name = '', email } = names.get(line.seatId) ?? {};
      if (line.outcome === 'failed')
        setFailed((before) => [...before, { name, email: email ?? '', problem: line.problem }]);
    };
    const answer = await mail(chosen, onMailed, stopping.current.signal);
    setStage({ kind: 'done', said: saidOf(answer, done, t), isProblem: !answer.ok });
  };
  return (
    <FormStack>
      {stage.kind === 'asking' && (
        <>
          <Choice
            label={t('whom')}
            value={whom}
            options={[
              ...(counts.new > 0 ? [option('new')] : []),
              ...(counts.failed > 0 ? [option('failed')] : []),
              option('all'),
            ]}
            onChange={setWhom}
          />
          <p className={css.quiet}>{t('text')}</p>
          <DialogActions>
            <Button look="primary" onPress={start}>
              {t('act', { count: chosen.length })}
            </Button>
          </DialogActions>
        </>
      )}
      {stage.kind === 'mailing' && (
        <div className={css.progress}>
          <progress aria-label={t('progress')} value={stage.done} max={stage.of} />
          <span className={css.quiet}>{t('done', { done: stage.done, all: stage.of })}</span>
          <Button look="quiet" onPress={() => stopping.current?.abort()}>
            {t('stop')}
          </Button>
        </div>
      )}
      {stage.kind === 'done' && <Notice tone={stage.isProblem ? 'problem' : 'done'}>{stage.said}</Notice>}
      {failed.length > 0 && (
        <div className={css.scroll}>
          <ul className={css.lines} aria-label={t('couldNot')}>
            {failed.map(({ name, email, problem }) => (
              <li key={email}>
                <b dir="auto">{name}</b> {email}
                <br />
                <span className={css.quiet}>{why(problem)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </FormStack>
  );
}

type MailingWords = ReturnType<typeof useTranslations<'classes.mailing'>>;

function saidOf(answer: Outcome<MailedTotal>, done: number, t: MailingWords): string {
  if (!answer.ok)
    return answer.problem.code === 'cancelled' ? t('stopped', { done }) : answer.problem.message;
  const { sent, failed, passedOver } = answer.value;
  const parts = [
    t('sent', { count: sent }),
    ...(failed > 0 ? [t('someFailed', { count: failed })] : []),
    ...(passedOver > 0 ? [t('passedOver', { count: passedOver })] : []),
  ];
  return `${parts.join('; ')}.`;
}
