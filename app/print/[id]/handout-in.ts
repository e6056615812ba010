// A room's records as this reader may see them, made into its handout: one part a reading, and one for what is about none.

import { mappingsTo } from '#lib/data/readings/editions.ts';
import type { Reading } from '#lib/data/readings/readings.ts';
import { participantsOf, recordsOf, roomView } from '#lib/data/readings/rooms.ts';
import type { RoomAccess } from '#lib/data/spaces/access.ts';
import { attachedRange, carry } from '#lib/model/editions/carry.ts';
import { placesOf } from '#lib/model/text/segment.ts';
import { textOf } from '#lib/model/text/text.ts';
import { type Handout, handoutOf } from '#lib/model/threads/handout.ts';
import { anchorOf, type Post, type Thread, threadsOf } from '#lib/model/threads/thread.ts';

export type HandoutPart = { reading: Reading; handout: Handout };

/** The room's own document alone is read: private notes and preparation never come near paper. */
export async function handoutIn(access: RoomAccess) {
  const [{ readings, room }, people, records] = await Promise.all([
    roomView(access),
    participantsOf(access),
    recordsOf(access),
  ]);
  const byReading = threadsByReading(threadsOf(records), readings);
  const parts: HandoutPart[] = [];
  let first = 1;
  for (const reading of readings) {
    const threads = byReading.get(reading.id) ?? [];
    const locate = await locatorIn(reading, records);
    const handout = handoutOf({ threads, locate, places: placesOf(reading.blocks), people, first });
    parts.push({ reading, handout });
    first += handout.notes.length;
  }
  const rest = byReading.get('') ?? [];
  const others = handoutOf({ threads: rest, locate: () => null, places: [], people, first }).notes;
  return { room, parts, others };
}

/** By the id of the reading a thread begins in; by none where it begins in none of several. */
function threadsByReading(threads: readonly Thread[], readings: readonly Reading[]): Map<string, Thread[]> {
  const [only, another] = readings;
  const known = new Set(readings.map(({ id }) => id));
  const none = another ? '' : (only?.id ?? '');
  return Map.groupBy(threads, ({ root }) => {
    const reading = anchorOf(root)?.reading;
    return reading !== undefined && known.has(reading) ? reading : none;
  });
}

async function locatorIn(reading: Reading, records: Parameters<typeof mappingsTo>[1]) {
  const to = {
    reading: reading.id,
    edition: reading.edition,
    text: textOf(reading.blocks),
    mappings: new Map(Object.entries(await mappingsTo(reading, records))),
  };
  return (post: Post) => {
    const anchor = anchorOf(post);
    return anchor ? attachedRange(carry(anchor, to)) : null;
  };
}
