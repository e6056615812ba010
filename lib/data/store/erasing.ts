// Putting a document in the place of what it was, with nothing of its history left: for words that must not be kept.

import type { CounterpointRecord, ParticipantId, Ref } from '#lib/model/record.ts';
import { newId } from '../ids.ts';
import { all, database, first, type Transaction } from './database.ts';
import { logBytes, StaleSequence } from './log.ts';
import { oweScrub } from './scrubbing.ts';

export type Replacement = {
  name: string;
  /** Where the document stood when it was read: nothing may have been written since. */
  seq: number;
  /** The document as it is from now on, as one update. */
  bytes: Uint8Array;
  owners: { client: number; participant: ParticipantId }[];
  /** What stands for each erased record, in every version it ever had; null where nothing does. */
  changes: { ref: Ref; value: CounterpointRecord | null }[];
};

/**
 * Writes the replacement over the log, the snapshots and the erased records' whole history, in one transaction, and owes a
 * scrub of the files. Throws `StaleSequence` when someone wrote meanwhile: read again.
 */
export async function replaceDocument(replacement: Replacement): Promise<void> {
  await database().write(() => replace(replacement));
}

function* replace({ name, seq, bytes, owners, changes }: Replacement): Transaction<void> {
  const { build } = database();
  const at = new Date().toISOString();
  const next = seq + 1;
  const moved = yield* first(
    build
      .updateTable('document')
      .set({ lineage: newId(), seq: next, size_bytes: bytes.length })
      .where('name', '=', name)
      .where('seq', '=', seq)
      .returning('name'),
  );
  if (!moved) throw new StaleSequence(name);
  for (const table of ['log', 'snapshot', 'client_owner'] as const)
    yield* all(build.deleteFrom(table).where('document', '=', name));
  yield* all(
    build
      .insertInto('log')
      .values({ document: name, seq: next, follows: 0, ...logBytes(bytes), accepted_at: at }),
  );
  for (const { client, participant } of owners)
    yield* all(
      build
        .insertInto('client_owner')
        .values({ document: name, client, participant_id: participant, claimed_at: at }),
    );
  for (const { ref, value } of changes) yield* empty(name, ref, value && JSON.stringify(value));
  yield* oweScrub();
}

function* empty(document: string, ref: Ref, value: string | null): Transaction<void> {
  const { build } = database();
  for (const table of ['record', 'record_version'] as const)
    yield* all(
      build.updateTable(table).set({ value }).where('document', '=', document).where('ref', '=', ref),
    );
}
