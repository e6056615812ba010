'use client';
// Create an account. A guest's words stay theirs; the very first account of a server may need the owner's code.

import { Button } from '#components/ui/form/button.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { anyText, emailRule, needed, newPasswordRule, type Rule, useForm } from '#components/ui/form/form.ts';
import { anything, send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import css from './account.module.css';

const name: Rule = needed('Write the name that others will see.');
const rules = { name, email: emailRule, password: newPasswordRule, ownerCode: anyText };

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
  const code: Rule = needsOwnerCode
    ? needed('Write the code that the server printed when it started.')
    : anyText;
  const { faults, isBusy, props } = useForm({ ...rules, ownerCode: code }, async ({ ownerCode, ...form }) => {
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
          label="Owner’s code"
          name="ownerCode"
          autoComplete="off"
          help="This is the first account here. The code stands where the server was started."
          error={faults.ownerCode}
          isRequired
        />
      )}
      <Field
        label="Name"
        name="name"
        autoComplete="name"
        defaultValue={guestName ?? ''}
        help="Others see it beside what you say."
        error={faults.name}
        isAnyScript
        isRequired
      />
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        error={faults.email}
        isRequired
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        help="At least 8 characters; length is what makes it strong."
        error={faults.password}
        isRequired
      />
      <Button type="submit" look="primary" size="large" isPending={isBusy}>
        Create account
      </Button>
    </form>
  );
}
