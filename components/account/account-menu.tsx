'use client';
// Who one is, at the end of the top bar: library, settings, signing out.

import { BookOpen, Inbox, LogOut, PencilLine, Settings, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '#components/ui/avatar.tsx';
import { ConfirmDialog } from '#components/ui/over/dialog.tsx';
import { Menu } from '#components/ui/over/menu.tsx';
import { MenuItem } from '#components/ui/over/menu-item.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import { signOut } from './sign-out.ts';

export type Me = { id: string; name: string; isGuest: boolean };

/** `correctHref`: where the text one reads can be corrected, for those who may. */
export function AccountMenu({ me, correctHref }: { me: Me; correctHref?: string | undefined }) {
  const [unsettled, setUnsettled] = useState(0);
  const leave = async () => {
    const result = await signOut();
    if (result.ok) return;
    if (result.reason === 'unsettled') setUnsettled(result.changes);
    else showToast(`You are still signed in. ${result.message}`);
  };
  const leaveAnyway = async () => {
    const result = await signOut({ evenIfUnsettled: true });
    return !result.ok && result.reason === 'refused' ? result.message : null;
  };
  return (
    <>
      <Menu label={`${me.name}: account`} face={<Avatar id={me.id} name={me.name} />}>
        <MenuItem href="/library" icon={<BookOpen aria-hidden />}>
          Library
        </MenuItem>
        <MenuItem href="/inbox" icon={<Inbox aria-hidden />}>
          Inbox
        </MenuItem>
        {me.isGuest && (
          <MenuItem href="/sign-up" icon={<UserPlus aria-hidden />}>
            Create an account
          </MenuItem>
        )}
        {correctHref && (
          <MenuItem href={correctHref} icon={<PencilLine aria-hidden />}>
            Correct the text
          </MenuItem>
        )}
        <MenuItem href="/settings" icon={<Settings aria-hidden />}>
          Settings
        </MenuItem>
        <MenuItem onAction={leave} icon={<LogOut aria-hidden />}>
          Sign out
        </MenuItem>
      </Menu>
      <ConfirmDialog
        title="Not everything has been saved"
        act="Sign out and lose them"
        isOpen={unsettled > 0}
        onClose={() => setUnsettled(0)}
        onConfirm={leaveAnyway}
      >
        <p>
          {unsettled === 1 ? '1 change or draft is' : `${unsettled} changes and drafts are`} only on this
          device. Signing out deletes what this device keeps. Post what you began, and stay until the top bar
          of the discussion says Saved: then nothing is lost.
        </p>
      </ConfirmDialog>
    </>
  );
}
