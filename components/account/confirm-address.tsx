'use client';
// Confirming one's e-mail address: by the link that was mailed, and having that link mailed again.

import { useState } from 'react';
import { Button, LinkButton } from '#components/ui/form/button.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import css from './account.module.css';

export function ConfirmAddress({ token }: { token: string }) {
  const [isDone, setDone] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    const answer = await send(`/confirmations/${encodeURIComponent(token)}`, anything, { method: 'POST' });
    setBusy(false);
    if (answer.ok) setDone(true);
    else setProblem(answer.problem.message);
  };
  if (isDone)
    return (
      <div className={css.form}>
        <Notice tone="done" title="Your address is confirmed">
          Classes that expected you by this address have let you in.
        </Notice>
        <LinkButton href="/library" look="primary" size="large">
          Go to your discussions
        </LinkButton>
      </div>
    );
  return (
    <div className={css.form}>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <Button look="primary" size="large" isPending={isBusy} onPress={confirm}>
        This address is mine
      </Button>
    </div>
  );
}

/** What the settings say while the address is not confirmed. */
export function Unconfirmed({ email }: { email: string }) {
  const again = async () => {
    const answer = await send('/account/confirmation', anything, { method: 'POST' });
    showToast(answer.ok ? `A link is on its way to ${email}.` : answer.problem.message);
  };
  return (
    <div className={css.form}>
      <Notice title="This address is not confirmed">
        We mailed a link to {email}. Until it is opened, classes that expect you by this address do not let
        you in by themselves.
      </Notice>
      <div>
        <Button onPress={again}>Send the link again</Button>
      </div>
    </div>
  );
}
