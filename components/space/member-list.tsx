'use client';
// Who belongs to a space: their role, changed or taken away by those who may. Removing has an undo, so it does not ask.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Avatar } from '#components/ui/avatar.tsx';
import { Button } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { useTurning } from '#components/ui/form/use-turning.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import { offerUndo } from '#components/ui/over/undo.ts';
import { foundIn } from '#components/ui/page/found.ts';
import { ShowMore, useShown } from '#components/ui/page/show-more.tsx';
import spoken from '#components/ui/spoken.module.css';
import { type Role, roles } from '#lib/model/permission.ts';
import { mayGovern, mayInSpace, type SpaceKind, type SpaceStanding } from '#lib/model/space-permission.ts';
import css from './space.module.css';

export type SpaceMember = {
  accountId: string;
  name: string;
  kind: 'member' | 'guest';
  role: Role;
  /** Only instructors are told it. */
  email: string | null;
  /** 'rooms': has a place in single discussions only. */
  scope: 'space' | 'rooms';
  removed: boolean;
  /** Of none of the sections that whoever looks is limited to: not theirs to remove. */
  isOutside: boolean;
};

export type SpaceHere = { id: string; kind: SpaceKind; me: string; role: Role; sections: readonly string[] };

/** How whoever looks stands in the space, as the rule asks for it. */
export function standingOf({ role, sections, kind }: SpaceHere): SpaceStanding {
  return { role, sections, space: { kind } };
}

const pageSize = 50;
/** With fewer the eye is faster than a search box. */
const searchFrom = 12;

export function MemberList({ members, space }: { members: readonly SpaceMember[]; space: SpaceHere }) {
  const t = useTranslations('library.members');
  const { isTurning, turn } = useTurning();
  const [problem, setProblem] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const page = useShown<HTMLUListElement>(pageSize);
  const found = foundIn(members, typed, ({ name, email }) => `${name} ${email ?? ''}`);
  const find = (words: string) => {
    setTyped(words);
    page.restart();
  };
  /** Null, or in words why it could not be. */
  const save = async (
    member: SpaceMember,
    method: 'PATCH' | 'DELETE',
    body?: object,
  ): Promise<string | null> => {
    const path = `/spaces/${space.id}/members/${member.accountId}`;
    const answer = await turn(member.accountId, () => send(path, anything, { method, body }));
    return answer.ok ? null : answer.problem.message;
  };
  const changeRole = async (member: SpaceMember, role: Role) => {
    setProblem(await save(member, 'PATCH', { role }));
  };
  const letBackIn = (member: SpaceMember) => save(member, 'PATCH', { removed: false });
  const remove = async (member: SpaceMember) => {
    const failed = await save(member, 'DELETE');
    setProblem(failed);
    if (failed === null) offerUndo(t('wasRemoved', { name: member.name }), () => letBackIn(member));
  };
  return (
    <div className={css.stack}>
      {problem && <Notice tone="problem">{problem}</Notice>}
      {members.length >= searchFrom && (
        <Field label={t('find')} type="search" value={typed} onChange={find} autoComplete="off" />
      )}
      <p role="status" className={typed ? css.quiet : spoken.only}>
        {typed && t('found', { found: found.length, all: members.length })}
      </p>
      {/* biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list */}
      <ul role="list" ref={page.list} className={css.rows}>
        {found.slice(0, page.shown).map((member) => (
          <MemberRow
            key={member.accountId}
            member={member}
            space={space}
            isBusy={isTurning(member.accountId)}
            onRole={(role) => changeRole(member, role)}
            onRemove={() => remove(member)}
            onReadmit={async () => setProblem(await letBackIn(member))}
          />
        ))}
      </ul>
      <ShowMore of={found.length} page={page} />
    </div>
  );
}

function MemberRow({
  member,
  space,
  isBusy,
  onRole,
  onRemove,
  onReadmit,
}: {
  member: SpaceMember;
  space: SpaceHere;
  isBusy: boolean;
  onRole: (role: Role) => void;
  onRemove: () => void;
  onReadmit: () => void;
}) {
  const t = useTranslations('library.members');
  const terms = useTranslations('terms');
  const isMe = member.accountId === space.me;
  const governs = !isMe && !member.isOutside && mayGovern(space.role, member.role);
  const standing = standingOf(space);
  const mayRemove = governs && mayInSpace(standing, 'remove-member');
  const mayChange = governs && mayInSpace(standing, 'change-role') && member.scope === 'space';
  return (
    <li className={css.row}>
      <Avatar id={member.accountId} name={member.name} size="l" />
      <div className={css.person}>
        <strong dir="auto">{member.name}</strong>
        <span className={css.quiet}>
          <About member={member} isMe={isMe} />
        </span>
      </div>
      <div className={css.acts}>
        {mayChange && !member.removed ? (
          <Choice
            label={t('roleOf', { name: member.name })}
            isLabelHidden
            value={member.role}
            options={roles.map((value) => ({ value, label: terms(`role.${space.kind}.${value}`) }))}
            onChange={onRole}
            isDisabled={isBusy}
          />
        ) : (
          <span className={css.role}>
            {member.removed ? t('removed') : terms(`role.${space.kind}.${member.role}`)}
          </span>
        )}
        {mayRemove && (
          <Button
            aria-label={t(member.removed ? 'readmitOne' : 'removeOne', { name: member.name })}
            isTurning
            isPending={isBusy}
            onPress={member.removed ? onReadmit : onRemove}
          >
            {t(member.removed ? 'readmit' : 'remove')}
          </Button>
        )}
      </div>
    </li>
  );
}

function About({ member, isMe }: { member: SpaceMember; isMe: boolean }) {
  const t = useTranslations('library.members');
  const facts = [
    ...(isMe ? [t('me')] : []),
    ...(member.kind === 'guest' ? [t('guest')] : []),
    ...(member.email ? [member.email] : []),
    ...(member.scope === 'rooms' ? [t('roomsOnly')] : []),
  ];
  return facts.join(' · ');
}
