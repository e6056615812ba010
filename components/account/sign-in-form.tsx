'use client';
// Sign in with e-mail and password.

import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { emailRule, needed, useForm } from '#components/ui/form/form.ts';
import { anything, send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import css from './account.module.css';

export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('account.signIn');
  const field = useTranslations('account.field');
  const rules = { email: emailRule, password: needed(t('passwordNeeded')) };
  const { faults, isBusy, props } = useForm(rules, async (body) => {
    const answer = await send('/sessions', anything, { body });
    if (!answer.ok) return { form: answer.problem.message };
    // A whole page load, so that nothing of the signed-out pages stays in memory.
    window.location.assign(next);
    return 'leaving';
  });
  return (
    <form {...props} className={css.form}>
      {faults.form && <Notice tone="problem">{faults.form}</Notice>}
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
        autoComplete="current-password"
        error={faults.password}
        isRequired
      />
      <Button type="submit" look="primary" size="large" isPending={isBusy}>
        {t('act')}
      </Button>
    </form>
  );
}
