// The page in place of one that cannot be shown: what happened, what is safe, what to do. The reading room uses it too.

import type { ReactNode } from 'react';
import { LinkButton } from '../form/button.tsx';
import { Page, PageHead } from './page.tsx';
import { TopBar } from './top-bar.tsx';

export type BarredReason =
  | 'signed-out'
  | 'no-such-room'
  | 'not-a-member'
  | 'removed'
  | 'too-large'
  | 'no-such-page'
  | 'not-for-guests'
  | 'guests-not-here';

const acts = {
  library: { path: '/library', label: 'Go to your library' },
  'sign-in': { path: '/sign-in', label: 'Sign in' },
  'sign-up': { path: '/sign-up', label: 'Create an account' },
} as const;

const words: Record<BarredReason, { title: string; text: string; act: keyof typeof acts }> = {
  'signed-out': {
    title: 'You are signed out',
    text: 'Sign in to go on. What you wrote and had saved is kept.',
    act: 'sign-in',
  },
  'no-such-room': {
    title: 'There is no such discussion for you',
    text: 'The link may be incomplete, or the discussion belongs to a course or squad that you are not in. Ask whoever sent it for an invite link.',
    act: 'library',
  },
  'not-a-member': {
    title: 'This discussion is for invited people',
    text: 'You belong to its course or squad, but have no place in this one. Ask the person who runs it for an invite link.',
    act: 'library',
  },
  removed: {
    title: 'You no longer have a place here',
    text: 'Someone who runs this discussion removed you from it. What you said in it is kept. If this is a mistake, ask them to let you back in.',
    act: 'library',
  },
  'too-large': {
    title: 'This discussion is full',
    text: 'It has reached the size that this server allows. Everything said is kept; the person who runs it can open a new one on the same reading.',
    act: 'library',
  },
  'no-such-page': {
    title: 'There is nothing at this address',
    text: 'The link may be incomplete, or what was here has been taken away, or it is not shared with you.',
    act: 'library',
  },
  'not-for-guests': {
    title: 'This needs an account',
    text: 'You are here as a guest, with only a name. Create an account and everything you have written stays yours.',
    act: 'sign-up',
  },
  'guests-not-here': {
    title: 'This discussion needs an account',
    text: 'It is graded, so a name alone is not enough. Create an account and everything you have written elsewhere stays yours.',
    act: 'sign-up',
  },
};

export function BarredPage({
  reason,
  next,
  children,
}: {
  reason: BarredReason;
  /** Where to come back to after signing in: a path on this site. */
  next?: string;
  children?: ReactNode;
}) {
  const { title, text, act } = words[reason];
  const { path, label } = acts[act];
  const query = next && act !== 'library' ? `?next=${encodeURIComponent(next)}` : '';
  return (
    <>
      <TopBar />
      <Page width="form">
        <PageHead title={title} under={text} />
        {children}
        <div>
          <LinkButton href={`${path}${query}`} look="primary" size="large">
            {label}
          </LinkButton>
        </div>
      </Page>
    </>
  );
}
