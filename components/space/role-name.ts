// What roles and spaces are called on screen.

import type { Role, SpaceKind } from '#lib/model/permission.ts';

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
