// Who may do what in a space as a whole, by their role there and by the sections that they are limited to. What may be said
// in its rooms is permission.ts's.

import { isInstructor, type Role, roles } from './permission.ts';

export const spaceKinds = ['course', 'squad'] as const;
export type SpaceKind = (typeof spaceKinds)[number];

/** What may be done in a space as a whole. */
export type SpaceAct =
  | 'read'
  | 'import'
  | 'make-room'
  | 'invite'
  | 'invite-to-room'
  | 'invite-staff'
  | 'see-members'
  | 'remove-member'
  | 'change-role'
  | 'rename'
  | 'close-room'
  | 'correct-text'
  | 'keep-roster'
  | 'deal-groups'
  | 'assign'
  | 'run-assignment'
  | 'copy'
  | 'set-retention';

const everyone: SpaceAct[] = ['read', 'see-members'];
/** What an assistant who is limited to sections keeps: of people and rooms then those of their sections alone. */
const inSections: readonly SpaceAct[] = [
  ...everyone,
  'import',
  'make-room',
  'invite-to-room',
  'close-room',
  'remove-member',
  'keep-roster',
  'run-assignment',
];
/** What touches everyone, or those who are of no section: docs/decisions/028. */
const staff: readonly SpaceAct[] = [...inSections, 'invite', 'deal-groups', 'assign'];
const spaceTable: Record<Role, readonly SpaceAct[]> = {
  owner: [...staff, 'invite-staff', 'change-role', 'rename', 'correct-text', 'copy', 'set-retention'],
  assistant: staff,
  member: everyone,
  observer: everyone,
};
// A squad prepares together: its members bring texts and open rounds.
const squadMember: readonly SpaceAct[] = [...everyone, 'import', 'make-room'];

/** How someone stands in a space: in which role, and limited to which of its sections; none is no limit. */
export type SpaceStanding = { role: Role; sections: readonly string[]; space: { kind: SpaceKind } };

/** The standing of a role without a limit: where none can be, or where the role is one in a room, which took it into account. */
export function withoutLimit(role: Role, kind: SpaceKind): SpaceStanding {
  return { role, sections: [], space: { kind } };
}

/** May someone who stands like this do this in the space? Whose rooms and people it may touch: `isWithin`, `isRoomWithin`. */
export function mayInSpace({ role, sections, space }: SpaceStanding, act: SpaceAct): boolean {
  const acts = role === 'member' && space.kind === 'squad' ? squadMember : spaceTable[role];
  return acts.includes(act) && (sections.length === 0 || inSections.includes(act));
}

/** Does a limit to these sections let someone of this one pass? Who is of no section is nobody's but the whole course's. */
export function isWithin(sections: readonly string[], section: string | null): boolean {
  return sections.length === 0 || (section !== null && sections.includes(section));
}

/** The same of a room: one that is no section's is everyone's. */
export function isRoomWithin(sections: readonly string[], section: string | null): boolean {
  return section === null || isWithin(sections, section);
}

export type AccountKind = 'member' | 'guest';

/** May an account of this kind have spaces of its own? A guest has only a name: nobody could come back to them. */
export function mayOwnSpace(kind: AccountKind): boolean {
  return kind === 'member';
}

/** May someone make links into `invited`, and so see and end them? A link is the role it gives, and where it leads. */
export function mayInvite(standing: SpaceStanding, invited: Role, into: 'space' | 'room'): boolean {
  const asMember = into === 'space' ? 'invite' : 'invite-to-room';
  return mayInSpace(standing, isInstructor(invited) ? 'invite-staff' : asMember);
}

/** The roles into which someone may make links. */
export function rolesToGive(standing: SpaceStanding, into: 'space' | 'room'): Role[] {
  return roles.filter((given) => mayInvite(standing, given, into));
}

/** May someone with `role` take away or change the membership of someone with `other`? The last owner is the database's concern. */
export function mayGovern(role: Role, other: Role): boolean {
  if (role === 'owner') return true;
  return role === 'assistant' && (other === 'member' || other === 'observer');
}
