// Pseudonyms: what members of a pseudonymous room call each other. Made from participant ids, which are made for one room,
// so a pseudonym says nothing of the next room. Pure.

import { isInstructor, type Role } from '../permission.ts';
import type { ParticipantId } from '../record.ts';

const firsts =
  'Amber Azure Brisk Bronze Cedar Clear Coral Cosmic Dusky Early Fabled Fair Gentle Golden Hazel Hidden Indigo Ivory Jade Keen Lunar Mellow Misty Noble Ochre Olive Patient Polar Quiet Rapid Rustic Sable Sandy Silver Solar Steady Sunny Teal Umber Velvet Vivid Wandering'.split(
    ' ',
  );
const lasts =
  'Badger Bittern Curlew Dolphin Dormouse Egret Falcon Finch Fox Gannet Hare Heron Ibex Jackdaw Kestrel Kite Lapwing Lark Linnet Lynx Marten Merlin Moth Newt Otter Owl Petrel Pika Plover Puffin Quail Raven Robin Seal Shrew Siskin Sparrow Stoat Swift Tern Thrush Vole Wren'.split(
    ' ',
  );

/** FNV-1a over UTF-16 units: even enough to pick words by, and no secret. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/**
 * One pseudonym for each, none twice. `inOrder`: everyone who ever had a place in the room, by when they came, so that who
 * comes later changes nobody's.
 */
export function pseudonymsOf(inOrder: readonly ParticipantId[]): ReadonlyMap<ParticipantId, string> {
  const count = firsts.length * lasts.length;
  const taken = new Set<number>();
  const names = new Map<ParticipantId, string>();
  for (const id of inOrder) {
    let pick = hash(id) % count;
    while (taken.has(pick) && taken.size < count) pick = (pick + 1) % count;
    const isAgain = taken.has(pick);
    taken.add(pick);
    const name = `${firsts[Math.floor(pick / lasts.length)]} ${lasts[pick % lasts.length]}`;
    names.set(id, isAgain ? `${name} ${names.size + 1}` : name);
  }
  return names;
}

/** May this viewer see this person's real name in a pseudonymous room? Instructors see and show theirs; so does oneself to oneself. */
export function maySeeName(
  viewer: { participant: ParticipantId; role: Role },
  person: { participant: ParticipantId; role: Role },
): boolean {
  return isInstructor(viewer.role) || isInstructor(person.role) || viewer.participant === person.participant;
}
