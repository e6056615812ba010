// What a discussion looks like on paper: its threads as numbered footnotes to the text. A sheet of paper goes to anyone, so
// it holds only what all who may read the room may read: never hidden, withdrawn or private words, and pseudonyms for
// everyone who has one. Pure; the page that prints asks here, and adds nothing.

import { noteOf, type ParticipantId, type PointKind, type Ref, type Stance } from '../record.ts';
import { type BlockPlace, type Passage, passagesByBlock } from '../text/segment.ts';
import type { Range } from '../text/text.ts';
import { shownWords } from './mention.ts';
import { anchorOf, type Post, postsIn, type Thread } from './thread.ts';

/** Someone as the room knows them. */
export type Printed = { id: ParticipantId; name: string; pseudonym?: string };

export type HandoutLine = {
  ref: Ref;
  level: number;
  kind: PointKind | null;
  stance?: Stance;
  /** Null for whom one may not know by name. */
  author: string | null;
  /** Said by an instructor to all groups of the assignment. */
  forAll?: true;
  /** Markdown; null where nothing may be printed, but something that is answers it. */
  words: string | null;
};

export type Footnote = {
  number: number;
  ref: Ref;
  /** The words it is about; null for a thread on the reading as a whole. */
  quote: string | null;
  /** `gone`: its words do not stand in this version of the text. */
  place: 'passage' | 'whole' | 'gone';
  isResolved: boolean;
  lines: readonly HandoutLine[];
};

export type Handout = {
  /** In the order of the text; then those on the whole of it; then those whose words are gone. */
  notes: readonly Footnote[];
  /** The passages of each block, in its own offsets. */
  marks: readonly (readonly Passage[])[];
  numberOf: ReadonlyMap<Ref, number>;
};

type Source = {
  /** Threads of the room's own document alone: what else one may read is not the room's to print. */
  threads: readonly Thread[];
  locate: (post: Post) => Range | null;
  places: readonly BlockPlace[];
  people: readonly Printed[];
  /** The number of the first note, where others came before. */
  first?: number;
};

/** Numbers the threads in which something may be printed. */
export function handoutOf({ threads, locate, places, people, first = 1 }: Source): Handout {
  const names = new Map(people.map(({ id, name, pseudonym }) => [id, pseudonym ?? name]));
  const drafts = threads.flatMap((thread) => {
    const lines = linesOf(thread, names);
    return lines.length > 0 ? [{ thread, lines, range: locate(thread.root) }] : [];
  });
  drafts.sort((a, b) => rankOf(a) - rankOf(b) || (a.range?.start ?? 0) - (b.range?.start ?? 0));
  const notes = drafts.map(({ thread, lines, range }, i): Footnote => {
    const isSilent = lines[0]?.words === null;
    return {
      number: i + first,
      ref: thread.ref,
      // The choice of a passage is part of what was taken back or hidden.
      quote: isSilent ? null : (anchorOf(thread.root)?.quote ?? null),
      place: range ? 'passage' : anchorOf(thread.root) ? 'gone' : 'whole',
      isResolved: thread.resolvedBy !== undefined,
      lines,
    };
  });
  const passages = drafts.flatMap(({ thread, range }) => (range ? [{ ref: thread.ref, ...range }] : []));
  return {
    notes,
    marks: passagesByBlock(passages, places),
    numberOf: new Map(notes.map(({ ref, number }) => [ref, number])),
  };
}

function rankOf({ thread, range }: { thread: Thread; range: Range | null }): number {
  if (range) return 0;
  return anchorOf(thread.root) ? 2 : 1;
}

/** The posts with words, and those without under which some stand. */
function linesOf(thread: Thread, names: ReadonlyMap<ParticipantId, string>): HandoutLine[] {
  const posts = postsIn(thread);
  const stays = new Set<Ref>();
  for (const post of posts.toReversed())
    if (wordsOf(post) !== null || post.answers.some(({ ref }) => stays.has(ref))) stays.add(post.ref);
  return posts.filter(({ ref }) => stays.has(ref)).map((post) => lineOf(post, names));
}

function lineOf(post: Post, names: ReadonlyMap<ParticipantId, string>): HandoutLine {
  const words = wordsOf(post);
  const author = post.entry && !post.hiddenBy ? names.get(post.entry.participant) : undefined;
  return {
    ref: post.ref,
    level: post.level,
    kind: words === null ? null : (post.entry?.value.kind ?? null),
    ...(post.stance ? { stance: post.stance } : {}),
    author: author ?? null,
    ...(post.entry?.value.forAll && { forAll: true }),
    words: words && shownWords(words, (id) => names.get(id)),
  };
}

/** What of a post may be printed; null for a mere highlight, too, which says nothing on paper. */
function wordsOf({ entry, hiddenBy }: Post): string | null {
  if (!entry || entry.value.withdrawn || hiddenBy) return null;
  return noteOf(entry.value).body.trim() || null;
}
