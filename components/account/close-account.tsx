'use client';
// Closing one's account: it cannot be undone, so it asks, and wants the password.

import { useState } from 'react';
import { Button } from '#components/ui/form/button.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { anyText, needed, useForm } from '#components/ui/form/form.ts';
import { anything, send } from '#components/ui/form/request.ts';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import css from './account.module.css';

export function CloseAccount({ hasPassword }: { hasPassword: boolean }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div>
        <Button look="danger" onPress={() => setOpen(true)}>
          Close my account…
        </Button>
      </div>
      <Dialog title="Close your account?" isOpen={isOpen} onClose={() => setOpen(false)} role="alertdialog">
        <CloseForm hasPassword={hasPassword} onCancel={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function CloseForm({ hasPassword, onCancel }: { hasPassword: boolean; onCancel: () => void }) {
  const rules = { password: hasPassword ? needed('Write your password to close the account.') : anyText };
  const { faults, isBusy, props } = useForm(rules, async ({ password }) => {
    const body = hasPassword ? { password } : {};
    const answer = await send('/account', anything, { method: 'DELETE', body });
    if (!answer.ok) {
      const { code, message } = answer.problem;
      return code === 'wrong-password' ? { password: message } : { form: message };
    }
    const device = await import('#lib/sync/device/device.ts');
    await device.forgetDevice();
    window.location.assign('/');
    return 'leaving';
  });
  return (
    <form {...props} className={css.form}>
      <p className={css.aside}>
        Your name, e-mail address and password are deleted, and every device and API token is signed out. What
        you said stays in its discussions without your name, because others have answered it. This cannot be
        undone.
      </p>
      {faults.form && <Notice tone="problem">{faults.form}</Notice>}
      {hasPassword && (
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          error={faults.password}
          isRequired
        />
      )}
      <DialogActions>
        <Button onPress={onCancel}>Keep my account</Button>
        <Button type="submit" look="danger" isPending={isBusy}>
          Close my account
        </Button>
      </DialogActions>
    </form>
  );
}
