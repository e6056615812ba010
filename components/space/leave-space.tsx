'use client';
// Leaving a course or squad. A link does not lead back in, so it asks first.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { ConfirmDialog } from '#components/ui/over/dialog.tsx';

export function LeaveSpace({ id, name, me }: { id: string; name: string; me: string }) {
  const t = useTranslations('library.leave');
  const [isOpen, setOpen] = useState(false);
  const leave = async () => {
    const answer = await send(`/spaces/${id}/members/${me}`, anything, { method: 'DELETE' });
    if (!answer.ok) return answer.problem.message;
    window.location.assign('/library');
    return null;
  };
  return (
    <>
      <div>
        <Button onPress={() => setOpen(true)}>{t('ask')}</Button>
      </div>
      <ConfirmDialog
        title={t('title', { name })}
        act={t('act')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={leave}
      >
        <p>{t('text')}</p>
      </ConfirmDialog>
    </>
  );
}
