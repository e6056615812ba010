'use client';
// "Invite" in the top bar of a discussion, and on the page of a space.

import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { mayInSpace, type Role, type SpaceKind } from '#lib/model/permission.ts';
import { InviteForm } from './invite-form.tsx';
import css from './space.module.css';

/** Draws nothing for those who may not invite. */
export function InviteDialog({
  roomId,
  kind,
  role,
}: {
  roomId: string;
  /** Of the space the discussion belongs to. */
  kind: SpaceKind;
  /** One's own role in the discussion. */
  role: Role;
}) {
  const [isOpen, setOpen] = useState(false);
  if (!mayInSpace(role, 'invite', kind)) return null;
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
        <InviteForm to={{ roomId }} kind={kind} role={role} />
      </Dialog>
    </>
  );
}
