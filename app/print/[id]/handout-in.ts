// A room's records as this reader may see them, made into its handout.

import { mappingsTo } from '#lib/data/readings/editions.ts';
import { participantsOf, recordsOf, roomView } from '#lib/data/readings/rooms.ts';
import type { RoomAccess } from '#lib/data/spaces/access.ts';
import { attachedRange, carry } from '#lib/model/editions/carry.ts';
import { placesOf } from '#lib/model/text/segment.ts';
import { textOf } from '#lib/model/text/text.ts';
import { handoutOf } from '#lib/model/threads/handout.ts';
import { anchorOf, threadsOf } from '#lib/model/threads/thread.ts';

/** The room's own document alone is read: private notes and preparation never come near paper. */
export async function handoutIn(access: RoomAccess) {
  const [{ reading, room }, people, records] = await Promise.all([
    roomView(access),
    participantsOf(access),
    recordsOf(access),
  ]);
  const to = {
    reading: reading.id,
    edition: reading.edition,
    text: textOf(reading.blocks),
    mappings: new Map(Object.entries(await mappingsTo(reading, records))),
  };
  const handout = handoutOf({
    threads: threadsOf(records),
    locate: (post) => {
      const anchor = anchorOf(post);
      return anchor ? attachedRange(carry(anchor, to)) : null;
    },
    places: placesOf(reading.blocks),
    people,
  });
  return { reading, room, handout };
}
