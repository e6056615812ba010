'use client';
// Changing a standing assignment: its rooms change with it, but for those whose settings were changed apart.

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import { AssignmentFields } from './assignment-fields.tsx';
import { bodyOf, type Faulty, faultsIn, type SettingsBody, valuesOf } from './assignment-values.ts';

export function ChangeAssignment({ id, settings }: { id: string; settings: SettingsBody }) {
  const t = useTranslations('classes.change');
  const router = useRouter();
  const [values, setValues] = useState(() => valuesOf(settings));
  const [faults, setFaults] = useState<Faulty>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const found = faultsIn(values);
    setFaults(found);
    if (Object.keys(found).length > 0 || isBusy) return;
    setBusy(true);
    const answer = await send(`/assignments/${id}`, anything, { method: 'PATCH', body: bodyOf(values) });
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem.message);
    if (!answer.ok) return;
    showToast(t('done'));
    router.refresh();
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <FormStack>
        {problem && <Notice tone="problem">{problem}</Notice>}
        <AssignmentFields
          values={values}
          faults={faults}
          onChange={(change) => setValues((before) => ({ ...before, ...change }))}
        />
        <div>
          <Button type="submit" look="primary" isPending={isBusy}>
            {t('act')}
          </Button>
        </div>
      </FormStack>
    </form>
  );
}
