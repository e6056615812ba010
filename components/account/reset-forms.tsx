'use client';
// A forgotten password: ask for a link, then choose a new one with it.

import { useState } from 'react';
import { Button, LinkButton } from '#components/ui/form/button.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { emailRule, newPasswordRule, useForm } from '#components/ui/form/form.ts';
import { anything, send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import css from './account.module.css';

const requestRules = { email: emailRule };

export function ResetRequestForm() {
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
        <Notice tone="done" title="Look in your mail">
          If {sentTo} has an account here, a link is on its way. It works once. Your old password stays good
          until you use it.
        </Notice>
      )}
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        error={faults.email}
        isRequired
      />
      <Button type="submit" look="primary" size="large" isPending={isBusy}>
        Send me a link
      </Button>
    </form>
  );
}

const passwordRules = { password: newPasswordRule };

export function NewPasswordForm({ token }: { token: string }) {
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
        <Notice tone="done" title="Your new password is set">
          Every device that was signed in with the old one is now signed out, and your API tokens have ended.
        </Notice>
        <LinkButton href="/sign-in" look="primary" size="large">
          Sign in
        </LinkButton>
      </div>
    );
  return (
    <form {...props} className={css.form}>
      {faults.form && (
        <Notice tone="problem">
          {faults.form} <a href="/reset">Ask for another link</a>
        </Notice>
      )}
      <Field
        label="New password"
        name="password"
        type="password"
        autoComplete="new-password"
        help="At least 8 characters; length is what makes it strong."
        error={faults.password}
        isRequired
      />
      <Button type="submit" look="primary" size="large" isPending={isBusy}>
        Set the password
      </Button>
    </form>
  );
}
