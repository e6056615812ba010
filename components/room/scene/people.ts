// Who a participant is on screen. Names come from the roster, never from records.

import type { Role } from '#lib/model/permission.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import type { Seat } from '#lib/model/round/rule.ts';

export type Person = {
  id: ParticipantId;
  name: string;
  role: Role;
  kind: 'member' | 'guest' | 'imported';
  removed: boolean;
} & Seat;

export type People = ReadonlyMap<ParticipantId, Person>;

export function peopleById(people: readonly Person[]): People {
  return new Map(people.map((person) => [person.id, person]));
}

/** The name to show; those whom the roster does not name yet are someone all the same. */
export function nameOf(people: People, id: ParticipantId): string {
  return people.get(id)?.name ?? 'Someone';
}
