// The views of the room that is open, by its settings and one's role as they are now.

import { useMemo } from 'react';
import { useOpenRoom } from './open-room.ts';
import { type View, viewsOf } from './views.ts';

export function useViews(): readonly View[] {
  const { info, settings, state } = useOpenRoom();
  const { id, kind } = info.room;
  return useMemo(
    () => viewsOf({ room: { id, kind }, settings, role: state.role }),
    [id, kind, settings, state.role],
  );
}
