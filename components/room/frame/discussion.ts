// Threads joined with the text: which passage each point has, which points touch which block, and in what order cards
// stand. Pure; made anew whenever a record changes.

import type { Anchor, Ref } from '#lib/model/record.ts';
import { type BlockPlace, blockAt, type Passage, passagesByBlock } from '#lib/model/text/segment.ts';
import type { Range } from '#lib/model/text/text.ts';
import { anchorOf, type Post, postsIn, type Thread } from '#lib/model/threads/thread.ts';

/** A thread and the passage its card stands level with; null for one on the reading as a whole. */
export type CardOfThread = { thread: Thread; range: Range | null; block: number };

export type Discussion = {
  /** In the order of the text; threads without a passage come first. */
  cards: readonly CardOfThread[];
  threadOf: ReadonlyMap<Ref, Thread>;
  postOf: ReadonlyMap<Ref, Post>;
  /** What each answer stands under. */
  parentOf: ReadonlyMap<Ref, Ref>;
  rangeOf: ReadonlyMap<Ref, Range>;
  /** One list a block, in the block's own offsets. */
  passages: readonly Passage[][];
};

export function discussionOf(
  threads: readonly Thread[],
  locate: (anchor: Anchor) => Range | null,
  places: readonly BlockPlace[],
): Discussion {
  const threadOf = new Map<Ref, Thread>();
  const postOf = new Map<Ref, Post>();
  const parentOf = new Map<Ref, Ref>();
  const rangeOf = new Map<Ref, Range>();
  const cards: CardOfThread[] = [];
  for (const thread of threads) {
    let first: Range | null = null;
    for (const post of postsIn(thread)) {
      threadOf.set(post.ref, thread);
      postOf.set(post.ref, post);
      for (const answer of post.answers) parentOf.set(answer.ref, post.ref);
      const anchor = anchorOf(post);
      const range = anchor && locate(anchor);
      if (!range) continue;
      // What was taken back and is answered keeps its place in the text, faintly.
      if (!post.hiddenBy) rangeOf.set(post.ref, range);
      first ??= range;
    }
    cards.push({ thread, range: first, block: first ? blockAt(places, first.start) : 0 });
  }
  // A stable sort: threads on the same words keep the order in which they were begun.
  cards.sort((a, b) => (a.range?.start ?? -1) - (b.range?.start ?? -1));
  const all = [...rangeOf].map(([ref, range]): Passage => ({ ref, ...range }));
  return { cards, threadOf, postOf, parentOf, rangeOf, passages: passagesByBlock(all, places) };
}
