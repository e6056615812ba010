'use client';
// Taking all that is held about oneself, and asking that it be deleted.

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/form/button.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { ConfirmDialog } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import css from './account.module.css';

type Request = { askedAt: string; isHeld: boolean };

export function MyData({ request }: { request: Request | null }) {
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const call = async (method: 'POST' | 'DELETE') => {
    const answer = await send('/account/deletion', anything, { method });
    router.refresh();
    return answer.ok ? null : answer.problem.message;
  };
  return (
    <div className={css.form}>
      {request && (
        <Notice title="You asked for your deletion">
          {request.isHeld
            ? 'It waits while a records request or an appeal is open in one of your courses.'
            : 'It is carried out within the hour. Until then you can take the request back.'}
        </Notice>
      )}
      <p>
        The file holds your account, your courses, every version of everything you wrote, and what was decided
        about it.
      </p>
      <div>
        <a href="/api/account/data" download>
          Download everything held about me
        </a>
      </div>
      <div>
        {request ? (
          <Button onPress={() => void call('DELETE')}>Take the request back</Button>
        ) : (
          <Button onPress={() => setAsking(true)}>Ask for deletion…</Button>
        )}
      </div>
      <ConfirmDialog
        title="Delete everything about you?"
        act="Ask for deletion"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => call('POST')}
      >
        <p>
          Your words, in every discussion and every version, and your account are erased for good, within the
          hour. It waits while a records request or an appeal is open. Others’ replies stay, beside empty
          places.
        </p>
      </ConfirmDialog>
    </div>
  );
}
