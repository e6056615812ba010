// Reading together (U22, U23, U25): going along with whoever one follows, and telling others what one has selected, whom one
// answers and, to those who follow, where in the text one is.

import type { RefObject } from 'react';
import { useFollowedView, useOwnView } from '#components/room/follow/use-shared-view.ts';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { useAttention } from '#components/room/frame/use-attention.ts';
import { useTellPresence } from '#components/room/live/use-presence.ts';
import type { Range } from '#lib/model/text/text.ts';
import { useLedReading } from './readings/use-readings.ts';

export function useReadingTogether(articleRef: RefObject<HTMLElement | null>, selection: Range | null): void {
  const { info, reading, state, client, places, follow } = useOpenRoom();
  const { composing, answering } = useAttention();
  const { follows, followers, signs, ask } = follow;
  const leader = state.presence.find(
    ({ participant, view }) => participant === follows && view !== undefined,
  );
  const led = useLedReading(leader);
  useFollowedView({ articleRef, places }, led, () => ask(null));
  useTellPresence(client, {
    answering: composing ? 'new' : (answering?.to ?? null),
    reading: info.readings.length > 1 ? reading.id : undefined,
    selection,
    follow: signs,
    view: useOwnView({ articleRef, places }, followers.length > 0),
  });
}
