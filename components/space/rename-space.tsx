'use client';
// Another name for a course or squad.

import { Pencil } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { needed, useForm } from '#components/ui/form/form.ts';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';

export function RenameSpace({ id, name }: { id: string; name: string }) {
  const t = useTranslations('library.rename');
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button look="quiet" onPress={() => setOpen(true)}>
        <Pencil aria-hidden />
        {t('act')}
      </Button>
      <Dialog title={t('act')} isOpen={isOpen} onClose={close}>
        <RenameForm id={id} name={name} onClose={close} />
      </Dialog>
    </>
  );
}

function RenameForm({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const t = useTranslations('library.rename');
  const act = useTranslations('ui.act');
  const router = useRouter();
  const { faults, isBusy, props } = useForm({ name: needed(t('nameNeeded')) }, async (body) => {
    const answer = await send(`/spaces/${id}`, anything, { method: 'PATCH', body });
    if (!answer.ok) return { form: answer.problem.message };
    router.refresh();
    onClose();
    return 'leaving';
  });
  return (
    <form {...props}>
      <FormStack>
        {faults.form && <Notice tone="problem">{faults.form}</Notice>}
        <Field
          label={t('name')}
          name="name"
          defaultValue={name}
          error={faults.name}
          isAnyScript
          isRequired
          autoFocus
        />
        <DialogActions>
          <Button onPress={onClose}>{act('cancel')}</Button>
          <Button type="submit" look="primary" isPending={isBusy}>
            {t('act')}
          </Button>
        </DialogActions>
      </FormStack>
    </form>
  );
}
