'use client';
// A new course or squad: a kind and a name.

import { Plus } from 'lucide-react';
import { useState } from 'react';
import * as v from 'valibot';
import { Button } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { needed, useForm } from '#components/ui/form/form.ts';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { send } from '#components/ui/form/request.ts';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import type { SpaceKind } from '#lib/model/permission.ts';

export function NewSpace() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button look="quiet" onPress={() => setOpen(true)}>
        <Plus aria-hidden />
        New course or squad
      </Button>
      <Dialog title="New course or squad" isOpen={isOpen} onClose={close}>
        <NewSpaceForm onCancel={close} />
      </Dialog>
    </>
  );
}

const made = v.object({ id: v.string() });
const rules = { name: needed('Give it a name that its people will know.') };
const kinds: { value: SpaceKind; label: string }[] = [
  { value: 'course', label: 'Course: a class or seminar' },
  { value: 'squad', label: 'Squad: a debate team' },
];

function NewSpaceForm({ onCancel }: { onCancel: () => void }) {
  const [kind, setKind] = useState<SpaceKind>('course');
  const { faults, isBusy, props } = useForm(rules, async ({ name }) => {
    const answer = await send('/spaces', made, { body: { name, kind } });
    if (!answer.ok) return { form: answer.problem.message };
    window.location.assign(`/spaces/${answer.value.id}`);
    return 'leaving';
  });
  return (
    <form {...props}>
      <FormStack>
        {faults.form && <Notice tone="problem">{faults.form}</Notice>}
        <Choice label="What is it?" value={kind} options={kinds} onChange={setKind} />
        <Field
          label="Name"
          name="name"
          autoComplete="off"
          error={faults.name}
          isAnyScript
          isRequired
          autoFocus
        />
        <DialogActions>
          <Button onPress={onCancel}>Cancel</Button>
          <Button type="submit" look="primary" isPending={isBusy}>
            Create
          </Button>
        </DialogActions>
      </FormStack>
    </form>
  );
}
