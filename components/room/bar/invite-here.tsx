// "Invite" into this discussion, for the roles that the page came with, as far as one's own role of now still gives them.

import { InviteDialog } from '#components/space/invite-dialog.tsx';
import { rolesToGive, withoutLimit } from '#lib/model/space-permission.ts';
import { useOpenRoom } from '../frame/open-room.ts';

export function InviteHere({ className }: { className?: string | undefined }) {
  const { info, state } = useOpenRoom();
  const { room, me } = info;
  const given = rolesToGive(withoutLimit(state.role, room.spaceKind), 'room');
  const roles = me.mayInvite.filter((role) => given.includes(role));
  if (roles.length === 0) return null;
  return (
    <div className={className}>
      <InviteDialog roomId={room.id} kind={room.spaceKind} roles={roles} />
    </div>
  );
}
