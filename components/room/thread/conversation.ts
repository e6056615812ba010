// How a post is named aloud and what stands in for words that are not shown. Pure; threads and cards both ask here.

import type { Entry, ParticipantId, Ruling } from '#lib/model/record.ts';
import { isTombstone, type Post } from '#lib/model/threads/thread.ts';
import { dateFormat } from '#lib/words/dates.ts';
import { nameOf, type People } from '../scene/people.ts';
import type { Voice } from './voice.ts';

export type PlaceInThread = { parent?: Post; index: number; count: number };

/** "Chidi R. disagrees with Ada O., reply 1 of 2, level 2"; a first point is named by its kind. */
export function spokenName(
  post: Post,
  people: People,
  { parent, index, count }: PlaceInThread,
  voice: Voice,
): string {
  const { t, answers } = voice;
  const name = authorOf(post, people);
  if (!parent) {
    if (post.stance) return t(`toReading.${post.stance}`, { name });
    return t(`first.${post.entry?.value.kind ?? 'none'}`, { name });
  }
  const said = answers(post.stance ?? 'none', { who: name, whom: authorOf(parent, people) });
  return t('reply', { said, index: index + 1, count, level: post.level + 1 });
}

export function authorOf({ entry }: Post, people: People): string {
  return entry ? nameOf(people, entry.participant) : people.unnamed.someone;
}

/** Why a post's words are not shown; null where they are. Instructors and its author still see what is hidden. */
export function silenceOf(
  post: Post,
  people: People,
  { isStaff, me }: { isStaff: boolean; me: ParticipantId },
  voice: Voice,
): string | null {
  const { t } = voice;
  if (!post.entry) return t('unshown');
  const isMine = post.entry.participant === me;
  if (post.erasedBy) return erasedWords(post.erasedBy, people, isStaff || isMine, voice);
  if (isTombstone(post)) return t('withdrawn', { who: nameOf(people, post.entry.participant) });
  return post.hiddenBy && !isStaff && !isMine ? hiddenWords(post.hiddenBy, people, voice) : null;
}

/** Who hid it and why: said in the place of its words, and to its author and the instructors above them. */
export function hiddenWords({ participant, value }: Entry<Ruling>, people: People, { t }: Voice): string {
  const { reason } = value;
  const who = nameOf(people, participant);
  return reason ? t('hiddenFor', { who, reason }) : t('hidden', { who });
}

// In UTC: the server that renders the page knows no other days.
const daysOfErasing = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;

/** Who erased it and when; why is between its author and the instructors, for the reason may say what must not be kept. */
function erasedWords(
  { participant, value, createdAt }: Entry<Ruling>,
  people: People,
  saysWhy: boolean,
  { locale, t }: Voice,
): string {
  const { at, reason } = value;
  const day = dateFormat(locale, daysOfErasing).format(new Date(createdAt ?? at));
  const who = nameOf(people, participant);
  return saysWhy && reason ? t('erasedFor', { who, day, reason }) : t('erased', { who, day });
}

/** Did this person give this reaction? */
export function hasGiven(given: readonly ParticipantId[] | undefined, me: ParticipantId): boolean {
  return given?.includes(me) ?? false;
}
