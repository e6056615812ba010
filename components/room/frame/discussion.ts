// Threads joined with the text: which passage each point has, which points touch which block, and in what order cards
// stand. Pure; made after every change, from the one before where most threads are the same.

import type { Anchor, Ref } from '#lib/model/record.ts';
import { type BlockPlace, blockAt, type Passage, passagesByBlock } from '#lib/model/text/segment.ts';
import type { Range } from '#lib/model/text/text.ts';
import { anchorOf, compareRoots, type Post, postsIn, type Thread } from '#lib/model/threads/thread.ts';
import type { Passages } from '../scene/passages.ts';

/** A thread and the passage its card stands level with; null for one on the reading as a whole. */
export type CardOfThread = { thread: Thread; range: Range | null; block: number };

/** A thread all of whose passages are in another reading of the room, and where the first of them stands. */
export type Elsewhere = { thread: Thread; reading: string; order: number; start: number };

/** A post, and where it stands. */
export type PlacedPost = {
  post: Post;
  thread: Thread;
  /** What an answer stands under. */
  parent: Ref | undefined;
  /** Its passage, where it has one that is shown. */
  range: Range | undefined;
};

export type Discussion = {
  /** Those of the reading in view, in the order of its text; threads without a passage come first. */
  cards: readonly CardOfThread[];
  /** Those of the other readings, in the order of the room. */
  elsewhere: readonly Elsewhere[];
  posts: ReadonlyMap<Ref, PlacedPost>;
  /** One list a block, in the block's own offsets. */
  passages: readonly Passage[][];
};

/** `before`: the discussion of other threads on the same text, with the same `locate`. */
export function discussionOf(
  threads: readonly Thread[],
  locate: (anchor: Anchor) => Range | null,
  places: readonly BlockPlace[],
  before: Discussion = nothingOn(places),
  elsewhereOf: Passages['elsewhere'] = () => null,
): Discussion {
  const now = new Set(threads);
  const gone = [...before.cards, ...before.elsewhere].filter(({ thread }) => !now.has(thread));
  const kept = before.cards.filter(({ thread }) => now.has(thread));
  const away = before.elsewhere.filter(({ thread }) => now.has(thread));
  const posts = new Map(before.posts);
  const goneRefs = new Set(gone.flatMap(({ thread }) => postsIn(thread).map(({ ref }) => ref)));
  for (const ref of goneRefs) posts.delete(ref);

  const cards: CardOfThread[] = [];
  const added: Passage[] = [];
  for (const thread of threads) {
    if (before.posts.get(thread.ref)?.thread === thread) continue;
    let first: Range | null = null;
    let other: ReturnType<Passages['elsewhere']> = null;
    let isHere = false;
    const parents = new Map<Ref, Ref>();
    for (const post of postsIn(thread)) {
      for (const answer of post.answers) parents.set(answer.ref, post.ref);
      const anchor = anchorOf(post);
      const range = (anchor && locate(anchor)) ?? undefined;
      const there = anchor && elsewhereOf(anchor);
      if (there) other ??= there;
      else if (anchor) isHere = true;
      // What was taken back and is answered keeps its place in the text, faintly.
      const shown = post.hiddenBy ? undefined : range;
      posts.set(post.ref, { post, thread, parent: parents.get(post.ref), range: shown });
      if (shown) added.push({ ref: post.ref, ...shown });
      first ??= range ?? null;
    }
    if (other && !isHere) away.push({ thread, ...other });
    else cards.push({ thread, range: first, block: first ? blockAt(places, first.start) : 0 });
  }
  return {
    cards: merged(kept, cards),
    elsewhere: away.sort(inRoomOrder),
    posts,
    passages: passagesAfter(before.passages, goneRefs, passagesByBlock(added, places)),
  };
}

function nothingOn(places: readonly BlockPlace[]): Discussion {
  return { cards: [], elsewhere: [], posts: new Map(), passages: places.map(() => []) };
}

/** Those that stood are in order already, and most often only one is new. */
function merged(kept: readonly CardOfThread[], added: CardOfThread[]): CardOfThread[] {
  added.sort(inTextOrder);
  const cards: CardOfThread[] = [];
  let next = 0;
  for (const card of kept) {
    for (let one = added[next]; one && inTextOrder(one, card) < 0; one = added[++next]) cards.push(one);
    cards.push(card);
  }
  return [...cards, ...added.slice(next)];
}

/** Threads on the same words stand in the order in which they were begun. */
function inTextOrder(a: CardOfThread, b: CardOfThread): number {
  return (a.range?.start ?? -1) - (b.range?.start ?? -1) || compareRoots(a.thread, b.thread);
}

function inRoomOrder(a: Elsewhere, b: Elsewhere): number {
  return a.order - b.order || a.start - b.start || compareRoots(a.thread, b.thread);
}

/** A block whose notes are the same keeps its list. */
function passagesAfter(
  before: Discussion['passages'],
  gone: ReadonlySet<Ref>,
  added: readonly Passage[][],
): Passage[][] {
  return before.map((list, i) => {
    const more = added[i] ?? [];
    const isSame = more.length === 0 && !(gone.size > 0 && list.some(({ ref }) => gone.has(ref)));
    return isSame ? list : [...list.filter(({ ref }) => !gone.has(ref)), ...more];
  });
}

/**
 * The reading to be in view for a post to be seen at its place: that of its own passage, else of its thread's; null where
 * the one in view will do.
 */
export function readingFor(
  { posts, elsewhere }: Discussion,
  ref: Ref,
  passages: Pick<Passages, 'elsewhere'>,
): string | null {
  const placed = posts.get(ref);
  const anchor = placed && anchorOf(placed.post);
  const own = anchor && passages.elsewhere(anchor);
  if (own) return own.reading;
  return elsewhere.find((one) => one.thread === placed?.thread)?.reading ?? null;
}
