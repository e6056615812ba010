// The roster as the server answers it, and how a page looks through it.

import * as v from 'valibot';

const canvas = v.object({ id: v.string(), sisUserId: v.string(), sisLoginId: v.string() });

const row = v.object({
  name: v.string(),
  email: v.nullable(v.string()),
  section: v.nullable(v.string()),
  group: v.nullable(v.string()),
  canvas: v.nullable(canvas),
});

export const rosterPreview = v.object({
  people: v.array(row),
  problems: v.array(v.object({ line: v.number(), message: v.string() })),
  known: v.number(),
  passedOver: v.number(),
});
export type RosterPreview = v.InferOutput<typeof rosterPreview>;

export const enrolled = v.object({ added: v.number(), changed: v.number(), joined: v.number() });

/** Someone on the roster, as its page shows them. */
export type RosterPerson = {
  id: string;
  name: string;
  email: string | null;
  section: string | null;
  group: string | null;
  hasJoined: boolean;
  isFromCanvas: boolean;
  /** Their personal link, while they are expected. */
  url: string | null;
};

/** Those in whose name, address, group or section every typed word stands. */
export function rosterFound(people: readonly RosterPerson[], typed: string): readonly RosterPerson[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return people;
  return people.filter((person) => {
    const text = [person.name, person.email, person.section, person.group].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** "30 added, 2 brought up to date; 4 had an account and are in": what enrolling did. */
export function enrolledWords({ added, changed, joined }: v.InferOutput<typeof enrolled>): string {
  const done = [
    ...(added > 0 ? [`${added} added`] : []),
    ...(changed > 0 ? [`${changed} brought up to date`] : []),
  ].join(', ');
  return joined > 0
    ? `${done}; ${joined} had an account and joined at once.`
    : `${done || 'Nothing changed'}.`;
}
