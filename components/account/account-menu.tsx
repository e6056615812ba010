'use client';
// Who one is, at the end of the top bar: library, settings, signing out.

import { BookOpen, Inbox, LogOut, PencilLine, Settings, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Avatar } from '#components/ui/avatar.tsx';
import { ConfirmDialog } from '#components/ui/over/dialog.tsx';
import { Menu } from '#components/ui/over/menu.tsx';
import { MenuItem } from '#components/ui/over/menu-item.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import { signOut } from './sign-out.ts';

export type Me = { id: string; name: string; isGuest: boolean };

/** `correctHref`: where the text one reads can be corrected, for those who may. */
export function AccountMenu({ me, correctHref }: { me: Me; correctHref?: string | undefined }) {
  const t = useTranslations('ui.account');
  const [unsettled, setUnsettled] = useState(0);
  const leave = async () => {
    const result = await signOut();
    if (result.ok) return;
    if (result.reason === 'unsettled') setUnsettled(result.changes);
    else showToast(t('stillIn', { problem: result.problem }));
  };
  const leaveAnyway = async () => {
    const result = await signOut({ evenIfUnsettled: true });
    return !result.ok && result.reason === 'refused' ? t('kept', { problem: result.problem }) : null;
  };
  return (
    <>
      <Menu label={t('label', { name: me.name })} face={<Avatar id={me.id} name={me.name} />}>
        <MenuItem href="/library" icon={<BookOpen aria-hidden />}>
          {t('library')}
        </MenuItem>
        <MenuItem href="/inbox" icon={<Inbox aria-hidden />}>
          {t('inbox')}
        </MenuItem>
        {me.isGuest && (
          <MenuItem href="/sign-up" icon={<UserPlus aria-hidden />}>
            {t('signUp')}
          </MenuItem>
        )}
        {correctHref && (
          <MenuItem href={correctHref} icon={<PencilLine aria-hidden />}>
            {t('correct')}
          </MenuItem>
        )}
        <MenuItem href="/settings" icon={<Settings aria-hidden />}>
          {t('settings')}
        </MenuItem>
        <MenuItem onAction={leave} icon={<LogOut aria-hidden />}>
          {t('signOut')}
        </MenuItem>
      </Menu>
      <ConfirmDialog
        title={t('unsettledTitle')}
        act={t('unsettledAct')}
        isOpen={unsettled > 0}
        onClose={() => setUnsettled(0)}
        onConfirm={leaveAnyway}
      >
        <p>{t('unsettled', { count: unsettled })}</p>
      </ConfirmDialog>
    </>
  );
}
