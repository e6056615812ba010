'use client';
// Taking the place on a roster that a personal link leads to.

import { useState } from 'react';
import * as v from 'valibot';
import { Button } from '#components/ui/form/button.tsx';
import { send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';

const taken = v.object({ spaceId: v.string() });

export function TakeSeat({ code, act }: { code: string; act: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    const answer = await send(`/seats/${code}`, taken, { method: 'POST' });
    if (answer.ok) {
      window.location.assign(`/spaces/${answer.value.spaceId}`);
      return;
    }
    setBusy(false);
    setProblem(answer.problem.message);
  };
  return (
    <>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <div>
        <Button look="primary" size="large" isPending={isBusy} onPress={take}>
          {act}
        </Button>
      </div>
    </>
  );
}
