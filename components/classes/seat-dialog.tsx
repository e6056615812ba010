'use client';
// One person of the roster: what it says of them, their personal link while they are expected, and taking them off it.

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { CopyField } from '#components/ui/form/copy-field.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { anyText, needed, useForm } from '#components/ui/form/form.ts';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import { Time } from '#components/ui/time.tsx';
import css from './classes.module.css';
import { useMailing } from './mail-links.tsx';
import { useMailProblem } from './mail-problem.ts';
import { type RosterPerson, toMail } from './roster.ts';
import { SectionChoice } from './section-choice.tsx';

export function SeatDialog({
  spaceId,
  person,
  sections,
  canMail,
  onClose,
}: {
  spaceId: string;
  person: RosterPerson;
  /** To which whoever keeps the roster is limited; none is no limit. */
  sections: readonly string[];
  canMail: boolean;
  onClose: () => void;
}) {
  const t = useTranslations('classes.seat');
  const router = useRouter();
  const isLimited = sections.length > 0;
  const [chosen, setChosen] = useState(person.section ?? '');
  const path = `/spaces/${spaceId}/seats/${person.id}`;
  const done = (said: string) => {
    showToast(said);
    router.refresh();
    onClose();
  };
  const rules = { name: needed(t('nameNeeded')), email: anyText, section: anyText, group: anyText };
  const { faults, isBusy, props } = useForm(rules, async ({ name, email, section, group }) => {
    const body = { name, email: email.trim() || null, section: isLimited ? chosen : section, group };
    const answer = await send(path, anything, { method: 'PATCH', body });
    if (!answer.ok) return { form: answer.problem.message };
    done(t('changed'));
    return 'leaving';
  });
  const strike = async () => {
    const answer = await send(path, anything, { method: 'DELETE' });
    done(answer.ok ? t('struck', { name: person.name }) : answer.problem.message);
  };
  return (
    <Dialog title={person.name} isOpen onClose={onClose}>
      <form {...props}>
        <FormStack>
          {faults.form && <Notice tone="problem">{faults.form}</Notice>}
          {person.url && <CopyField label={t('link')} value={person.url} />}
          {canMail && toMail([person], 'all').length > 0 && (
            <MailOne spaceId={spaceId} person={person} onDone={done} />
          )}
          <Field label={t('name')} name="name" defaultValue={person.name} error={faults.name} isAnyScript />
          <Field label={t('email')} name="email" type="email" defaultValue={person.email ?? ''} />
          {!isLimited && (
            <Field label={t('section')} name="section" defaultValue={person.section ?? ''} isAnyScript />
          )}
          {sections.length > 1 && <SectionChoice sections={sections} value={chosen} onChange={setChosen} />}
          <Field
            label={t('group')}
            name="group"
            defaultValue={person.group ?? ''}
            isAnyScript
            help={t('groupHelp')}
          />
          <DialogActions>
            {!person.hasJoined && (
              <Button look="danger" onPress={strike}>
                {t('strike')}
              </Button>
            )}
            <Button type="submit" look="primary" isPending={isBusy}>
              {t('act')}
            </Button>
          </DialogActions>
        </FormStack>
      </form>
    </Dialog>
  );
}

function MailOne({
  spaceId,
  person,
  onDone,
}: {
  spaceId: string;
  person: RosterPerson;
  onDone: (said: string) => void;
}) {
  const t = useTranslations('classes.seat');
  const why = useMailProblem();
  const mail = useMailing(spaceId);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState(() => (person.mailed?.problem ? why(person.mailed.problem) : null));
  const start = async () => {
    setBusy(true);
    let refusal: string | null = null;
    const answer = await mail([person], (line) => {
      if (line.outcome === 'failed') refusal = why(line.problem);
    });
    setBusy(false);
    const wrong = answer.ok ? refusal : answer.problem.message;
    if (wrong === null) onDone(t('onItsWay', { email: person.email ?? '' }));
    else setProblem(wrong);
  };
  const at = () => <Time at={person.mailed?.at ?? ''} />;
  return (
    <div className={css.stack}>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <div className={css.bar}>
        <Button onPress={start} isPending={isBusy}>
          {t(person.mailed ? 'mailAgain' : 'mail')}
        </Button>
        {person.mailed && person.mailed.problem === null && (
          <span className={css.quiet}>{t.rich('mailed', { at })}</span>
        )}
      </div>
    </div>
  );
}
