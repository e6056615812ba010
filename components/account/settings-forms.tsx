'use client';
// One's name, e-mail address and password.

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl/react';
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

function CurrentPassword({ error }: { error: string | undefined }) {
  const t = useTranslations('account.settings');
  return (
    <Field
      label={t('currentPassword')}
      name="currentPassword"
      type="password"
      autoComplete="current-password"
      error={error}
      isRequired
    />
  );
}

export function NameForm({ name }: { name: string }) {
  const t = useTranslations('account.settings');
  const field = useTranslations('account.field');
  const change = useAccountChange(t('nameChanged'));
  const { faults, isBusy, props } = useForm({ name: needed(field('nameNeeded')) }, change);
  return (
    // The key takes the new name as the field's value once the page knows it.
    <form key={name} {...props} className={css.form}>
      {faults.form && <Notice tone="problem">{faults.form}</Notice>}
      <div className={css.inline}>
        <Field
          label={field('name')}
          name="name"
          autoComplete="name"
          defaultValue={name}
          error={faults.name}
          isAnyScript
          isRequired
        />
        <Button type="submit" isPending={isBusy}>
          {t('changeName')}
        </Button>
      </div>
    </form>
  );
}

export function EmailForm({ email }: { email: string }) {
  const t = useTranslations('account.settings');
  const field = useTranslations('account.field');
  const change = useAccountChange(t('emailChanged'));
  const rules = { email: emailRule, currentPassword: needed(t('currentPasswordNeeded')) };
  const { faults, isBusy, props } = useForm(rules, change);
  return (
    <form key={email} {...props} className={css.form}>
      {faults.form && <Notice tone="problem">{faults.form}</Notice>}
      <Field
        label={field('email')}
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
          {t('changeEmail')}
        </Button>
      </div>
    </form>
  );
}

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('account.settings');
  const field = useTranslations('account.field');
  const change = useAccountChange(t('passwordChanged'));
  const rules = { password: newPasswordRule, currentPassword: needed(t('currentPasswordNeeded')) };
  const { faults, isBusy, props } = useForm(rules, change);
  return (
    <form {...props} className={css.form}>
      {faults.form && <Notice tone="problem">{faults.form}</Notice>}
      {/* Tells password managers whose password this is. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <Field
        label={field('newPassword')}
        name="password"
        type="password"
        autoComplete="new-password"
        help={t('newPasswordHelp')}
        error={faults.password}
        isRequired
      />
      <CurrentPassword error={faults.currentPassword} />
      <div>
        <Button type="submit" isPending={isBusy}>
          {t('changePassword')}
        </Button>
      </div>
    </form>
  );
}
