// Why a room that is on screen cannot be written to: what happened, what is safe, what to do (U47).

import { Button, LinkButton } from '#components/ui/form/button.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import type { Gone } from '#lib/sync/room-state.ts';

const words: Record<Gone, { title: string; text: string; act: { href: string; label: string } }> = {
  'signed-out': {
    title: 'You are signed out',
    text: 'You can read on. Words not yet saved are kept on this device until you sign in again.',
    act: { href: '/sign-in', label: 'Sign in' },
  },
  'no-such-room': {
    title: 'This discussion is closed to you',
    text: 'It was taken away, or you were removed from it. What you said in it is kept.',
    act: { href: '/library', label: 'Go to your library' },
  },
  'too-large': {
    title: 'This discussion is full',
    text: 'Everything said is kept. New words stay on this device: the person who runs it can open another discussion.',
    act: { href: '/library', label: 'Go to your library' },
  },
};

export function GoneNotice({ gone, room }: { gone: Gone; room: string }) {
  const { title, text, act } = words[gone];
  const href = gone === 'signed-out' ? `${act.href}?next=${encodeURIComponent(`/rooms/${room}`)}` : act.href;
  return (
    <Notice tone="problem" title={title}>
      <p>{text}</p>
      <LinkButton href={href}>{act.label}</LinkButton>
    </Notice>
  );
}

/** What opens the discussion could not be loaded: after an update of the server only a reload brings it. */
export function NotConnectedNotice({ onRetry }: { onRetry: () => void }) {
  return (
    <Notice tone="problem" title="Not connected">
      <p>
        The discussion could not be opened: the server cannot be reached, or was updated. You can read on;
        what you began to write is kept on this device.
      </p>
      <Button onPress={() => location.reload()}>Reload the page</Button>{' '}
      <Button look="quiet" onPress={onRetry}>
        Try again
      </Button>
    </Notice>
  );
}
