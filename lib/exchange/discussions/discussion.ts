// What every format of a discussion is written from: its records as whoever asks may see them, laid out in the order
// they are read. Pure: it neither reads a database nor knows any format.

import { attachedRange, carry, type Destination } from '#lib/model/editions/carry.ts';
import type { Mapping } from '#lib/model/editions/mapping.ts';
import { saidAt } from '#lib/model/imported.ts';
import type { Role } from '#lib/model/permission.ts';
import {
  type Anchor,
  type Entry,
  type NoteKind,
  noteOf,
  type ParticipantId,
  type Point,
  parentOf,
  type ReactionKind,
  type Ref,
  type Stance,
} from '#lib/model/record.ts';
import type { RoomSettings } from '#lib/model/room-settings.ts';
import type { RoundPart } from '#lib/model/round/rule.ts';
import { describe } from '#lib/model/text/anchor.ts';
import { type Block, type Heading, pageAt, textOf } from '#lib/model/text/text.ts';
import { shownWords } from '#lib/model/threads/mention.ts';
import { anchorOf, type Post, type Thread, threadsOf } from '#lib/model/threads/thread.ts';
import type { Said } from '#lib/words/said.ts';
import { type Carried, carriedLinks } from './carried-links.ts';

export type Person = {
  id: ParticipantId;
  name: string;
  role: Role;
  kind: 'member' | 'guest' | 'imported';
  /** Where they sit in a round; absent where there is none. */
  side?: string | null;
  part?: RoundPart | null;
};

/** A value a record once had, or has: in the order in which the server took them. `value` is null for a deletion. */
export type Version = { ref: Ref; seq: number; value: unknown; acceptedAt: string };

export type Discussion = {
  room: { id: string; title: string; kind: 'seminar' | 'debate'; url: string };
  /** The current edition. */
  reading: Heading & { id: string; edition: string; blocks: readonly Block[]; url: string };
  /** From earlier editions to the current one, as far as points were made in them. */
  mappings: Readonly<Record<string, Mapping>>;
  /** Those whom whoever asks may know. */
  people: readonly Person[];
  /** What stands, on the layers that whoever asks may see. */
  entries: readonly Entry[];
  /** Where a filter has narrowed them: the notes that it leaves out. */
  leftOut?: ReadonlySet<Ref>;
  /** What only a whole archive takes, read when it does. */
  whole: {
    settings: RoomSettings;
    isClosed: boolean;
    /** The side on which whoever asks prepares: that preparation is theirs to take, and no other. */
    side: string | null;
    /** Of instructors, whether there are marks, private words or grades: these are not carried. */
    hasReviews: boolean;
    /** Whether there are flags that whoever asks knows of: these are not carried. */
    hasFlags: boolean;
    /** Every reading that the room holds, in its order, with all its editions: the oldest first, the current one last. */
    readings(): Promise<{ id: string; editions: Edition[] }[]>;
    /** What was ever said on the layers whose past whoever asks may see. */
    history(): Promise<Version[]>;
    /** What stands in the document of that side, and its past. */
    preparation(): Promise<{ entries: readonly Entry[]; history: readonly Version[] }>;
  };
};

/** One version of a reading's text, with the id by which anchors name it. */
export type Edition = Heading & { edition: string; blocks: readonly Block[] };

/** Bytes or text as they become ready, so that a large room is never held as one file where its format allows. */
export type Written = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/**
 * How a discussion leaves in one format: what it cannot carry, known before a word is written, and the file in parts.
 * `count` is how many notes, or records, it writes; `onWritten` is told how many are.
 */
export type Writer = (
  discussion: Discussion,
  onWritten?: (count: number) => void,
) => { parts: Written; report: Said[]; count: number };

/** Thrown by the parts of a file that cannot be made after all, with a sentence for whoever waits for it. */
export class NotWritten extends Error {
  readonly said: Said;

  constructor(said: Said) {
    super(said.key);
    this.said = said;
  }
}

/** For whoever does not ask how far it is. */
export const unheard = () => {};

/** One point where it stands, with all that a reader of a file must be told about it. */
export type Saying = Carried & {
  ref: Ref;
  /** Its place as people cite it: `2.1.3` is the third answer to the first answer in the second thread. */
  number: string;
  level: number;
  /** The point it answers, where it stands under one. */
  parent?: Ref;
  /** Only what was `said` has words; the others stand here because others answer them. */
  state: 'said' | 'withdrawn' | 'hidden' | 'unseen';
  kind: NoteKind;
  stance?: Stance;
  /** Empty for what is not said here. */
  author: string;
  participant: ParticipantId;
  at: string;
  /** When its present words were taken, where that was later. */
  editedAt?: string;
  body: string;
  tags: readonly string[];
  /** The words it is about; the offsets (UTF-16) only where they stand in the current text. */
  passage?: {
    quote: string;
    prefix: string;
    suffix: string;
    start?: number;
    end?: number;
    /** The page of the source on which its paragraph begins. */
    page?: string;
    /** It is of another reading of the room: only its words are here. */
    isElsewhere?: true;
  };
  reactions: ReadonlyMap<ReactionKind, number>;
  /** Only on a thread's first point. */
  resolved: boolean;
};

/** All threads, each point before its answers, in the order they are read. */
export function sayingsOf(discussion: Discussion): Saying[] {
  const desk: Desk = {
    people: new Map(discussion.people.map((person) => [person.id, person])),
    blocks: discussion.reading.blocks,
    to: {
      reading: discussion.reading.id,
      edition: discussion.reading.edition,
      text: textOf(discussion.reading.blocks),
      mappings: new Map(Object.entries(discussion.mappings)),
    },
  };
  const sayings = threadsOf(discussion.entries).flatMap((thread, i) => layOut(thread, String(i + 1), desk));
  const inFile = new Set(sayings.map(({ ref }) => ref));
  return sayings.map((saying) => ({ ...saying, ...carriedLinks(saying.links, inFile) }));
}

type Desk = {
  people: ReadonlyMap<ParticipantId, Person>;
  to: Destination;
  blocks: readonly Block[];
};

/** No recursion: a thread may be thousands deep. */
function layOut(thread: Thread, number: string, desk: Desk): Saying[] {
  const sayings: Saying[] = [];
  const waiting: { post: Post; number: string; parent?: Ref }[] = [{ post: thread.root, number }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { post } = next;
    sayings.push(sayingOf(next, thread, desk));
    for (let i = post.answers.length - 1; i >= 0; i--) {
      const answer = post.answers[i];
      if (answer) waiting.push({ post: answer, number: `${next.number}.${i + 1}`, parent: post.ref });
    }
  }
  return sayings;
}

function sayingOf(
  { post, number, parent }: { post: Post; number: string; parent?: Ref },
  thread: Thread,
  desk: Desk,
): Saying {
  const { entry } = post;
  const place = {
    ref: post.ref,
    number,
    level: post.level,
    ...(parent !== undefined && { parent }),
    reactions: new Map([...post.reactions].map(([kind, given]) => [kind, given.length])),
    resolved: post === thread.root && thread.resolvedBy !== undefined,
    state: stateOf(post),
  };
  if (!entry || place.state !== 'said') return { ...nothingSaid, ...place, ...bareOf(entry) };
  const person = desk.people.get(entry.participant);
  const { value, acceptedAt, createdAt } = entry;
  const anchor = anchorOf(post);
  const note = noteOf(value);
  return {
    ...place,
    ...note,
    body: shownWords(note.body, (id) => desk.people.get(id)?.name),
    ...(post.stance && { stance: post.stance }),
    links: value.links ?? [],
    cut: [],
    author: person?.name ?? '',
    participant: entry.participant,
    at: saidAt(entry, person),
    ...(acceptedAt !== undefined && acceptedAt !== createdAt && { editedAt: acceptedAt }),
    tags: value.tags ?? [],
    ...(anchor && { passage: passageOf(anchor, desk) }),
  };
}

const nothingSaid = {
  kind: 'comment' as const,
  links: [],
  cut: [],
  author: '',
  participant: '',
  at: '',
  body: '',
  tags: [],
};

/** Of a point without words only what its place needs: kind, stance and time say nothing about who wrote what. */
function bareOf(entry: Entry<Point> | undefined): Partial<Saying> {
  if (!entry) return {};
  const first = parentOf(entry.value) === undefined ? undefined : entry.value.links?.[0];
  return {
    kind: noteOf(entry.value).kind,
    at: entry.createdAt ?? entry.value.at,
    ...(first && { stance: first.stance }),
  };
}

function stateOf(post: Post): Saying['state'] {
  if (!post.entry) return 'unseen';
  if (post.entry.value.withdrawn) return 'withdrawn';
  return post.hiddenBy ? 'hidden' : 'said';
}

/** The passage in the current text; what is gone or uncertain keeps its old words and has no place. */
function passageOf(anchor: Anchor, { to, blocks }: Desk): NonNullable<Saying['passage']> {
  const found = attachedRange(carry(anchor, to));
  if (!found) {
    const { quote, prefix, suffix, reading } = anchor;
    return { quote, prefix, suffix, ...(reading !== to.reading && { isElsewhere: true }) };
  }
  const { start, end } = found;
  const { prefix, suffix } = describe(found, to.text, to);
  const page = pageAt(blocks, start);
  return {
    quote: to.text.slice(start, end),
    prefix,
    suffix,
    start,
    end,
    ...(page !== undefined && { page }),
  };
}
