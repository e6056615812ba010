// Who may review a room, as a proof that the other files of this folder ask for.

import { isInstructor } from '#lib/model/permission.ts';
import { mayInSpace } from '#lib/model/space-permission.ts';
import { enterSpace, type RoomAccess } from '../spaces/access.ts';

declare const proven: unique symbol;

/** Proof that someone may review the work in a room. */
export type ReviewAccess = RoomAccess & { readonly [proven]: true };

/** Null for who does not instruct there. */
export function asReviewer(access: RoomAccess): ReviewAccess | null {
  return isInstructor(access.role) ? (access as ReviewAccess) : null;
}

/** May they set what all groups of an assignment, or the whole course, are reviewed by? One room's instructors may not. */
export async function mayAssign({ accountId, room }: ReviewAccess): Promise<boolean> {
  const space = await enterSpace({ accountId }, room.spaceId);
  return space !== null && mayInSpace(space, 'assign');
}
