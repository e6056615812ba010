'use client';
// One's name, e-mail address and password.

import { useRouter } from 'next/navigation';
import { Button } from '#components/ui/form/button.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { emailRule, type Faults, needed, newPasswordRule, useForm } from '#components/ui/form/form.ts';
import { anything, send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import css from './account.module.css';

/** PATCHes the account; says `done` and redraws the page, or gives the faults. */
function useAccountChange(done: string) {
  const router = useRouter();
  return async (body: Record<string, string>): Promise<Faults<'currentPassword' | 'email'> | null> => {
    const answer = await send('/account', anything, { method: 'PATCH', body });
    if (!answer.ok) {
      const { code, message } = answer.problem;
      if (code === 'wrong-password') return { currentPassword: message };
      return code === 'email-taken' ? { email: message } : { form: message };
    }
    showToast(done);
    router.refresh();
    return null;
  };
}

const currentPassword = needed('Write your current password, so that nobody else can change this.');

function CurrentPassword({ error }: { error: string | undefined }) {
  return (
    <Field
      label="Current password"
      name="currentPassword"
      type="password"
      autoComplete="current-password"
      error={error}
      isRequired
    />
  );
}

const nameRules = { name: needed('Write the name that others will see.') };

export function NameForm({ name }: { name: string }) {
  const change = useAccountChange('Your name is changed.');
  const { faults, isBusy, props } = useForm(nameRules, change);
  return (
    // The key takes the new name as the field's value once the page knows it.
    <form key={name} {...props} className={css.form}>
      {faults.form && <Notice tone="problem">{faults.form}</Notice>}
      <div className={css.inline}>
        <Field
          label="Name"
          name="name"
          autoComplete="name"
          defaultValue={name}
          error={faults.name}
          isAnyScript
          isRequired
        />
        <Button type="submit" isPending={isBusy}>
          Change name
        </Button>
      </div>
    </form>
  );
}

const emailRules = { email: emailRule, currentPassword };

export function EmailForm({ email }: { email: string }) {
  const change = useAccountChange('Your e-mail address is changed.');
  const { faults, isBusy, props } = useForm(emailRules, change);
  return (
    <form key={email} {...props} className={css.form}>
      {faults.form && <Notice tone="problem">{faults.form}</Notice>}
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="email"
        defaultValue={email}
        error={faults.email}
        isRequired
      />
      <CurrentPassword error={faults.currentPassword} />
      <div>
        <Button type="submit" isPending={isBusy}>
          Change e-mail
        </Button>
      </div>
    </form>
  );
}

const passwordRules = { password: newPasswordRule, currentPassword };

export function PasswordForm({ email }: { email: string }) {
  const change = useAccountChange(
    'Your password is changed. Your other devices are signed out, your API tokens have ended.',
  );
  const { faults, isBusy, props } = useForm(passwordRules, change);
  return (
    <form {...props} className={css.form}>
      {faults.form && <Notice tone="problem">{faults.form}</Notice>}
      {/* Tells password managers whose password this is. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <Field
        label="New password"
        name="password"
        type="password"
        autoComplete="new-password"
        help="At least 8 characters. Your other devices will be signed out, and your API tokens end."
        error={faults.password}
        isRequired
      />
      <CurrentPassword error={faults.currentPassword} />
      <div>
        <Button type="submit" isPending={isBusy}>
          Change password
        </Button>
      </div>
    </form>
  );
}
