// Threads after a change, from those before it: only what the changed records can touch is joined anew, so that one note
// more in a room of ten thousand costs about as much as one in a room of ten. What it gives is what `threadsOf` gives.

import { type Entry, parentOf, type Ref } from '../record.ts';
import { compareRoots, keepUnchanged, postsIn, type Thread, threadsOf } from './thread.ts';

/** Records joined into threads; threads that did not change stay the same objects. */
export type Joined = {
  entries: ReadonlyMap<Ref, Entry>;
  threads: readonly Thread[];
  /** In which thread each post stands, placeholders included. */
  threadOf: ReadonlyMap<Ref, Thread>;
};

/** With more changes than this at once everything is joined anew: it costs no more. */
const mostChanges = 500;

/** Joins `entries`, of which most stood in `before` as the same objects. */
export function joined(entries: ReadonlyMap<Ref, Entry>, before: Joined | null): Joined {
  if (!before) return joinAll(entries, []);
  const changed = changedRefs(before.entries, entries);
  if (changed.length > mostChanges) return joinAll(entries, before.threads);
  if (changed.length === 0) return { ...before, entries };
  const { refs, threads } = touchedBy(changed, before, entries);
  if (refs.size === 0) return { ...before, entries };
  const anew = keepUnchanged([...threads], threadsOf(entriesAbout(refs, entries)));
  const threadOf = new Map(before.threadOf);
  for (const thread of threads) for (const { ref } of postsIn(thread)) threadOf.delete(ref);
  for (const thread of anew) for (const { ref } of postsIn(thread)) threadOf.set(ref, thread);
  const untouched = before.threads.filter((thread) => !threads.has(thread));
  return { entries, threads: [...untouched, ...anew].sort(compareRoots), threadOf };
}

function joinAll(entries: Joined['entries'], before: readonly Thread[]): Joined {
  const threads = keepUnchanged(before, threadsOf(entries.values()));
  const threadOf = new Map<Ref, Thread>();
  for (const thread of threads) for (const { ref } of postsIn(thread)) threadOf.set(ref, thread);
  return { entries, threads, threadOf };
}

function changedRefs(before: Joined['entries'], after: Joined['entries']): Ref[] {
  const changed: Ref[] = [];
  for (const [ref, entry] of after) if (before.get(ref) !== entry) changed.push(ref);
  for (const ref of before.keys()) if (!after.has(ref)) changed.push(ref);
  return changed;
}

/**
 * The threads that a change may give another shape, and every point that may stand in them afterwards: what stood there,
 * and whatever the changed points answer now, up to the first. What was pruned is found on that way, too.
 */
function touchedBy(changed: readonly Ref[], { entries: old, threadOf }: Joined, now: Joined['entries']) {
  const threads = new Set<Thread>();
  const refs = new Set<Ref>();
  const waiting = changed.flatMap((ref) =>
    [old.get(ref), now.get(ref)].flatMap((entry) => subjectOf(entry) ?? []),
  );
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    if (refs.has(ref)) continue;
    refs.add(ref);
    const thread = threadOf.get(ref);
    if (thread && !threads.has(thread)) {
      threads.add(thread);
      for (const post of postsIn(thread)) waiting.push(post.ref);
    }
    for (const entry of [old.get(ref), now.get(ref)]) {
      const parent = entry?.value.type === 'point' ? parentOf(entry.value) : undefined;
      if (parent !== undefined) waiting.push(parent);
    }
  }
  return { threads, refs };
}

/** The points, and what was said about them by records of other types. */
function entriesAbout(refs: ReadonlySet<Ref>, entries: Joined['entries']): Entry[] {
  const about: Entry[] = [];
  for (const entry of entries.values()) {
    const subject = subjectOf(entry);
    if (subject !== undefined && refs.has(subject)) about.push(entry);
  }
  return about;
}

/** Which point a record is, or is about; undefined for those that threads do not show. */
function subjectOf(entry: Entry | undefined): Ref | undefined {
  switch (entry?.value.type) {
    case 'point':
      return entry.ref;
    case 'reaction':
    case 'placing':
      return entry.value.of;
    case 'ruling':
      // Of a person or the whole room: no thread looks different for it.
      return isOfPoint(entry.value.of) ? entry.value.of : undefined;
    default:
      return undefined;
  }
}

function isOfPoint(of: string): of is Ref {
  return of.includes('/');
}
