'use client';
// Accounts that ask for a seat by an e-mail address that nobody has proven to be theirs: who keeps the roster decides.

import { useRouter } from 'next/navigation';
import { Button } from '#components/ui/form/button.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { showToast } from '#components/ui/over/toast.tsx';
import css from './classes.module.css';

export type Asker = { seatId: string; seatName: string; name: string; email: string };

export function Askers({ spaceId, askers }: { spaceId: string; askers: readonly Asker[] }) {
  const router = useRouter();
  const admit = async ({ seatId, name, seatName }: Asker) => {
    const answer = await send(`/spaces/${spaceId}/seats/${seatId}/admission`, anything, { method: 'POST' });
    showToast(answer.ok ? `${name} has the place of ${seatName}.` : answer.problem.message);
    if (answer.ok) router.refresh();
  };
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">Who asks</th>
          <th scope="col">For the place of</th>
          <th scope="col" aria-label="Admit" />
        </tr>
      </thead>
      <tbody>
        {askers.map((asker) => (
          <tr key={asker.seatId}>
            <td>
              <span className={css.name}>
                <b dir="auto">{asker.name}</b>
                <span className={css.quiet}>{asker.email}, not confirmed to be theirs</span>
              </span>
            </td>
            <td data-label="For" dir="auto">
              {asker.seatName}
            </td>
            <td>
              <Button aria-label={`Admit ${asker.name}`} onPress={() => admit(asker)}>
                Admit
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
