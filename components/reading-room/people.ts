// Who a participant is on screen: name, initials and a hue that stays theirs. Names come from the roster, never from records.

import type { Role } from '#lib/model/permission.ts';
import type { ParticipantId } from '#lib/model/record.ts';

export type Person = {
  id: ParticipantId;
  name: string;
  role: Role;
  kind: 'member' | 'guest';
  removed: boolean;
};

export type People = ReadonlyMap<ParticipantId, Person>;

export function peopleById(people: readonly Person[]): People {
  return new Map(people.map((person) => [person.id, person]));
}

/** The name to show; those whom the roster does not name yet are someone all the same. */
export function nameOf(people: People, id: ParticipantId): string {
  return people.get(id)?.name ?? 'Someone';
}

/** The first letters of the first and the last word of a name, or its first two. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = (word: string) => [...word.replace(/^[^\p{L}\p{N}]+/u, '')];
  const first = letters(words[0] ?? '?');
  const last = words.length > 1 ? letters(words.at(-1) ?? '')[0] : first[1];
  return `${first[0] ?? '?'}${last ?? ''}`.toLocaleUpperCase();
}

/** A hue in degrees, the same for one participant on every screen. */
export function hueOf(id: ParticipantId): number {
  let hash = 2166136261;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619);
  // Steps of fifteen degrees: neighbours are either the same hue or clearly apart.
  return ((hash >>> 0) % 24) * 15;
}
