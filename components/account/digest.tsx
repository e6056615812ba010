'use client';
// The daily digest by e-mail: chosen in the settings, ended there or by the link in each.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import css from './account.module.css';

const choices = ['off', 'daily'] as const;

export function DigestChoice({ digest, isConfirmed }: { digest: 'daily' | 'off'; isConfirmed: boolean }) {
  const t = useTranslations('account.digest');
  const [chosen, setChosen] = useState(digest);
  const choose = async (next: 'daily' | 'off') => {
    setChosen(next);
    const answer = await send('/account/digest', anything, { method: 'PATCH', body: { digest: next } });
    if (answer.ok) showToast(t(`chosen.${next}`));
    else {
      setChosen(chosen);
      showToast(answer.problem.message);
    }
  };
  return (
    <div className={css.form}>
      <Choice
        label={t('legend')}
        value={chosen}
        options={choices.map((value) => ({ value, label: t(`choice.${value}`) }))}
        onChange={choose}
      />
      <p className={css.quiet}>{t(isConfirmed ? 'muted' : 'unconfirmed')}</p>
    </div>
  );
}

/** What the link in a digest opens. */
export function EndDigest({ token }: { token: string }) {
  const t = useTranslations('account.digest.end');
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
      <Notice tone="done" title={t('doneTitle')}>
        {t('done')}
      </Notice>
    );
  return (
    <div className={css.form}>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <p>{t('what')}</p>
      <Button look="primary" size="large" isPending={isBusy} onPress={end}>
        {t('act')}
      </Button>
    </div>
  );
}
