// Partners' changes: what a side makes of its own points. A revision counts where its editor is on the side of the
// point's author, and until the author writes the point anew; the original stays under its author's name.

import type { Card, Entry, ParticipantId, Point, RecordId, Ref, Revision } from '../record.ts';
import { inOrder } from '../threads/thread.ts';

/** A point as its side has it. */
export type Revised = {
  point: Point;
  /** Whose changes it carries, in the order of the first. */
  editors: readonly ParticipantId[];
  isStruck: boolean;
};

/** The id under which someone revises a point: one record a person and point, so that the last says all of theirs. */
export function revisionId(of: Ref): RecordId {
  return `revision:${of}`;
}

/** The revisions of each point, in the server's order. */
export function revisionsOf(entries: Iterable<Entry>): Map<Ref, Entry<Revision>[]> {
  const all: Entry<Revision>[] = [];
  for (const entry of entries) if (entry.value.type === 'revision') all.push(entry as Entry<Revision>);
  return Map.groupBy(all.sort(inOrder), ({ value }) => value.of);
}

/** Applies what counts of these revisions to a point; `sideOf` tells whose side someone is on. */
export function revised(
  entry: Entry<Point>,
  revisions: readonly Entry<Revision>[] | undefined,
  sideOf: (participant: ParticipantId) => string | null | undefined,
): Revised {
  const side = sideOf(entry.participant);
  const counting = (revisions ?? []).filter(
    (one) => side && sideOf(one.participant) === side && !isOlder(one, entry),
  );
  let { value: point } = entry;
  let isStruck = false;
  const editors = new Set<ParticipantId>();
  for (const { participant, value } of counting) {
    if (value.body !== undefined) point = { ...point, body: value.body };
    if (value.moved) point = movedTo(point, value.moved);
    if (value.struck !== undefined) isStruck = value.struck;
    if (value.card && point.card) point = { ...point, card: recut(point.card, value.card) };
    if (value.body !== undefined || value.moved || value.struck || value.card) editors.add(participant);
  }
  return { point, editors: [...editors], isStruck };
}

/** A card as a partner has it: another tag, cite or marks on the same words. */
function recut(card: Card, { tag, cite, marks }: NonNullable<Revision['card']>): Card {
  return { ...card, tag: tag ?? card.tag, cite: cite ?? card.cite, marks: marks ?? card.marks };
}

/** A point put elsewhere on the flow: another speech, sheet or row, or under another argument. */
export function movedTo(point: Point, moved: NonNullable<Revision['moved']>): Point {
  const { under, ...place } = moved;
  if (under === undefined) return { ...point, ...place };
  const [first, ...rest] = point.links ?? [];
  if (under === null) {
    const { links: _, ...alone } = point;
    return { ...alone, ...place, ...(rest.length > 0 ? { links: rest } : {}) };
  }
  return { ...point, ...place, links: [{ stance: first?.stance ?? 'rebuts', to: under }, ...rest] };
}

/** Was this written before the author's present words? What is not accepted yet is newest. */
function isOlder(revision: Entry<Revision>, { acceptedAt }: Entry<Point>): boolean {
  if (revision.acceptedAt === undefined) return false;
  return acceptedAt === undefined || revision.acceptedAt < acceptedAt;
}
