'use client';
// Confirming one's e-mail address: by the link that was mailed, and having that link mailed again.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button, LinkButton } from '#components/ui/form/button.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import css from './account.module.css';

export function ConfirmAddress({ token }: { token: string }) {
  const t = useTranslations('account.confirm');
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
        <Notice tone="done" title={t('doneTitle')}>
          {t('done')}
        </Notice>
        <LinkButton href="/library" look="primary" size="large">
          {t('library')}
        </LinkButton>
      </div>
    );
  return (
    <div className={css.form}>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <Button look="primary" size="large" isPending={isBusy} onPress={confirm}>
        {t('act')}
      </Button>
    </div>
  );
}

/** What the settings say while the address is not confirmed. */
export function Unconfirmed({ email }: { email: string }) {
  const t = useTranslations('account.confirm');
  const again = async () => {
    const answer = await send('/account/confirmation', anything, { method: 'POST' });
    showToast(answer.ok ? t('sent', { email }) : answer.problem.message);
  };
  return (
    <div className={css.form}>
      <Notice title={t('missingTitle')}>{t('missing', { email })}</Notice>
      <div>
        <Button onPress={again}>{t('again')}</Button>
      </div>
    </div>
  );
}
