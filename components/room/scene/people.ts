// Who a participant is on screen. Names come from the roster, never from records.

import type { Role } from '#lib/model/permission.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import type { Seat } from '#lib/model/round/rule.ts';
import { type NameOf, shownWords } from '#lib/model/threads/mention.ts';

export type Person = {
  id: ParticipantId;
  name: string;
  role: Role;
  kind: 'member' | 'guest' | 'imported';
  removed: boolean;
} & Seat;

/** What one is called whom the roster does not name: in place of the name, and where a note mentions them. */
export type Unnamed = { someone: string; mentioned: string };

export type People = ReadonlyMap<ParticipantId, Person> & { readonly unnamed: Unnamed };

export function peopleById(people: readonly Person[], unnamed: Unnamed): People {
  return Object.assign(new Map(people.map((person) => [person.id, person])), { unnamed });
}

/** The name to show; those whom the roster does not name yet are someone all the same. */
export function nameOf(people: People, id: ParticipantId): string {
  return people.get(id)?.name ?? people.unnamed.someone;
}

/** As long as the ids we make: what is shorter was typed by someone. */
const wholeIdLength = 16;

/** The name in a mention; whom one may not know by name is someone, and what names nobody stays as it was typed. */
export function mentionedName(people: People): NameOf {
  return (id) => people.get(id)?.name ?? (id.length >= wholeIdLength ? people.unnamed.mentioned : undefined);
}

/** A note's words as they are read, names in the place of mentions. */
export function readable(people: People, words: string): string {
  return shownWords(words, mentionedName(people));
}

/** Who can be mentioned: everyone with a place here whom one sees, but oneself and authors of what was brought in. */
export function mentionable(people: People, me: ParticipantId): Person[] {
  return [...people.values()].filter(({ id, kind, removed }) => id !== me && kind !== 'imported' && !removed);
}
