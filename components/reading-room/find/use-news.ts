// What others said since this page was opened (U24). What stood there then is no news, also where the server's times, by
// which it turns out to be unread, come later, as they do in a large room.

import { useMemo, useState } from 'react';
import type { Unread } from '#components/room/frame/use-unread.ts';
import type { Ref } from '#lib/model/record.ts';
import type { Post } from '#lib/model/threads/thread.ts';

/** `isReady`: whether what stands in the room, and what one has read of it, is known yet. */
export function useNews(
  unread: Unread,
  entries: ReadonlyMap<Ref, unknown>,
  isReady: boolean,
): readonly Post[] {
  const [before, setBefore] = useState<ReadonlyMap<Ref, unknown> | null>(null);
  if (isReady && before === null) setBefore(entries);
  return useMemo(() => (before ? notIn(before, unread) : []), [unread, before]);
}

function notIn(before: ReadonlyMap<Ref, unknown>, unread: Unread): Post[] {
  const news: Post[] = [];
  for (const posts of unread.values()) for (const post of posts) if (!before.has(post.ref)) news.push(post);
  return news;
}
