'use client';
// Where one is signed in, and ending that.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { useTurning } from '#components/ui/form/use-turning.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import { Time } from '#components/ui/time.tsx';
import css from './account.module.css';
import { type Device, deviceOf } from './device-name.ts';

export type Session = { id: string; userAgent: string | null; createdAt: string; isCurrent: boolean };

export function SessionList({ sessions }: { sessions: readonly Session[] }) {
  const t = useTranslations('account.session');
  const { isTurning, turn } = useTurning();
  const [problem, setProblem] = useState<string | null>(null);
  const end = async (id: string) => {
    const answer = await turn(id, () => send(`/sessions/${id}`, anything, { method: 'DELETE' }));
    setProblem(answer.ok ? null : answer.problem.message);
  };
  const nameOf = (device: Device) => {
    if (device === 'unknown') return t('unknown');
    return 'name' in device ? device.name : t('device', device);
  };
  return (
    <div className={css.stack}>
      {problem && <Notice tone="problem">{problem}</Notice>}
      {/* biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list */}
      <ul role="list" className={css.rows}>
        {sessions.map((session) => {
          const device = nameOf(deviceOf(session.userAgent));
          return (
            <li key={session.id} className={css.row}>
              <span className={css.what}>
                <strong>{device}</strong>
                <span className={css.quiet}>
                  {t.rich(session.isCurrent ? 'here' : 'since', {
                    time: () => <Time at={session.createdAt} />,
                  })}
                </span>
              </span>
              {!session.isCurrent && (
                <Button
                  aria-label={t('signOutOf', { device })}
                  isPending={isTurning(session.id)}
                  onPress={() => end(session.id)}
                >
                  {t('signOut')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
