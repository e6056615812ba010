// Why a room that is on screen cannot be written to: what happened, what is safe, what to do (U47).

import { useTranslations } from 'use-intl/react';
import { Button, LinkButton } from '#components/ui/form/button.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import type { Gone } from '#lib/sync/room-state.ts';

const acts = {
  'signed-out': { to: '/sign-in', does: 'signIn' },
  'no-such-room': { to: '/library', does: 'library' },
  'too-large': { to: '/library', does: 'library' },
} as const satisfies Record<Gone, unknown>;

export function GoneNotice({ gone, room }: { gone: Gone; room: string }) {
  const t = useTranslations('room.gone');
  const { to, does } = acts[gone];
  const href = gone === 'signed-out' ? `${to}?next=${encodeURIComponent(`/rooms/${room}`)}` : to;
  return (
    <Notice tone="problem" title={t(`${gone}.title`)}>
      <p>{t(`${gone}.text`)}</p>
      <LinkButton href={href}>{t(does)}</LinkButton>
    </Notice>
  );
}

/** What opens the discussion could not be loaded: after an update of the server only a reload brings it. */
export function NotConnectedNotice({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('room.notConnected');
  return (
    <Notice tone="problem" title={t('title')}>
      <p>{t('text')}</p>
      <Button onPress={() => location.reload()}>{t('reload')}</Button>{' '}
      <Button look="quiet" onPress={onRetry}>
        {t('again')}
      </Button>
    </Notice>
  );
}
