'use client';
// One click into the sample debate, as a guest.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { type Answer, send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';

/** The room's id. Read by hand: a parser would be a tenth of all that the front page loads of ours. */
const opened: Answer<string> = {
  '~standard': {
    validate: (answer) =>
      typeof answer === 'object' && answer !== null && 'roomId' in answer && typeof answer.roomId === 'string'
        ? { value: answer.roomId }
        : { issues: [answer] },
  },
};

export function DemoButton() {
  const t = useTranslations('account.front');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const open = async () => {
    setBusy(true);
    setProblem(null);
    const answer = await send('/demo', opened);
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
