// What others just said, for those who cannot see it appear: gathered while it keeps coming, then said once (U26).

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Manners } from '#lib/model/manners.ts';
import type { ParticipantId, Ref } from '#lib/model/record.ts';
import { type Post, postsIn, type Thread } from '#lib/model/threads/thread.ts';
import type { People } from '../scene/people.ts';
import { spokenName } from '../thread/conversation.ts';
import { useVoice, type Voice } from '../thread/voice.ts';

const quietMs = 1500;
/** However much keeps coming, what came first is not kept waiting longer. */
const longestMs = 10_000;

type Words = ReturnType<typeof useTranslations<'room.announce'>>;
type Said = { post: Post; parent?: Post };
/** What was there already; of threads, those that have not changed since. */
type Known = { posts: Set<Ref>; threads: WeakSet<Thread> };

/** Is this what someone wants to be told of: everything, what answers them, or nothing? */
export function isWanted({ parent }: Said, wanted: Manners['announcements'], me: ParticipantId): boolean {
  if (wanted === 'all') return true;
  return wanted === 'replies' && parent?.entry?.participant === me;
}

/** The sentence for new posts by others: one by name, several by number. */
export function announcementOf(posts: readonly Said[], people: People, t: Words, voice: Voice): string {
  const [only] = posts;
  if (!only) return '';
  if (posts.length > 1) return t('several', { count: posts.length });
  const { post, parent } = only;
  if (!parent) return t('note', { words: spokenName(post, people, { index: 0, count: 1 }, voice) });
  const place = { parent, index: parent.answers.indexOf(post), count: parent.answers.length };
  return t('reply', { words: spokenName(post, people, place, voice) });
}

export function useAnnouncements(
  threads: readonly Thread[],
  people: People,
  me: ParticipantId,
  isReady: boolean,
  wanted: Manners['announcements'],
): string {
  const t = useTranslations('room.announce');
  const voice = useVoice();
  const known = useRef<Known | null>(null);
  const waiting = useRef<Said[]>([]);
  const since = useRef(0);
  const [words, setWords] = useState('');

  useEffect(() => {
    if (!isReady) return;
    // What was there when one came is not news.
    const isFirst = known.current === null;
    known.current ??= { posts: new Set(), threads: new WeakSet() };
    const news: Said[] = [];
    for (const thread of threads) collectNew(thread, known.current, isFirst ? null : news, me);
    const told = news.filter((said) => isWanted(said, wanted, me));
    if (waiting.current.length === 0) since.current = Date.now();
    // The same sentence twice in a row is spoken twice only if it was gone between.
    if (told.length > 0) setWords('');
    waiting.current.push(...told);
    if (waiting.current.length === 0) return;
    const timer = setTimeout(
      () => {
        setWords(announcementOf(waiting.current, people, t, voice));
        waiting.current = [];
      },
      Math.max(0, Math.min(quietMs, since.current + longestMs - Date.now())),
    );
    return () => clearTimeout(timer);
  }, [threads, people, me, isReady, wanted, t, voice]);
  return words;
}

function collectNew(thread: Thread, known: Known, news: Said[] | null, me: ParticipantId): void {
  if (known.threads.has(thread)) return;
  known.threads.add(thread);
  const parents = new Map<Ref, Post>();
  for (const post of postsIn(thread)) {
    for (const answer of post.answers) parents.set(answer.ref, post);
    if (!post.entry || known.posts.has(post.ref)) continue;
    known.posts.add(post.ref);
    const parent = parents.get(post.ref);
    if (news && post.entry.participant !== me) news.push({ post, ...(parent ? { parent } : {}) });
  }
}
