// Names while grading: hidden, students are numbered, in an order that says nothing about who they are and stays the
// same for as long as the class does.

import { type People, peopleById } from '#components/room/scene/people.ts';
import type { Locale } from '#lib/model/manners.ts';
import { nameOrder } from '#lib/model/name-order.ts';
import type { ParticipantId } from '#lib/model/record.ts';

/** Everyone, with the students' names replaced by numbers; `numbered` says them. */
export function withoutNames(
  people: People,
  students: readonly ParticipantId[],
  numbered: (number: number) => string,
): People {
  const hidden = new Map(people);
  for (const [i, id] of students.toSorted((a, b) => scrambled(a) - scrambled(b)).entries()) {
    const person = people.get(id);
    if (person) hidden.set(id, { ...person, name: numbered(i + 1) });
  }
  return peopleById([...hidden.values()], people.unnamed);
}

/** Students in the order of their names, hidden or not. */
export function byName(people: People, students: readonly ParticipantId[], locale: Locale): ParticipantId[] {
  const inOrder = nameOrder(locale);
  const nameOf = (id: ParticipantId) => people.get(id)?.name ?? '';
  return students.toSorted((a, b) => inOrder(nameOf(a), nameOf(b)));
}

/** FNV-1a: ids are random, but those made together begin alike. */
function scrambled(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
