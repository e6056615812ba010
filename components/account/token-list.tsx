'use client';
// API tokens: made with a name, shown once, ended at will.

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import * as v from 'valibot';
import { Button } from '#components/ui/form/button.tsx';
import { CopyField } from '#components/ui/form/copy-field.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { needed, useForm } from '#components/ui/form/form.ts';
import { anything, send } from '#components/ui/form/request.ts';
import { ConfirmDialog } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { EmptyState } from '#components/ui/page/empty-state.tsx';
import { Time } from '#components/ui/time.tsx';
import css from './account.module.css';

export type Token = { id: string; name: string; createdAt: string; usedAt: string | null };

const made = v.object({ token: v.string() });

export function TokenList({ tokens }: { tokens: readonly Token[] }) {
  const t = useTranslations('account.token');
  const router = useRouter();
  const [fresh, setFresh] = useState<string | null>(null);
  const [ending, setEnding] = useState<Token | null>(null);
  const { faults, isBusy, props } = useForm({ name: needed(t('nameNeeded')) }, async (body) => {
    const answer = await send('/tokens', made, { body });
    if (!answer.ok) return { form: answer.problem.message };
    setFresh(answer.value.token);
    router.refresh();
    return null;
  });
  const end = async () => {
    const answer = await send(`/tokens/${ending?.id}`, anything, { method: 'DELETE' });
    router.refresh();
    return answer.ok ? null : answer.problem.message;
  };
  return (
    <div className={css.stack}>
      {fresh && (
        <Notice tone="done" title={t('freshTitle')}>
          <CopyField label={t('fresh')} value={fresh} />
        </Notice>
      )}
      {tokens.length === 0 ? (
        <EmptyState title={t('noneTitle')}>{t('none')}</EmptyState>
      ) : (
        // biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list
        <ul role="list" className={css.rows}>
          {tokens.map((token) => (
            <li key={token.id} className={css.row}>
              <span className={css.what}>
                <strong dir="auto">{token.name}</strong>
                <span className={css.quiet}>
                  {t.rich(token.usedAt ? 'used' : 'neverUsed', {
                    made: () => <Time at={token.createdAt} />,
                    used: () => <Time at={token.usedAt ?? token.createdAt} />,
                  })}
                </span>
              </span>
              <Button aria-label={t('revokeOne', { name: token.name })} onPress={() => setEnding(token)}>
                {t('revoke')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form {...props} className={css.form}>
        {faults.form && <Notice tone="problem">{faults.form}</Notice>}
        <div className={css.inline}>
          <Field label={t('name')} name="name" autoComplete="off" error={faults.name} isRequired />
          <Button type="submit" isPending={isBusy}>
            {t('act')}
          </Button>
        </div>
      </form>
      <ConfirmDialog
        title={t('revokeTitle', { name: ending?.name ?? '' })}
        act={t('revokeAct')}
        isOpen={ending !== null}
        onClose={() => setEnding(null)}
        onConfirm={end}
      >
        <p>{t('revoking')}</p>
      </ConfirmDialog>
    </div>
  );
}
