// What roles and spaces are called on screen.

import { type Role, roles, type SpaceKind } from '#lib/model/permission.ts';

export function spaceKindName(kind: SpaceKind): string {
  return kind === 'course' ? 'Course' : 'Squad';
}

/** An owner is an Instructor in a course and a Coach in a squad. */
export function roleName(role: Role, kind: SpaceKind): string {
  switch (role) {
    case 'owner':
      return kind === 'course' ? 'Instructor' : 'Coach';
    case 'assistant':
      return 'Assistant';
    case 'member':
      return 'Member';
    case 'observer':
      return 'Observer';
  }
}

/** For a Choice: these roles (all unless told) by their names. */
export function roleOptions(
  kind: SpaceKind,
  among: readonly Role[] = roles,
): { value: Role; label: string }[] {
  return among.map((value) => ({ value, label: roleName(value, kind) }));
}
