'use client';
// Sign in by the organisation's OpenID provider, where one is set.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { send, textIn } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import css from './account.module.css';

/** The address of the provider's own sign-in page, with next-auth's state for the way back; null if it is not to be had. */
async function providerAddress(next: string): Promise<string | null> {
  const token = await send('/auth/csrf', textIn('csrfToken'), { method: 'GET' });
  if (!token.ok) return null;
  const body = new URLSearchParams({ csrfToken: token.value, callbackUrl: next, json: 'true' });
  const start = await send('/auth/signin/oidc', textIn('url'), { body });
  return start.ok ? start.value : null;
}

type Props = {
  name: string;
  next: string;
  /** For someone signed in already: joins the provider's account to theirs. */
  isJoining?: boolean;
};

export function ProviderButton({ name, next, isJoining = false }: Props) {
  const t = useTranslations('account.provider');
  const [isBusy, setBusy] = useState(false);
  const [isFailed, setFailed] = useState(false);
  const go = async () => {
    setBusy(true);
    setFailed(false);
    const address = await providerAddress(next);
    if (address) {
      window.location.assign(address);
      return;
    }
    setBusy(false);
    setFailed(true);
  };
  return (
    <>
      {!isJoining && <div className={css.or}>{t('or')}</div>}
      {isFailed && <Notice tone="problem">{t('unreachable', { name })}</Notice>}
      <Button size="large" isPending={isBusy} onPress={go}>
        {t(isJoining ? 'connect' : 'signIn', { name })}
      </Button>
    </>
  );
}
