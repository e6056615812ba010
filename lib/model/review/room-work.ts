// What all readings of a class start from: the threads of a room, joined with its text and with who is a student.
// Nothing of it knows standing, and nothing measures by how much was written.

import type { Anchor, Entry, ParticipantId, Point, Ref } from '../record.ts';
import { type BlockPlace, blockAt } from '../text/segment.ts';
import type { Range } from '../text/text.ts';
import { anchorOf, type Post, postsIn, type Thread, threadsOf } from '../threads/thread.ts';

export type RoomText = {
  places: readonly BlockPlace[];
  /** Where an anchor's passage stands in the text; null where it is gone. */
  locate(anchor: Anchor): Range | null;
};

/** A point that stands, with its post and where in the text it is said. */
export type Said = {
  post: Post;
  entry: Entry<Point>;
  thread: Thread;
  /** The point it answers, where it answers one. */
  parent: Post | undefined;
  /** Its own passage. */
  range: Range | null;
  /** The paragraph it belongs to: its own passage's, else that of the thread's; null for the reading as a whole. */
  block: number | null;
};

export type RoomWork = {
  students: readonly ParticipantId[];
  threads: readonly Thread[];
  /** In the order of reading. Without what was withdrawn or hidden. */
  said: readonly Said[];
  byAuthor: ReadonlyMap<ParticipantId, readonly Said[]>;
  blockCount: number;
};

/** `students`: whose work is looked at; instructors' words stand in the threads all the same. */
export function roomWorkOf(
  entries: Iterable<Entry>,
  students: readonly ParticipantId[],
  text: RoomText,
): RoomWork {
  const threads = threadsOf(entries);
  const said = threads.flatMap((thread) => saidIn(thread, text));
  const byAuthor = Map.groupBy(said, ({ entry }) => entry.participant);
  return { students, threads, said, byAuthor, blockCount: text.places.length };
}

function saidIn(thread: Thread, { places, locate }: RoomText): Said[] {
  const parents = new Map<Ref, Post>();
  const found: Said[] = [];
  let threadBlock: number | null = null;
  for (const post of postsIn(thread)) {
    for (const answer of post.answers) parents.set(answer.ref, post);
    const { entry } = post;
    const anchor = anchorOf(post);
    const range = anchor ? locate(anchor) : null;
    if (range) threadBlock ??= blockAt(places, range.start);
    if (!entry || entry.value.withdrawn || post.hiddenBy) continue;
    const block = range ? blockAt(places, range.start) : threadBlock;
    found.push({ post, entry, thread, parent: parents.get(post.ref), range, block });
  }
  return found;
}

/** Does this point ask something? */
export function isAsking({ entry: { value } }: Said): boolean {
  return value.kind === 'question' || value.links?.[0]?.stance === 'asks';
}

/** Does this point answer someone else's? */
export function isReply({ entry, parent }: Said): boolean {
  return parent?.entry !== undefined && parent.entry.participant !== entry.participant;
}

/** Has someone else answered this point, with something that stands? */
export function isAnswered({ post, entry }: Said): boolean {
  return post.answers.some(
    (answer) =>
      answer.entry !== undefined &&
      answer.entry.participant !== entry.participant &&
      !answer.entry.value.withdrawn &&
      !answer.hiddenBy,
  );
}
