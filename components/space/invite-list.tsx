'use client';
// The invite links of a space that still work: copy one, revoke one, make one.

import { Link2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/form/button.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { ConfirmDialog, Dialog } from '#components/ui/over/dialog.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import { EmptyState } from '#components/ui/page/empty-state.tsx';
import { Time } from '#components/ui/time.tsx';
import { type Role, rolesToGive } from '#lib/model/permission.ts';
import { InviteForm } from './invite-form.tsx';
import type { SpaceHere } from './member-list.tsx';
import { roleName } from './role-name.ts';
import css from './space.module.css';

export type Invite = {
  code: string;
  url: string;
  role: Role;
  roomTitle: string | null;
  inviter: string;
  createdAt: string;
  expiresAt: string | null;
};

export function InviteList({ invites, space }: { invites: readonly Invite[]; space: SpaceHere }) {
  const router = useRouter();
  const [isMaking, setMaking] = useState(false);
  const [ending, setEnding] = useState<Invite | null>(null);
  const revoke = async () => {
    const answer = await send(`/invites/${ending?.code}`, anything, { method: 'DELETE' });
    router.refresh();
    return answer.ok ? null : answer.problem.message;
  };
  const make = (
    <Button onPress={() => setMaking(true)}>
      <Link2 aria-hidden />
      New invite link
    </Button>
  );
  return (
    <div className={css.stack}>
      {invites.length === 0 ? (
        <EmptyState title="No links are open" action={make}>
          A link lets people in with only a name, in the role you choose, for as long as you choose.
        </EmptyState>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list */}
          <ul role="list" className={css.rows}>
            {invites.map((invite) => (
              <InviteRow key={invite.code} invite={invite} space={space} onRevoke={() => setEnding(invite)} />
            ))}
          </ul>
          <div>{make}</div>
        </>
      )}
      <Dialog title="New invite link" isOpen={isMaking} onClose={() => setMaking(false)}>
        <InviteForm
          to={{ spaceId: space.id }}
          kind={space.kind}
          roles={rolesToGive(space.role, space.kind)}
          onMade={() => router.refresh()}
        />
      </Dialog>
      <ConfirmDialog
        title="Revoke this link?"
        act="Revoke"
        isOpen={ending !== null}
        onClose={() => setEnding(null)}
        onConfirm={revoke}
      >
        <p>Nobody else can come in by it, and it cannot be opened again. Those who came by it stay.</p>
      </ConfirmDialog>
    </div>
  );
}

function InviteRow({ invite, space, onRevoke }: { invite: Invite; space: SpaceHere; onRevoke: () => void }) {
  const role = roleName(invite.role, space.kind);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(invite.url);
      showToast('The link is copied.');
    } catch {
      showToast(`Your browser does not let this page copy. The link is ${invite.url}`, { lastsMs: 30_000 });
    }
  };
  return (
    <li className={css.row}>
      <div className={css.person}>
        <strong dir="auto">{invite.roomTitle ? `${role}, in “${invite.roomTitle}” only` : role}</strong>
        <span className={css.quiet}>
          made by {invite.inviter} <Time at={invite.createdAt} /> ·{' '}
          {invite.expiresAt ? (
            <>
              ends <Time at={invite.expiresAt} />
            </>
          ) : (
            'does not end'
          )}
        </span>
      </div>
      <div className={css.acts}>
        <Button onPress={copy}>Copy link</Button>
        <Button onPress={onRevoke}>Revoke…</Button>
      </div>
    </li>
  );
}
