'use client';
// Taking all that is held about oneself, and asking that it be deleted.

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { ConfirmDialog } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import css from './account.module.css';

type Request = { askedAt: string; isHeld: boolean };

export function MyData({ request }: { request: Request | null }) {
  const t = useTranslations('account.data');
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const call = async (method: 'POST' | 'DELETE') => {
    const answer = await send('/account/deletion', anything, { method });
    router.refresh();
    return answer.ok ? null : answer.problem.message;
  };
  return (
    <div className={css.form}>
      {request && <Notice title={t('askedTitle')}>{t(request.isHeld ? 'held' : 'soon')}</Notice>}
      <p>{t('file')}</p>
      <div>
        <a href="/api/account/data" download>
          {t('download')}
        </a>
      </div>
      <div>
        {request ? (
          <Button onPress={() => void call('DELETE')}>{t('takeBack')}</Button>
        ) : (
          <Button onPress={() => setAsking(true)}>{t('ask')}</Button>
        )}
      </div>
      <ConfirmDialog
        title={t('askTitle')}
        act={t('askAct')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => call('POST')}
      >
        <p>{t('asking')}</p>
      </ConfirmDialog>
    </div>
  );
}
