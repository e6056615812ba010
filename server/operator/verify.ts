// Reads documents as the next start would, and more: every checksum and hash, every way to load them, whose each struct
// is, and whether the record tables say the same (DUR9). It only looks; mending is for `restore`.

import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { hashOf } from '#lib/data/ids.ts';
import { documentNames, type Holdings, holdingsOf, strayDocuments } from '#lib/data/store/holdings.ts';
import { damageOf } from '#lib/data/store/loading.ts';
import { unpack } from '#lib/data/store/packing.ts';
import { type Ref, refOf } from '#lib/model/record.ts';
import { entriesOf, ownerOfRoot } from '#lib/sync/layers.ts';
import { applyStored, fingerprintOf } from '../room/content.ts';

export type DocumentReport = { document: string; problems: string[] };

/** Checks every document, one after the other; yields a report on each, those without problems included. */
export async function* verifyAll(): AsyncIterable<DocumentReport> {
  for (const name of await documentNames()) {
    const holdings = await holdingsOf(name);
    if (holdings) yield { document: name, problems: problemsOf(holdings) };
  }
  for (const name of await strayDocuments()) {
    yield { document: name, problems: ['rows of it are kept, but the document itself is missing'] };
  }
}

/** What is wrong with one document, in words for the operator; ids and numbers only. */
export function problemsOf(holdings: Holdings): string[] {
  const { document } = holdings;
  const problems = [...storageProblems(holdings)];
  if (document.quarantined_at) problems.unshift(`out of service: ${document.quarantine_reason}`);
  const loaded = load(holdings);
  if (!loaded.ok) return [...problems, ...loaded.problems];
  problems.push(...ownerProblems(holdings, loaded.doc), ...recordProblems(holdings, loaded.doc));
  loaded.doc.destroy();
  return problems;
}

function* storageProblems({ document, log, snapshots, versions }: Holdings): Iterable<string> {
  const seq = Number(document.seq);
  // Where the log begins is checked by loading from each snapshot.
  const damage = damageOf(log, Number(log[0]?.follows ?? 0));
  if (damage) yield damage;
  for (const snapshot of verified(snapshots)) {
    if (hashOf(snapshot.bytes) !== snapshot.hash) yield `snapshot ${snapshot.seq} is damaged`;
  }
  const last = Math.max(0, ...[...log, ...verified(snapshots)].map((row) => Number(row.seq)));
  if (last !== seq) yield `the log ends at ${last}, the document is at ${seq}`;
  const late = versions.filter((version) => Number(version.seq) > seq);
  if (late.length > 0) yield `${late.length} values are newer than the document`;
}

/** A snapshot without its hash was never read back: it is not counted on, here as at a start (DUR6). */
function verified(snapshots: Holdings['snapshots']): Holdings['snapshots'] {
  return snapshots.filter((snapshot) => snapshot.hash !== '');
}

type Loaded = { ok: true; doc: Y.Doc } | { ok: false; problems: string[] };

/** Loads the document from each snapshot and the log after it; all must give the same. */
function load({ log, snapshots }: Holdings): Loaded {
  const starts = verified(snapshots).map((snapshot) => ({
    name: `snapshot ${snapshot.seq}`,
    seq: Number(snapshot.seq),
    kept: [snapshot],
  }));
  // Before the second snapshot nothing was dropped from the log.
  if (starts.length < 2) starts.unshift({ name: 'the log', seq: 0, kept: [] });
  const docs: Y.Doc[] = [];
  const problems: string[] = [];
  for (const { name, seq, kept } of starts) {
    const doc = new Y.Doc();
    try {
      const rest = log.filter((row) => Number(row.seq) > seq);
      const damage = damageOf(rest, seq);
      if (damage) throw new Error(damage);
      applyStored(doc, [...kept, ...rest].map(unpack));
      docs.push(doc);
    } catch (error) {
      problems.push(`does not load from ${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  const [doc] = docs;
  if (new Set(docs.map(fingerprintOf)).size > 1) problems.push('its snapshots and its log disagree');
  return problems.length > 0 || !doc ? { ok: false, problems } : { ok: true, doc };
}

/** Does every struct belong to someone, and stand on that one's layer (GATE2, GATE5)? */
function* ownerProblems({ owners }: Holdings, doc: Y.Doc): Iterable<string> {
  const ownerOf = new Map(owners.map((owner) => [Number(owner.client), owner.participant_id]));
  for (const client of ownerOf.keys()) {
    if (Y.getState(doc.store, client) === 0) yield `client ${client} wrote, and its words are missing`;
  }
  for (const client of doc.store.clients.keys()) {
    if (!ownerOf.has(client)) yield `nobody is known to have written as client ${client}`;
  }
  const layers = new Map([...doc.share].map(([root, type]) => [type as unknown, ownerOfRoot(root)]));
  for (const [client, structs] of doc.store.clients) {
    const owner = ownerOf.get(client);
    // What is deleted and collected has no place any more.
    const strays = structs.filter((one) => one instanceof Y.Item && layers.get(one.parent) !== owner);
    if (owner !== undefined && strays.length > 0)
      yield `client ${client} stands on a layer that is not its own`;
  }
}

/** Do the tables say what the document says, and is each value that stands among those accepted (DUR10)? */
function* recordProblems({ document, records, versions }: Holdings, doc: Y.Doc): Iterable<string> {
  const entries = entriesOf(doc);
  const accepted = new Map(versions.map((version) => [`${version.ref} ${version.seq}`, version.value]));
  for (const row of records) {
    const entry = entries.get(row.ref as Ref);
    entries.delete(row.ref as Ref);
    const standing = row.value === null ? undefined : JSON.parse(row.value);
    if (!isDeepStrictEqual(standing, entry?.value)) yield `the record ${row.ref} is not what the table says`;
    if (row.ref !== refOf(row.participant_id, row.record_id)) yield `the record ${row.ref} is misnamed`;
    if (accepted.get(`${row.ref} ${row.seq}`) !== row.value) {
      yield `the record ${row.ref} stands, but was never accepted`;
    }
    if (Number(row.seq) > Number(document.seq)) yield `the record ${row.ref} is newer than the document`;
  }
  for (const ref of entries.keys()) yield `the record ${ref} is missing from the table`;
}
