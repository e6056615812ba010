'use client';
// "Invite" in the top bar of a discussion, and on the page of a space.

import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/form/button.tsx';
import { Dialog } from '#components/ui/over/dialog.tsx';
import type { Role, SpaceKind } from '#lib/model/permission.ts';
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
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <UserPlus aria-hidden />
        Invite
      </Button>
      <Dialog title="Invite to this discussion" isOpen={isOpen} onClose={() => setOpen(false)}>
        <p className={css.role}>
          Whoever opens the link gives a name and is in: no account needed. It leads to this discussion only.
        </p>
        <InviteForm to={{ roomId }} kind={kind} roles={roles} />
      </Dialog>
    </>
  );
}
