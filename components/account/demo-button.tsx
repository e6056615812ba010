'use client';
// One click into the sample debate, as a guest.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { send, textIn } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';

export function DemoButton() {
  const t = useTranslations('account.front');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const open = async () => {
    setBusy(true);
    setProblem(null);
    const answer = await send('/demo', textIn('roomId'));
    if (answer.ok) {
      window.location.assign(`/rooms/${answer.value}`);
      return;
    }
    setBusy(false);
    setProblem(answer.problem.message);
  };
  return (
    <>
      <Button look="primary" size="large" isPending={isBusy} onPress={open}>
        {t('demo')}
      </Button>
      {problem && <Notice tone="problem">{problem}</Notice>}
    </>
  );
}
