'use client';
// Opens a new discussion on a reading and goes to it.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import * as v from 'valibot';
import { Button, type ButtonLook } from '#components/ui/form/button.tsx';
import { send } from '#components/ui/form/request.ts';
import { showToast } from '#components/ui/over/toast.tsx';

const opened = v.object({ id: v.string() });

export function OpenDiscussion({ readingId, look }: { readingId: string; look: ButtonLook }) {
  const t = useTranslations('library.open');
  const [isBusy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    const answer = await send('/rooms', opened, { body: { readingId } });
    if (answer.ok) {
      window.location.assign(`/rooms/${answer.value.id}`);
      return;
    }
    setBusy(false);
    showToast(answer.problem.message);
  };
  return (
    <Button look={look} isPending={isBusy} onPress={open}>
      {t('discussion')}
    </Button>
  );
}
