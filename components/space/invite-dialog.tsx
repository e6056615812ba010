'use client';
// "Invite" in the top bar of a discussion, and on the page of a space.

import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { Dialog } from '#components/ui/over/dialog.tsx';
import type { Role } from '#lib/model/permission.ts';
import type { SpaceKind } from '#lib/model/space-permission.ts';
import { InviteForm } from './invite-form.tsx';
import css from './space.module.css';

export function InviteDialog({
  roomId,
  kind,
  roles,
}: {
  roomId: string;
  /** Of the space the discussion belongs to. */
  kind: SpaceKind;
  /** Who may come by the links that one may make. */
  roles: readonly Role[];
}) {
  const t = useTranslations('ui.invite');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <UserPlus aria-hidden />
        {t('act')}
      </Button>
      <Dialog title={t('title')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <p className={css.role}>{t('text')}</p>
        <InviteForm to={{ roomId }} kind={kind} roles={roles} />
      </Dialog>
    </>
  );
}
