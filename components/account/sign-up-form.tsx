'use client';
// Create an account. A guest's words stay theirs; the very first account of a server may need the owner's code.

import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { anyText, emailRule, needed, newPasswordRule, type Rule, useForm } from '#components/ui/form/form.ts';
import { anything, send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import css from './account.module.css';

export function SignUpForm({
  next,
  guestName,
  needsOwnerCode,
}: {
  next: string;
  /** The name of the guest who is signing up; absent for strangers. */
  guestName?: string | undefined;
  needsOwnerCode: boolean;
}) {
  const t = useTranslations('account.signUp');
  const field = useTranslations('account.field');
  const name: Rule = needed(field('nameNeeded'));
  const code: Rule = needsOwnerCode ? needed(t('codeNeeded')) : anyText;
  const rules = { name, email: emailRule, password: newPasswordRule, ownerCode: code };
  const { faults, isBusy, props } = useForm(rules, async ({ ownerCode, ...form }) => {
    const body = needsOwnerCode ? { ...form, ownerCode } : form;
    const answer = await send('/accounts', anything, { body });
    if (answer.ok) {
      window.location.assign(next);
      return 'leaving';
    }
    const { code, message } = answer.problem;
    if (code === 'email-taken') return { email: message };
    return code === 'owner-code-needed' ? { ownerCode: message } : { form: message };
  });
  return (
    <form {...props} className={css.form}>
      {faults.form && <Notice tone="problem">{faults.form}</Notice>}
      {needsOwnerCode && (
        <Field
          label={t('code')}
          name="ownerCode"
          autoComplete="off"
          help={t('codeHelp')}
          error={faults.ownerCode}
          isRequired
        />
      )}
      <Field
        label={field('name')}
        name="name"
        autoComplete="name"
        defaultValue={guestName ?? ''}
        help={field('nameSeen')}
        error={faults.name}
        isAnyScript
        isRequired
      />
      <Field
        label={field('email')}
        name="email"
        type="email"
        autoComplete="username"
        error={faults.email}
        isRequired
      />
      <Field
        label={field('password')}
        name="password"
        type="password"
        autoComplete="new-password"
        help={field('passwordHelp')}
        error={faults.password}
        isRequired
      />
      <Button type="submit" look="primary" size="large" isPending={isBusy}>
        {t('act')}
      </Button>
    </form>
  );
}
