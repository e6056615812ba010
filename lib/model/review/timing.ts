// When work was received, held against when it was due, and what it was then. The server's times decide; the writer's
// clock can only flag that something was written earlier than it came in, for a person to judge.

import {
  type Entry,
  isPoint,
  type ParticipantId,
  type Point,
  parentOf,
  partsOf,
  type Ref,
} from '../record.ts';

/** When notes and replies are due, ISO UTC; null where they are not. */
export type Due = { notes: string | null; replies: string | null };
/** Each student's own: extensions are private. */
export type DueOf = (participant: ParticipantId) => Due;

export const nothingDue: Due = { notes: null, replies: null };

/**
 * `received-late`: the device says that it was written in time, and the server had it afterwards. That is a flag, never
 * a verdict; `accepted`: an instructor has looked and takes it.
 */
export type Timing = 'in-time' | 'received-late' | 'accepted' | 'late';

/** An earlier value of a record, with the server's time; null is a deletion. */
export type PastValue = { ref: Ref; value: Entry['value'] | null; acceptedAt: string };

/** When a point was due: a reply to someone else by the replies' date, everything else by the notes'. */
export function dueAt({ participant, value }: Entry<Point>, dueOf: DueOf): string | null {
  const due = dueOf(participant);
  return answersAnother(participant, value) ? due.replies : due.notes;
}

/** Does this point answer someone other than its author? */
export function answersAnother(participant: ParticipantId, value: Point): boolean {
  const parent = parentOf(value);
  return parent !== undefined && partsOf(parent).participant !== participant;
}

/** How a point came in. What the server has not taken yet counts as it would if it came in at the writer's time. */
export function timingOf(entry: Entry<Point>, dueOf: DueOf, accepted: ReadonlySet<Ref>): Timing {
  const due = dueAt(entry, dueOf);
  const receivedAt = entry.createdAt ?? entry.value.at;
  if (due === null || !isAfter(receivedAt, due)) return 'in-time';
  if (accepted.has(entry.ref)) return 'accepted';
  return isAfter(entry.value.at, due) ? 'late' : 'received-late';
}

/**
 * The records as they stood when they were due: what came late is left out, what was edited since reads as it did. What
 * was only received late stays in, for someone has to look at it. `past` holds the earlier values of what was edited.
 */
export function asItStood(
  entries: Iterable<Entry>,
  past: Iterable<PastValue>,
  dueOf: DueOf,
  accepted: ReadonlySet<Ref>,
): Entry[] {
  const earlier = Map.groupBy(past, ({ ref }) => ref);
  const stood: Entry[] = [];
  for (const entry of entries) {
    if (!isPoint(entry)) stood.push(entry);
    else if (timingOf(entry, dueOf, accepted) !== 'late') stood.push(wordsThen(entry, earlier, dueOf));
  }
  return stood;
}

/** The moment at which each student came to see the others' work, ISO UTC; null where they have not. */
export type SightOf = (participant: ParticipantId) => string | null;

/**
 * The records as each student had written them when they came to see the others' work: what they said later is left
 * out, what they edited since reads as it did. Whoever sees nobody yet, or always did, stands as now.
 */
export function asUnlocked(entries: Iterable<Entry>, past: Iterable<PastValue>, sightOf: SightOf): Entry[] {
  const earlier = Map.groupBy(past, ({ ref }) => ref);
  const stood: Entry[] = [];
  for (const entry of entries) {
    const at = isPoint(entry) ? sightOf(entry.participant) : null;
    if (!isPoint(entry) || at === null) stood.push(entry);
    else if (!isAfter(entry.createdAt ?? entry.value.at, at)) stood.push(wordsAt(entry, earlier, at));
  }
  return stood;
}

/** Was this point changed after it was due, having been there before? */
export function isEditedSince(entry: Entry<Point>, dueOf: DueOf): boolean {
  const due = dueAt(entry, dueOf);
  return due !== null && isEditedAfter(entry, due);
}

function isEditedAfter({ acceptedAt, createdAt }: Entry<Point>, at: string): boolean {
  return Boolean(acceptedAt && createdAt && acceptedAt !== createdAt && isAfter(acceptedAt, at));
}

function wordsThen(
  entry: Entry<Point>,
  earlier: ReadonlyMap<Ref, readonly PastValue[]>,
  dueOf: DueOf,
): Entry {
  const due = dueAt(entry, dueOf);
  return due === null ? entry : wordsAt(entry, earlier, due);
}

function wordsAt(entry: Entry<Point>, earlier: ReadonlyMap<Ref, readonly PastValue[]>, at: string): Entry {
  if (!isEditedAfter(entry, at)) return entry;
  const values = [...(earlier.get(entry.ref) ?? [])].sort((a, b) => compare(a.acceptedAt, b.acceptedAt));
  // What came in late reads as it first did: there is no earlier state of it.
  const then = values.findLast(({ acceptedAt }) => !isAfter(acceptedAt, at)) ?? values[0];
  if (then?.value?.type !== 'point') return entry;
  return { ...entry, value: then.value, acceptedAt: then.acceptedAt };
}

/** Times of different precision compare as moments, not as texts. */
function isAfter(at: string, due: string): boolean {
  return Date.parse(at) > Date.parse(due);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
