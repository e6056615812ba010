'use client';
// The daily digest by e-mail: chosen in the settings, ended there or by the link in each.

import { useState } from 'react';
import { Button } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import css from './account.module.css';

const choices = [
  { value: 'off', label: 'Off: the inbox is enough' },
  { value: 'daily', label: 'Once a day, if there is anything new' },
] as const;

export function DigestChoice({ digest, isConfirmed }: { digest: 'daily' | 'off'; isConfirmed: boolean }) {
  const [chosen, setChosen] = useState(digest);
  const choose = async (next: 'daily' | 'off') => {
    setChosen(next);
    const answer = await send('/account/digest', anything, { method: 'PATCH', body: { digest: next } });
    if (answer.ok) showToast(next === 'daily' ? 'You will be mailed once a day.' : 'You will not be mailed.');
    else {
      setChosen(chosen);
      showToast(answer.problem.message);
    }
  };
  return (
    <div className={css.form}>
      <Choice label="Replies, mentions and what is due" value={chosen} options={choices} onChange={choose} />
      <p className={css.quiet}>
        {isConfirmed
          ? 'Muted discussions stay silent but for what is due.'
          : 'It begins once your address is confirmed.'}
      </p>
    </div>
  );
}

/** What the link in a digest opens. */
export function EndDigest({ token }: { token: string }) {
  const [isDone, setDone] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const end = async () => {
    setBusy(true);
    const answer = await send(`/unsubscribe/${encodeURIComponent(token)}`, anything);
    setBusy(false);
    if (answer.ok) setDone(true);
    else setProblem(answer.problem.message);
  };
  if (isDone)
    return (
      <Notice tone="done" title="No more daily e-mails">
        What is new still waits in your inbox. You can have them again under Settings, E-mail.
      </Notice>
    );
  return (
    <div className={css.form}>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <p>Replies, mentions and what is due then wait in your inbox alone.</p>
      <Button look="primary" size="large" isPending={isBusy} onPress={end}>
        End these e-mails
      </Button>
    </div>
  );
}
