// Which threads of a discussion someone wants to see just now (U32). A filter chooses whole threads, so that an answer is
// never shown without what it answers.

import type { Entry, NoteKind, ParticipantId, Ref, Stance } from '../record.ts';
import { isTombstone, type Post, postsIn, type Thread, threadsOf } from './thread.ts';

export const threadTraits = ['unread', 'unresolved', 'mine'] as const;
/** What is asked of a thread as a whole. */
export type ThreadTrait = (typeof threadTraits)[number];

export type Filter = {
  /** Words that one post, its passage or its tags hold, in any order and any case. */
  words: string;
  /** The rest is asked of one and the same post. */
  by: ParticipantId | null;
  kind: NoteKind | null;
  stance: Stance | null;
  tag: string | null;
  is: readonly ThreadTrait[];
};

export const noFilter: Filter = { words: '', by: null, kind: null, stance: null, tag: null, is: [] };

/** Does it hold anything back? Blank words do not. */
export function isFiltering(filter: Filter): boolean {
  const { words, by, kind, stance, tag, is } = filter;
  return words.trim() !== '' || is.length > 0 || [by, kind, stance, tag].some((one) => one !== null);
}

/** What the filter must know of who looks. */
export type Looking = { me: ParticipantId; isUnread(thread: Thread): boolean };

/** The threads that the filter lets through, in the order given. */
export function filtered(threads: readonly Thread[], filter: Filter, looking: Looking): readonly Thread[] {
  if (!isFiltering(filter)) return threads;
  const words = folded(filter.words).split(/\s+/).filter(Boolean);
  return threads.filter(
    (thread) =>
      filter.is.every((trait) => hasTrait(thread, trait, looking)) &&
      postsIn(thread).some((post) => isMeant(post, filter, words)),
  );
}

/**
 * What is left of a discussion's records: the threads that the filter lets through, with what was said and decided about
 * their notes. `shown` of `all` threads are let through; `leftOut` are the notes of the others, which those that are left
 * may still link to.
 */
export function filteredEntries(
  entries: readonly Entry[],
  filter: Filter,
  looking: Looking,
): { entries: readonly Entry[]; leftOut: ReadonlySet<Ref>; shown: number; all: number } {
  const threads = threadsOf(entries);
  const through = filtered(threads, filter, looking);
  const count = { shown: through.length, all: threads.length };
  if (through.length === threads.length) return { entries, leftOut: new Set(), ...count };
  const passed = new Set(through);
  const leftOut = refsIn(threads.filter((thread) => !passed.has(thread)));
  const kept: ReadonlySet<string> = refsIn(through);
  const notes = new Set<string>();
  for (const { ref, value } of entries) if (value.type === 'point') notes.add(ref);
  const isLeft = ({ ref, value }: Entry) => {
    const about = value.type === 'point' ? ref : 'of' in value ? value.of : null;
    return about === null || !notes.has(about) || kept.has(about);
  };
  return { entries: entries.filter(isLeft), leftOut, ...count };
}

function refsIn(threads: readonly Thread[]): Set<Ref> {
  return new Set(threads.flatMap((thread) => postsIn(thread).map(({ ref }) => ref)));
}

/** Text as it is compared: case, accents and typographic quotes do not matter. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .toLowerCase();
}

function hasTrait(thread: Thread, trait: ThreadTrait, { me, isUnread }: Looking): boolean {
  switch (trait) {
    case 'unread':
      return isUnread(thread);
    case 'unresolved':
      return thread.resolvedBy === undefined;
    case 'mine':
      return postsIn(thread).some((post) => post.entry?.participant === me && !isTombstone(post));
  }
}

function isMeant(post: Post, { by, kind, stance, tag }: Filter, words: readonly string[]): boolean {
  const { entry } = post;
  if (!entry || isTombstone(post)) return false;
  if (by !== null && entry.participant !== by) return false;
  if (kind !== null && entry.value.kind !== kind) return false;
  if (stance !== null && post.stance !== stance) return false;
  if (tag !== null && !entry.value.tags?.includes(tag)) return false;
  if (words.length === 0) return true;
  // What is hidden from someone must not be found by them either.
  if (post.hiddenBy) return false;
  const { body = '', anchor, tags = [] } = entry.value;
  const text = folded([body, anchor?.quote ?? '', ...tags].join('\n'));
  return words.every((word) => text.includes(word));
}
