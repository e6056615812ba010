// How a post is named aloud and what stands in for words that are not shown. Pure; threads and cards both ask here.

import type { Entry, ParticipantId, Ruling } from '#lib/model/record.ts';
import { isTombstone, type Post } from '#lib/model/threads/thread.ts';
import { nameOf, type People } from '../scene/people.ts';
import { kindLooks, stanceLooks } from '../scene/stances.ts';

export type PlaceInThread = { parent?: Post; index: number; count: number };

/** "Chidi R. disagrees with Ada O., reply 1 of 2, level 2"; a first point is named by its kind. */
export function spokenName(post: Post, people: People, { parent, index, count }: PlaceInThread): string {
  const name = authorOf(post, people);
  if (!parent) {
    const kind = post.entry ? kindLooks[post.entry.value.kind].label.toLowerCase() : 'note';
    const words = post.stance ? `${stanceLooks[post.stance].between} the reading` : kind;
    return `${name}: ${words}`;
  }
  const between = post.stance ? stanceLooks[post.stance].between : 'answers';
  return `${name} ${between} ${authorOf(parent, people)}, reply ${index + 1} of ${count}, level ${post.level + 1}`;
}

export function authorOf(post: Post, people: People): string {
  return post.entry ? nameOf(people, post.entry.participant) : 'Someone';
}

/** Why a post's words are not shown; null where they are. Instructors and its author still see what is hidden. */
export function silenceOf(
  post: Post,
  people: People,
  { isStaff, me }: { isStaff: boolean; me: ParticipantId },
): string | null {
  if (!post.entry) return 'This note cannot be shown to you.';
  const isMine = post.entry.participant === me;
  if (post.erasedBy) return erasedWords(post.erasedBy, people, isStaff || isMine);
  if (isTombstone(post)) return `${nameOf(people, post.entry.participant)} took this note back.`;
  return post.hiddenBy && !isStaff && !isMine ? hiddenWords(post.hiddenBy, people) : null;
}

/** Who hid it and why: said in the place of its words, and to its author and the instructors above them. */
export function hiddenWords({ participant, value }: Entry<Ruling>, people: People): string {
  return `Hidden from members by ${nameOf(people, participant)}${value.reason ? `: ${value.reason}` : '.'}`;
}

/** Who erased it and when; why is between its author and the instructors, for the reason may say what must not be kept. */
function erasedWords(
  { participant, value, createdAt }: Entry<Ruling>,
  people: People,
  saysWhy: boolean,
): string {
  // In UTC: the server that renders the page knows no other days.
  const day = new Date(createdAt ?? value.at).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const why = saysWhy && value.reason ? `: ${value.reason}` : '.';
  return `Erased by ${nameOf(people, participant)} on ${day}${why}`;
}

/** Did this person give this reaction? */
export function hasGiven(given: readonly ParticipantId[] | undefined, me: ParticipantId): boolean {
  return given?.includes(me) ?? false;
}
