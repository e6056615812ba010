'use client';
// Makes an invite link, to a whole space or to one discussion, and gives it to copy.

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import * as v from 'valibot';
import { Button } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { CopyField } from '#components/ui/form/copy-field.tsx';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import type { Role } from '#lib/model/permission.ts';
import type { SpaceKind } from '#lib/model/space-permission.ts';
import { type Expiry, expiresAt, expiries } from './expiry.ts';
import css from './space.module.css';

const made = v.object({ url: v.string(), role: v.string() });

/** As they are offered: the usual one first. */
const offered: readonly Role[] = ['member', 'observer', 'assistant', 'owner'];

export function InviteForm({
  to,
  kind,
  roles,
  onMade,
}: {
  to: { spaceId: string } | { roomId: string };
  kind: SpaceKind;
  /** Who may come by the links that one may make. */
  roles: readonly Role[];
  onMade?: () => void;
}) {
  const t = useTranslations('ui.invite');
  const terms = useTranslations('terms');
  const [given, setGiven] = useState<Role>('member');
  const [expiry, setExpiry] = useState<Expiry>('month');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [link, setLink] = useState<{ url: string; role: Role } | null>(null);
  const path = 'roomId' in to ? `/rooms/${to.roomId}/invites` : `/spaces/${to.spaceId}/invites`;
  const make = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const body = { role: given, expiresAt: expiresAt(expiry, Date.now()) };
    const answer = await send(path, made, { body });
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem.message);
    if (!answer.ok) return;
    setLink({ url: answer.value.url, role: given });
    onMade?.();
  };
  return (
    <form onSubmit={make}>
      <FormStack>
        {problem && <Notice tone="problem">{problem}</Notice>}
        {link && (
          <CopyField
            key={link.url}
            label={t('link', { role: terms(`role.${kind}.${link.role}`) })}
            value={link.url}
          />
        )}
        <div className={css.pair}>
          <Choice
            label={t('as')}
            value={given}
            options={offered
              .filter((one) => roles.includes(one))
              .map((value) => ({ value, label: terms(`role.${kind}.${value}`) }))}
            onChange={setGiven}
          />
          <Choice
            label={t('works')}
            value={expiry}
            options={expiries.map((value) => ({ value, label: t(`expiry.${value}`) }))}
            onChange={setExpiry}
          />
        </div>
        <div>
          <Button type="submit" look={link ? 'plain' : 'primary'} isPending={isBusy}>
            {t(link ? 'another' : 'make')}
          </Button>
        </div>
      </FormStack>
    </form>
  );
}
