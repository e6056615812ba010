'use client';
// Accounts that ask for a seat by an e-mail address that nobody has proven to be theirs: who keeps the roster decides.

import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { useTurning } from '#components/ui/form/use-turning.ts';
import { showToast } from '#components/ui/over/toast.tsx';
import css from './classes.module.css';

export type Asker = { seatId: string; seatName: string; name: string; email: string };

export function Askers({ spaceId, askers }: { spaceId: string; askers: readonly Asker[] }) {
  const t = useTranslations('classes.askers');
  const { isTurning, turn } = useTurning();
  const admit = async ({ seatId, name, seatName }: Asker) => {
    const path = `/spaces/${spaceId}/seats/${seatId}/admission`;
    const answer = await turn(seatId, () => send(path, anything));
    showToast(answer.ok ? t('done', { name, seat: seatName }) : answer.problem.message);
  };
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t('who')}</th>
          <th scope="col">{t('whose')}</th>
          <th scope="col" aria-label={t('admit')} />
        </tr>
      </thead>
      <tbody>
        {askers.map((asker) => (
          <tr key={asker.seatId}>
            <td>
              <span className={css.name}>
                <b dir="auto">{asker.name}</b>
                <span className={css.quiet}>{t('email', { email: asker.email })}</span>
              </span>
            </td>
            <td data-label={t('for')} dir="auto">
              {asker.seatName}
            </td>
            <td>
              <Button
                aria-label={t('admitOne', { name: asker.name })}
                isPending={isTurning(asker.seatId)}
                onPress={() => void admit(asker)}
              >
                {t('admit')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
