// The offline copy of one document, kept by y-indexeddb with the lineage of the server's document it is a copy of.
// A copy without a lineage never finished its first sync, and counts as none (DUR8).

import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import type { DocumentName } from '#lib/model/document.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import { within } from './disk.ts';

export type DocumentCache = {
  /** The lineage kept with the copy; null where there is no copy yet. */
  readonly lineage: string | null;
  keepLineage(lineage: string): Promise<void>;
  /** Stops keeping; what is kept stays. */
  close(): Promise<void>;
  /** Stops keeping and deletes what is kept. */
  drop(): Promise<void>;
};

/** Loads what is kept into `doc` and goes on keeping; resolves once loaded. */
export type OpenCache = (name: string, doc: Y.Doc) => Promise<DocumentCache>;

/** Two people may share a computer, so the name carries the participant. */
export function cacheName(document: DocumentName, participant: ParticipantId): string {
  return `counterpoint/${document}/${participant}`;
}

const lineageKey = 'lineage';
/** A cache that takes longer is left alone: the server has everything it holds but the outbox, kept elsewhere. */
const loadMs = 4000;

/** y-indexeddb's cache; one that keeps nothing where the database does not answer. */
export const openBrowserCache: OpenCache = async (name, doc) => {
  const persistence = new IndexeddbPersistence(name, doc);
  try {
    const lineage = await within(loadMs, load(persistence));
    return persistentCache(persistence, lineage);
  } catch {
    // The document then comes from the server alone.
    persistence.destroy().catch(() => {
      // It never opened, so there is nothing to close.
    });
    return openNoCache(name, doc);
  }
};

/** `whenSynced` never settles when the database does not open: `_db` tells that. */
async function load(persistence: IndexeddbPersistence): Promise<string | null> {
  const db = await persistence._db;
  const stop = () => void persistence.destroy();
  // Another tab deleted this cache, or the browser cleared it: writing on would throw inside Yjs' transactions.
  db.addEventListener('versionchange', stop);
  db.addEventListener('close', stop);
  await persistence.whenSynced;
  const kept: unknown = await persistence.get(lineageKey);
  return typeof kept === 'string' ? kept : null;
}

function persistentCache(persistence: IndexeddbPersistence, lineage: string | null): DocumentCache {
  return {
    lineage,
    async keepLineage(value) {
      try {
        await persistence.set(lineageKey, value);
      } catch {
        // Storage was cleared meanwhile; the next visit begins without a copy.
      }
    },
    close: () => persistence.destroy(),
    async drop() {
      await persistence.destroy();
      // Opening the same name again queues behind the deletion, so nobody need wait for it.
      indexedDB.deleteDatabase(persistence.name);
    },
  };
}

/** Keeps nothing: for devices that keep nothing. */
export const openNoCache: OpenCache = async () => ({
  lineage: null,
  keepLineage: async () => {},
  close: async () => {},
  drop: async () => {},
});
