// How many notes stand in each of a room's readings, and how many of what was said there is unread. Pure.

import type { Discussion } from '#components/room/frame/discussion.ts';
import type { Unread } from '#components/room/frame/use-unread.ts';

export type Tallies = { notes: ReadonlyMap<string, number>; news: ReadonlyMap<string, number> };

/** `shown`: the reading in view. Threads without a passage are in every reading's list and count for none of the others. */
export function talliesOf({ cards, elsewhere }: Discussion, shown: string, unread: Unread): Tallies {
  const notes = new Map<string, number>([[shown, cards.length]]);
  const news = new Map<string, number>();
  for (const { thread, reading } of elsewhere) {
    notes.set(reading, (notes.get(reading) ?? 0) + 1);
    const posts = unread.get(thread.ref)?.length ?? 0;
    if (posts > 0) news.set(reading, (news.get(reading) ?? 0) + posts);
  }
  return { notes, news };
}
