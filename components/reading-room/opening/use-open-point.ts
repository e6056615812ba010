// Opening any point of the room: what someone follows they see, whatever they had filtered before and whichever of the
// room's readings it stands in.

import { useCallback } from 'react';
import { readingFor } from '#components/room/frame/discussion.ts';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { usePassages } from '#components/room/scene/passages.ts';
import { noFilter } from '#lib/model/threads/filter.ts';
import type { Finding } from '../find/use-filter.ts';
import type { Opening } from './use-opening.ts';

export function useOpenPoint({ open }: Opening, { found, choose }: Finding): Opening['open'] {
  const { discussion, showReading } = useOpenRoom();
  const passages = usePassages();
  return useCallback<Opening['open']>(
    (ref, how) => {
      if (!found.posts.has(ref)) choose(noFilter);
      const other = readingFor(discussion, ref, passages);
      if (other) showReading(other);
      open(ref, how);
    },
    [found, discussion, passages, choose, showReading, open],
  );
}
