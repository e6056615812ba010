'use client';
// The invite links of a space that still work: copy one, revoke one, make one.

import { Link2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { ConfirmDialog, Dialog } from '#components/ui/over/dialog.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import { EmptyState } from '#components/ui/page/empty-state.tsx';
import { Time } from '#components/ui/time.tsx';
import type { Role } from '#lib/model/permission.ts';
import { rolesToGive } from '#lib/model/space-permission.ts';
import { InviteForm } from './invite-form.tsx';
import { type SpaceHere, standingOf } from './member-list.tsx';
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
  const t = useTranslations('library.invites');
  const router = useRouter();
  const [isMaking, setMaking] = useState(false);
  const [ending, setEnding] = useState<Invite | null>(null);
  const revoke = async () => {
    const answer = await send(`/invites/${ending?.code}`, anything, { method: 'DELETE' });
    router.refresh();
    return answer.ok ? null : answer.problem.message;
  };
  const mayGive = rolesToGive(standingOf(space), 'space');
  const make = mayGive.length > 0 && (
    <Button onPress={() => setMaking(true)}>
      <Link2 aria-hidden />
      {t('new')}
    </Button>
  );
  return (
    <div className={css.stack}>
      {invites.length === 0 ? (
        <EmptyState title={t('none')} action={make || undefined}>
          {t('whatOneDoes')}
        </EmptyState>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list */}
          <ul role="list" className={css.rows}>
            {invites.map((invite) => (
              <InviteRow key={invite.code} invite={invite} space={space} onRevoke={() => setEnding(invite)} />
            ))}
          </ul>
          {make && <div>{make}</div>}
        </>
      )}
      <Dialog title={t('new')} isOpen={isMaking} onClose={() => setMaking(false)}>
        <InviteForm
          to={{ spaceId: space.id }}
          kind={space.kind}
          roles={mayGive}
          onMade={() => router.refresh()}
        />
      </Dialog>
      <ConfirmDialog
        title={t('revokeTitle')}
        act={t('revoke')}
        isOpen={ending !== null}
        onClose={() => setEnding(null)}
        onConfirm={revoke}
      >
        <p>{t('revokeText')}</p>
      </ConfirmDialog>
    </div>
  );
}

function InviteRow({ invite, space, onRevoke }: { invite: Invite; space: SpaceHere; onRevoke: () => void }) {
  const t = useTranslations('library.invites');
  const terms = useTranslations('terms');
  const role = terms(`role.${space.kind}.${invite.role}`);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(invite.url);
      showToast(t('copied'));
    } catch {
      showToast(t('cannotCopy', { url: invite.url }), { lastsMs: 30_000 });
    }
  };
  const at = () => <Time at={invite.createdAt} />;
  const end = () => <Time at={invite.expiresAt ?? ''} />;
  return (
    <li className={css.row}>
      <div className={css.person}>
        <strong dir="auto">
          {invite.roomTitle ? t('toOneOnly', { role, title: invite.roomTitle }) : role}
        </strong>
        <span className={css.quiet}>
          {invite.expiresAt === null
            ? t.rich('madeStays', { who: invite.inviter, at })
            : t.rich('madeEnds', { who: invite.inviter, at, end })}
        </span>
      </div>
      <div className={css.acts}>
        <Button onPress={copy}>{t('copy')}</Button>
        <Button onPress={onRevoke}>{t('revokeOne')}</Button>
      </div>
    </li>
  );
}
