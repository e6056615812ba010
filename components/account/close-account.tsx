'use client';
// Closing one's account: it cannot be undone, so it asks, and wants the password.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { anyText, needed, useForm } from '#components/ui/form/form.ts';
import { anything, send } from '#components/ui/form/request.ts';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import css from './account.module.css';

export function CloseAccount({ hasPassword }: { hasPassword: boolean }) {
  const t = useTranslations('account.close');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div>
        <Button look="danger" onPress={() => setOpen(true)}>
          {t('open')}
        </Button>
      </div>
      <Dialog title={t('title')} isOpen={isOpen} onClose={() => setOpen(false)} role="alertdialog">
        <CloseForm hasPassword={hasPassword} onCancel={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function CloseForm({ hasPassword, onCancel }: { hasPassword: boolean; onCancel: () => void }) {
  const t = useTranslations('account.close');
  const field = useTranslations('account.field');
  const rules = { password: hasPassword ? needed(t('passwordNeeded')) : anyText };
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
      <p className={css.aside}>{t('what')}</p>
      {faults.form && <Notice tone="problem">{faults.form}</Notice>}
      {hasPassword && (
        <Field
          label={field('password')}
          name="password"
          type="password"
          autoComplete="current-password"
          error={faults.password}
          isRequired
        />
      )}
      <DialogActions>
        <Button onPress={onCancel}>{t('keep')}</Button>
        <Button type="submit" look="danger" isPending={isBusy}>
          {t('act')}
        </Button>
      </DialogActions>
    </form>
  );
}
