// What the groups of an assignment lack of what an instructor said for all. It looks at the copies as they are now, whatever
// was between; writing is for-all.ts's.

import {
  type Copy,
  copiesOf,
  type NoteForAll,
  type RulingOnCopy,
  rulingsOn,
} from '#lib/data/classes/for-all.ts';
import type { AccountId, RoomId } from '#lib/data/ids.ts';
import { type CounterpointRecord, keptRecord, type RecordId, refOf } from '#lib/model/record.ts';

/** A record that is to be written, and where. */
type Owed = { accountId: AccountId; roomId: RoomId; id: RecordId; value: CounterpointRecord };

/** What is to be written, and where, for every room to have the note as it stands, and what is ruled on it to hold there. */
export async function missingOf(note: NoteForAll): Promise<Owed[]> {
  const copies = await copiesOf(note);
  const rulings = await rulingsOn(note, copies);
  return [...wordsMissing(note, copies, rulings), ...rulingsMissing(note, copies, rulings)];
}

/** The last that was accepted anywhere stands everywhere; what was erased anywhere is written nowhere again. */
function wordsMissing(note: NoteForAll, copies: readonly Copy[], rulings: readonly RulingOnCopy[]): Owed[] {
  if (rulings.some(({ value }) => value.act === 'erase')) return [];
  const standing = copies.filter(({ json }) => json !== null);
  const newest = standing.sort((a, b) => (a.acceptedAt < b.acceptedAt ? 1 : -1))[0]?.json;
  if (!newest) return [];
  const value = keptRecord(newest);
  return copies
    .filter(({ json }) => json !== newest)
    .map(({ roomId }) => ({ accountId: note.accountId, roomId, id: note.recordId, value }));
}

/**
 * What was erased anywhere is erased everywhere. Of hiding and showing, what was ruled last in any room holds in all: it is
 * said in each whose own last ruling says otherwise, be it that a copy of an earlier one came in after it.
 */
function rulingsMissing(
  { recordId }: NoteForAll,
  copies: readonly Copy[],
  rulings: readonly RulingOnCopy[],
): Owed[] {
  const isErasing = ({ value }: RulingOnCopy) => value.act === 'erase';
  const erasing = firstOf(rulings.filter(isErasing));
  const holding = firstOf(rulings.filter((ruling) => !isErasing(ruling))).at(-1);
  return copies.flatMap(({ roomId, participant, json }) => {
    if (participant === null || json === null) return [];
    const here = rulings.filter((ruling) => ruling.roomId === roomId);
    const missing = erasing.filter((ruling) => !here.some((known) => nameOf(known) === nameOf(ruling)));
    const actHere = here.findLast((ruling) => !isErasing(ruling))?.value.act ?? 'show';
    if (holding && holding.value.act !== actHere)
      missing.push({ ...holding, recordId: freeId(holding, here) });
    return missing.map((ruling) => ({
      accountId: ruling.accountId,
      roomId,
      id: ruling.recordId,
      value: { ...ruling.value, of: refOf(participant, recordId) },
    }));
  });
}

/** A ruling keeps its author and id in every room; where it has to be said once more, a number is added to it. */
const again = ':again:';

const nameOf = ({ accountId, recordId, value }: RulingOnCopy) =>
  `${accountId} ${recordId.split(again)[0]} ${value.act}`;

/** Each as it was first made, in that order: all others of its name are copies. */
function firstOf(rulings: readonly RulingOnCopy[]): RulingOnCopy[] {
  const first = new Map<string, RulingOnCopy>();
  for (const ruling of rulings) if (!first.has(nameOf(ruling))) first.set(nameOf(ruling), ruling);
  return [...first.values()];
}

/** Rulings are never changed, so the same one comes under another id where the room has it already. */
function freeId(ruling: RulingOnCopy, here: readonly RulingOnCopy[]): RecordId {
  const count = here.filter((known) => nameOf(known) === nameOf(ruling)).length;
  return count === 0 ? ruling.recordId : `${ruling.recordId}${again}${count + 1}`;
}
