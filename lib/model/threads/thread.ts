// Records → threads: which point stands under which, what was said about it, and in what order it is read.
// Pure: the margin, the map and the review all start here, so they cannot disagree.

import type {
  Anchor,
  Entry,
  ParticipantId,
  Placing,
  Point,
  Reaction,
  ReactionKind,
  Ref,
  Ruling,
  Stance,
} from '../record.ts';
import { isPlacingOf, parentOf, stanceOf } from '../record.ts';
import { type HoldingRulings, lastRulings, ruledBy } from '../ruling.ts';

/** A point where it stands in its thread. */
export type Post = {
  ref: Ref;
  /** Absent for a placeholder: others answer this point, but it is not among the records given. */
  entry?: Entry<Point>;
  /** With what stance it answers its parent, or the reading itself. */
  stance?: Stance;
  /** 0 for the first point of a thread. */
  level: number;
  reactions: ReadonlyMap<ReactionKind, readonly ParticipantId[]>;
  /** The ruling that hides it now. */
  hiddenBy?: Entry<Ruling>;
  /** The ruling that took its words for good: it keeps its place, with or without answers. */
  erasedBy?: Entry<Ruling>;
  /** Who gave it another passage than its author did, while that holds. */
  placedBy?: Entry<Placing>;
  answers: readonly Post[];
};

/** A first point and all that answers it. */
export type Thread = {
  ref: Ref;
  root: Post;
  /** Points that still stand in it: tombstones and placeholders are not counted. */
  size: number;
  /** The ruling that folds it now. */
  resolvedBy?: Entry<Ruling>;
};

type Draft = Omit<Post, 'answers' | 'reactions'> & {
  answers: Draft[];
  reactions: Post['reactions'];
};

const noReactions: Post['reactions'] = new Map();

/** Was it taken back, or erased? Then it has no words; one taken back stands only while others answer it. */
export function isTombstone(post: Post): boolean {
  return post.entry?.value.withdrawn === true;
}

/** The passage a point stands on: its author's, or the one that an instructor found for it in a later version. */
export function anchorOf({ entry, placedBy }: Pick<Post, 'entry' | 'placedBy'>): Anchor | undefined {
  return placedBy?.value.anchor ?? entry?.value.anchor;
}

/** The last placing of each point, whether or not it still holds. */
export type Placings = ReadonlyMap<Ref, Entry<Placing>>;

/** The placings among these records. */
export function placingsOf(entries: Iterable<Entry>): Placings {
  const placings: Entry<Placing>[] = [];
  for (const entry of entries) if (entry.value.type === 'placing') placings.push(entry as Entry<Placing>);
  return new Map(placings.sort(inOrder).map((placing) => [placing.value.of, placing]));
}

/**
 * The placing that gives this point its passage: the last one, while the author leaves the point where it was; one
 * without an anchor took it back.
 */
export function placingOn(entry: Entry<Point>, placings: Placings): Entry<Placing> | undefined {
  const placing = placings.get(entry.ref);
  return placing?.value.anchor && isPlacingOf(placing.value, entry.value) ? placing : undefined;
}

/** The passage a point by itself stands on, outside its thread. */
export function anchorIn(entry: Entry<Point>, placings: Placings): Anchor | undefined {
  return placingOn(entry, placings)?.value.anchor ?? entry.value.anchor;
}

/**
 * The order of reading: by the server's first acceptance, so that an edit keeps its place; what is not yet accepted
 * comes last, by the writer's clock.
 */
export function inOrder(a: Entry, b: Entry): number {
  if (a.seq === undefined || b.seq === undefined) {
    if (a.seq !== b.seq) return a.seq === undefined ? 1 : -1;
    return compare(writtenAt(a), writtenAt(b)) || compare(a.ref, b.ref);
  }
  return compare(a.createdAt ?? '', b.createdAt ?? '') || a.seq - b.seq || compare(a.ref, b.ref);
}

/**
 * Joins points into threads by each point's first link. A parent that is not there becomes a placeholder; a circle is
 * cut at its earliest point; a withdrawn point stays only while something answers it, an erased one for good.
 * The same records in any order give the same threads, sorted by `inOrder` at every level.
 */
export function threadsOf(entries: Iterable<Entry>): Thread[] {
  const { points, reactions, rulings, placings } = sortOut(entries);
  const drafts = new Map<Ref, Draft>(points.map((entry) => [entry.ref, draftOf(entry)]));
  const parents = parentsOf(points, drafts);
  cutCircles(points, parents);

  const roots: Draft[] = [];
  for (const draft of [...drafts.values()]) {
    const parent = parents.get(draft.ref);
    const above = parent === undefined ? undefined : drafts.get(parent);
    (above ? above.answers : roots).push(draft);
  }
  for (const reaction of reactions) addReaction(drafts.get(reaction.value.of), reaction);

  const threads: Thread[] = [];
  for (const root of roots) {
    const posts = topDown(root);
    if (rulings.size > 0) for (const post of posts) markErased(post, rulings);
    prune(posts);
    if (!stands(root)) continue;
    for (const post of posts) {
      hide(post, rulings);
      place(post, placings);
    }
    threads.push(threadOf(root, posts, rulings));
  }
  return threads.sort(compareRoots);
}

/** The order in which threads were begun. */
export function compareRoots(a: Thread, b: Thread): number {
  return compareDrafts(a.root, b.root);
}

/**
 * Gives `next` with every thread that did not change replaced by its `previous` object, so that what is shown for it
 * need not be made again.
 */
export function keepUnchanged(previous: readonly Thread[], next: readonly Thread[]): Thread[] {
  const before = new Map(previous.map((thread) => [thread.ref, thread]));
  return next.map((thread) => {
    const old = before.get(thread.ref);
    return old && isSameThread(old, thread) ? old : thread;
  });
}

/** The posts of a thread in the order they are read: each before its answers. */
export function postsIn(thread: Thread): Post[] {
  // Most threads of a crowded room, and all are gone through at once.
  if (thread.root.answers.length === 0) return [thread.root];
  const posts: Post[] = [];
  const waiting: Post[] = [thread.root];
  for (let post = waiting.pop(); post; post = waiting.pop()) {
    posts.push(post);
    for (let i = post.answers.length - 1; i >= 0; i--) {
      const answer = post.answers[i];
      if (answer) waiting.push(answer);
    }
  }
  return posts;
}

function sortOut(entries: Iterable<Entry>) {
  const points: Entry<Point>[] = [];
  const reactions: Entry<Reaction>[] = [];
  const rulings: Entry<Ruling>[] = [];
  const placings: Entry[] = [];
  for (const entry of entries) {
    if (entry.value.type === 'point') points.push(entry as Entry<Point>);
    else if (entry.value.type === 'reaction') reactions.push(entry as Entry<Reaction>);
    else if (entry.value.type === 'ruling') rulings.push(entry as Entry<Ruling>);
    else if (entry.value.type === 'placing') placings.push(entry);
  }
  return {
    points: points.sort(inOrder),
    reactions: reactions.sort(inOrder),
    rulings: lastRulings(rulings.sort(inOrder)),
    placings: placingsOf(placings),
  };
}

function draftOf(entry: Entry<Point>): Draft {
  const stance = stanceOf(entry.value);
  return {
    ref: entry.ref,
    entry,
    ...(stance ? { stance } : {}),
    level: 0,
    reactions: noReactions,
    answers: [],
  };
}

/** Each point's parent; a parent that is not there is given a placeholder. */
function parentsOf(points: readonly Entry<Point>[], drafts: Map<Ref, Draft>): Map<Ref, Ref> {
  const parents = new Map<Ref, Ref>();
  for (const { ref, value } of points) {
    const parent = parentOf(value);
    if (parent === undefined) continue;
    parents.set(ref, parent);
    if (!drafts.has(parent))
      drafts.set(parent, { ref: parent, level: 0, reactions: noReactions, answers: [] });
  }
  return parents;
}

/** Takes away one parent of every circle. `points` come in order, so the earliest of the circle becomes a first point. */
function cutCircles(points: readonly Entry<Point>[], parents: Map<Ref, Ref>): void {
  let place: Map<Ref, number> | undefined;
  const settled = new Set<Ref>();
  for (const { ref } of points) {
    const above = parents.get(ref);
    // Nearly every point answers an earlier one, or none: those need no path.
    if (above === undefined || settled.has(above)) {
      settled.add(ref);
      continue;
    }
    const path: Ref[] = [];
    const onPath = new Map<Ref, number>();
    let at: Ref | undefined = ref;
    while (at !== undefined && !settled.has(at) && !onPath.has(at)) {
      onPath.set(at, path.length);
      path.push(at);
      at = parents.get(at);
    }
    const from = at === undefined ? undefined : onPath.get(at);
    if (from !== undefined) {
      place ??= new Map(points.map((entry, index) => [entry.ref, index]));
      parents.delete(earliest(path.slice(from), place));
    }
    for (const passed of path) settled.add(passed);
  }
}

function earliest(circle: readonly Ref[], place: ReadonlyMap<Ref, number>): Ref {
  return circle.reduce((a, b) => ((place.get(a) ?? 0) <= (place.get(b) ?? 0) ? a : b));
}

/** Every post under a root, parents first, with levels set. No recursion: a thread may be thousands deep. */
function topDown(root: Draft): Draft[] {
  const posts = [root];
  for (let i = 0; i < posts.length; i++) {
    const post = posts[i];
    if (!post) break;
    for (const answer of post.answers) {
      answer.level = post.level + 1;
      posts.push(answer);
    }
  }
  return posts;
}

/** Drops, from the leaves up, what neither stands itself nor is answered by something that stands. */
function prune(topDownPosts: readonly Draft[]): void {
  for (let i = topDownPosts.length - 1; i >= 0; i--) {
    const post = topDownPosts[i];
    if (post && post.answers.length > 0) post.answers = post.answers.filter(stands).sort(compareDrafts);
  }
}

function stands(post: Draft): boolean {
  if (post.answers.length > 0) return true;
  return post.entry !== undefined && (!post.entry.value.withdrawn || post.erasedBy !== undefined);
}

function markErased(post: Draft, rulings: HoldingRulings): void {
  const erasedBy = ruledBy(rulings, 'erase', post.ref);
  if (erasedBy) post.erasedBy = erasedBy;
}

function hide(post: Draft, rulings: HoldingRulings): void {
  const hiddenBy = ruledBy(rulings, 'hide', post.ref);
  if (hiddenBy) post.hiddenBy = hiddenBy;
}

function place(post: Draft, placings: Placings): void {
  const placing = post.entry && placingOn(post.entry, placings);
  if (placing) post.placedBy = placing;
}

function threadOf(root: Draft, posts: readonly Draft[], rulings: HoldingRulings): Thread {
  const resolvedBy = ruledBy(rulings, 'resolve', root.ref);
  // What was pruned neither stands nor has an answer: it counts for nothing here.
  const size = posts.filter((post) => post.entry && !post.entry.value.withdrawn).length;
  return { ref: root.ref, root, size, ...(resolvedBy ? { resolvedBy } : {}) };
}

function addReaction(post: Draft | undefined, { value, participant }: Entry<Reaction>): void {
  if (!post) return;
  const given = post.reactions.get(value.kind) ?? [];
  post.reactions = new Map(post.reactions).set(value.kind, [...given, participant]);
}

function compareDrafts(a: { ref: Ref; entry?: Entry }, b: { ref: Ref; entry?: Entry }): number {
  // A placeholder has no time of its own; it was there before whatever answers it.
  if (!a.entry || !b.entry) return Number(!b.entry) - Number(!a.entry) || compare(a.ref, b.ref);
  return inOrder(a.entry, b.entry);
}

function isSameThread(a: Thread, b: Thread): boolean {
  if (a.resolvedBy !== b.resolvedBy || a.size !== b.size) return false;
  const left = postsIn(a);
  const right = postsIn(b);
  return left.length === right.length && left.every((post, i) => isSamePost(post, right[i]));
}

function isSamePost(a: Post, b: Post | undefined): boolean {
  return (
    b !== undefined &&
    a.ref === b.ref &&
    a.entry === b.entry &&
    a.level === b.level &&
    a.hiddenBy === b.hiddenBy &&
    a.erasedBy === b.erasedBy &&
    a.placedBy === b.placedBy &&
    isSameReactions(a.reactions, b.reactions)
  );
}

function isSameReactions(a: Post['reactions'], b: Post['reactions']): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([kind, given]) => given.join() === b.get(kind)?.join());
}

function writtenAt({ value }: Entry): string {
  return 'at' in value ? value.at : '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
