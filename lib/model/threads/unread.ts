// What of a discussion someone has not read yet (U29). A thread is read as far as it stood when it was opened; what came
// later in it is new again. One's own words are never news.

import type { Entry, ParticipantId, Ref, Seen } from '../record.ts';
import { isTombstone, type Post, postsIn, type Thread } from './thread.ts';

/** How far each thread was read: the newest `seq` of it that was on screen, by the thread's first point. */
export type ReadMarks = ReadonlyMap<Ref, number>;

/** The marks among the records of a private document. */
export function readMarksOf(own: Iterable<Entry>): ReadMarks {
  const marks = new Map<Ref, number>();
  for (const { value } of own) if (value.type === 'seen') marks.set(value.of, value.upTo);
  return marks;
}

/** The unread posts of each thread that has any, in reading order within it. Threads keep the order given. */
export function unreadOf(
  threads: Iterable<Thread>,
  marks: ReadMarks,
  me: ParticipantId,
): ReadonlyMap<Ref, readonly Post[]> {
  const unread = new Map<Ref, readonly Post[]>();
  for (const thread of threads) {
    const upTo = marks.get(thread.ref) ?? -1;
    const posts = postsIn(thread).filter((post) => isNews(post, upTo, me));
    if (posts.length > 0) unread.set(thread.ref, posts);
  }
  return unread;
}

/** What to write down when a thread has been read as it stands; undefined where it adds nothing to `marks`. */
export function seenNow(thread: Thread, marks: ReadMarks): Seen | undefined {
  let upTo = -1;
  for (const { entry } of postsIn(thread)) upTo = Math.max(upTo, entry?.seq ?? -1);
  if (upTo <= (marks.get(thread.ref) ?? -1)) return undefined;
  return { type: 'seen', of: thread.ref, upTo };
}

/** The thread to go to after (or before) another in `order`, around its end; the first where `from` is none of them. */
export function neighbour(order: readonly Ref[], from: Ref | null, step: 1 | -1): Ref | undefined {
  const at = from === null ? -1 : order.indexOf(from);
  if (at < 0) return step > 0 ? order[0] : order.at(-1);
  return order[(at + step + order.length) % order.length];
}

/** Only what the server has accepted can be told from what was read. */
function isNews(post: Post, upTo: number, me: ParticipantId): boolean {
  const { entry } = post;
  if (!entry || entry.seq === undefined || isTombstone(post)) return false;
  return entry.participant !== me && entry.seq > upTo;
}
