'use client';
// A new course or squad: a kind and a name.

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import * as v from 'valibot';
import { Button } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { needed, useForm } from '#components/ui/form/form.ts';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { send } from '#components/ui/form/request.ts';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { type SpaceKind, spaceKinds } from '#lib/model/space-permission.ts';

export function NewSpace() {
  const t = useTranslations('library.newSpace');
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button look="quiet" onPress={() => setOpen(true)}>
        <Plus aria-hidden />
        {t('title')}
      </Button>
      <Dialog title={t('title')} isOpen={isOpen} onClose={close}>
        <NewSpaceForm onCancel={close} />
      </Dialog>
    </>
  );
}

const made = v.object({ id: v.string() });

function NewSpaceForm({ onCancel }: { onCancel: () => void }) {
  const t = useTranslations('library.newSpace');
  const act = useTranslations('ui.act');
  const [kind, setKind] = useState<SpaceKind>('course');
  const { faults, isBusy, props } = useForm({ name: needed(t('nameNeeded')) }, async ({ name }) => {
    const answer = await send('/spaces', made, { body: { name, kind } });
    if (!answer.ok) return { form: answer.problem.message };
    window.location.assign(`/spaces/${answer.value.id}`);
    return 'leaving';
  });
  return (
    <form {...props}>
      <FormStack>
        {faults.form && <Notice tone="problem">{faults.form}</Notice>}
        <Choice
          label={t('kind')}
          value={kind}
          options={spaceKinds.map((value) => ({ value, label: t(value) }))}
          onChange={setKind}
        />
        <Field
          label={t('name')}
          name="name"
          autoComplete="off"
          error={faults.name}
          isAnyScript
          isRequired
          autoFocus
        />
        <DialogActions>
          <Button onPress={onCancel}>{act('cancel')}</Button>
          <Button type="submit" look="primary" isPending={isBusy}>
            {t('act')}
          </Button>
        </DialogActions>
      </FormStack>
    </form>
  );
}
