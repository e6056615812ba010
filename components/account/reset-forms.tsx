'use client';
// A forgotten password: ask for a link, then choose a new one with it.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button, LinkButton } from '#components/ui/form/button.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { emailRule, newPasswordRule, useForm } from '#components/ui/form/form.ts';
import { anything, send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import css from './account.module.css';

const requestRules = { email: emailRule };

export function ResetRequestForm() {
  const t = useTranslations('account.reset');
  const field = useTranslations('account.field');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { faults, isBusy, props } = useForm(requestRules, async (body) => {
    const answer = await send('/resets', anything, { body });
    if (!answer.ok) return { form: answer.problem.message };
    setSentTo(body.email.trim());
    return null;
  });
  return (
    <form {...props} className={css.form}>
      {faults.form && <Notice tone="problem">{faults.form}</Notice>}
      {sentTo && (
        <Notice tone="done" title={t('sentTitle')}>
          {t('sent', { address: sentTo })}
        </Notice>
      )}
      <Field
        label={field('email')}
        name="email"
        type="email"
        autoComplete="username"
        error={faults.email}
        isRequired
      />
      <Button type="submit" look="primary" size="large" isPending={isBusy}>
        {t('act')}
      </Button>
    </form>
  );
}

const passwordRules = { password: newPasswordRule };

export function NewPasswordForm({ token }: { token: string }) {
  const t = useTranslations('account.reset');
  const field = useTranslations('account.field');
  const [isDone, setDone] = useState(false);
  const { faults, isBusy, props } = useForm(passwordRules, async (body) => {
    const answer = await send(`/resets/${encodeURIComponent(token)}`, anything, { body });
    if (!answer.ok) return { form: answer.problem.message };
    setDone(true);
    return null;
  });
  if (isDone)
    return (
      <div className={css.form}>
        <Notice tone="done" title={t('doneTitle')}>
          {t('done')}
        </Notice>
        <LinkButton href="/sign-in" look="primary" size="large">
          {t('signIn')}
        </LinkButton>
      </div>
    );
  return (
    <form {...props} className={css.form}>
      {faults.form && (
        <Notice tone="problem">
          {t.rich('another', { problem: faults.form, link: (words) => <a href="/reset">{words}</a> })}
        </Notice>
      )}
      <Field
        label={field('newPassword')}
        name="password"
        type="password"
        autoComplete="new-password"
        help={field('passwordHelp')}
        error={faults.password}
        isRequired
      />
      <Button type="submit" look="primary" size="large" isPending={isBusy}>
        {t('set')}
      </Button>
    </form>
  );
}
