'use client';
// Coming in by a link: a guest gives a name, someone signed in just presses the button (U54).

import { useTranslations } from 'use-intl/react';
import * as v from 'valibot';
import { Button } from '#components/ui/form/button.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { anyText, needed, type Rule, useForm } from '#components/ui/form/form.ts';
import { send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import { cleanLine, maxNameLength } from '#lib/model/text/text.ts';
import css from './account.module.css';

const joined = v.object({ roomId: v.nullish(v.string()), spaceId: v.string() });

export function JoinForm({
  code,
  who,
  isRoom,
}: {
  code: string;
  /** The name of whoever is signed in already. */
  who: string | null;
  /** A discussion, and not the whole space. */
  isRoom: boolean;
}) {
  const t = useTranslations('account.join');
  const field = useTranslations('account.field');
  const isNamed = needed(field('nameNeeded'));
  const nameRule: Rule = (name) =>
    cleanLine(name).length > maxNameLength ? t('nameTooLong', { max: maxNameLength }) : isNamed(name);
  const rules = { name: who === null ? nameRule : anyText };
  const { faults, isBusy, props } = useForm(rules, async ({ name }) => {
    const answer = await send('/join', joined, { body: who === null ? { code, name } : { code } });
    if (!answer.ok) return { form: answer.problem.message };
    const { roomId, spaceId } = answer.value;
    window.location.assign(roomId ? `/rooms/${roomId}` : `/spaces/${spaceId}`);
    return 'leaving';
  });
  return (
    <form {...props} className={css.form}>
      {faults.form && <Notice tone="problem">{faults.form}</Notice>}
      {who === null && (
        <Field
          label={t('yourName')}
          name="name"
          autoComplete="name"
          help={t('nameHelp')}
          error={faults.name}
          maxLength={maxNameLength}
          isAnyScript
          isRequired
          autoFocus
        />
      )}
      <Button type="submit" look="primary" size="large" isPending={isBusy}>
        {who === null ? t(isRoom ? 'actRoom' : 'act') : t(isRoom ? 'actRoomAs' : 'actAs', { who })}
      </Button>
    </form>
  );
}
