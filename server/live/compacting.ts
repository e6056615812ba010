// Compaction: a room's document as one snapshot, so that it opens fast, and the log no longer than it must be (DUR6).

import * as Y from 'yjs';
import { dropCompacted, keepSnapshot } from '#lib/data/store/snapshots.ts';
import { reach } from '../failpoints.ts';
import { applyStored, fingerprintOf } from '../room/content.ts';
import type { Room } from '../room/room.ts';

/**
 * Writes a snapshot, reads it back, compares it with memory, and only then drops what it replaces (DUR6). False where the
 * room's document is no more; throws when the snapshot is not whole.
 */
export async function compact(room: Room): Promise<boolean> {
  const seq = room.version;
  const { bytes, fingerprint } = room.encode();
  reach('mid-compaction');
  const kept = await keepSnapshot(room, seq, bytes);
  if (!kept) return false;
  reach('mid-compaction');
  const doc = new Y.Doc();
  applyStored(doc, [kept.update]);
  const isWhole = fingerprintOf(doc) === fingerprint;
  doc.destroy();
  if (!isWhole) throw new Error('the snapshot that was read back differs from memory');
  const isDropped = await dropCompacted(room, seq, kept.hash);
  reach('mid-compaction');
  return isDropped;
}
