// What a note said before it was changed, and where it stood (U16): the versions that the log kept, with the server's times.
// Nothing leaves that its reader could not see standing: not what is blind, hidden, erased or taken back.

import { privateDocument, roomDocument } from '#lib/model/document.ts';
import { isInstructor } from '#lib/model/permission.ts';
import {
  type CounterpointRecord,
  type Entry,
  isRuling,
  type Point,
  parseRecord,
  partsOf,
  type Ref,
} from '#lib/model/record.ts';
import { lastRulings, ruledBy } from '#lib/model/ruling.ts';
import type { Version } from '#lib/model/threads/history.ts';
import { inOrder } from '#lib/model/threads/thread.ts';
import type { RoomAccess } from '../spaces/access.ts';
import { database } from '../store/database.ts';
import { participantsOf } from './rooms.ts';

/** Every version of a note of the room, or of one's own notes to oneself, the oldest first. */
export async function versionsOf(
  access: RoomAccess,
  ref: Ref,
): Promise<{ ok: true; versions: Version[] } | { ok: false; reason: 'no-such-note' }> {
  const { participant } = partsOf(ref);
  const seen = new Set((await participantsOf(access)).map(({ id }) => id));
  if (!seen.has(participant)) return { ok: false, reason: 'no-such-note' };
  const isOwn = participant === access.participant;
  const documents = [roomDocument(access.room.id)];
  if (isOwn) documents.push(privateDocument(access.room.id, access.participant));
  const entries = (await entriesAbout(documents, ref)).filter(({ participant: by }) => seen.has(by));
  if (!maySee(access, entries, ref)) return { ok: false, reason: 'no-such-note' };
  const versions = [...(await pointVersions(documents, ref)), ...entries.flatMap(placingOf)];
  return { ok: true, versions: versions.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) };
}

/** The note as it stands, and what was ruled on it and where it was placed. */
async function entriesAbout(documents: readonly string[], ref: Ref): Promise<Entry[]> {
  const rows = await database()
    .read.selectFrom('record')
    .select(['ref', 'participant_id', 'record_id', 'value', 'created_seq', 'accepted_at'])
    .where('document', 'in', documents)
    // The name is looked for as it stands in JSON; what else it finds is left out below.
    .where((eb) => eb.or([eb('ref', '=', ref), eb('value', 'like', `%"of":"${ref}"%`)]))
    .execute();
  return rows.flatMap((row) => {
    const value = recordIn(row.value);
    if (!value || (row.ref !== ref && !('of' in value && value.of === ref))) return [];
    return [
      {
        ref: row.ref as Ref,
        participant: row.participant_id,
        id: row.record_id,
        value,
        seq: Number(row.created_seq),
        acceptedAt: row.accepted_at,
      },
    ];
  });
}

function maySee(access: RoomAccess, entries: readonly Entry[], ref: Ref): boolean {
  const note = entries.find((entry) => entry.ref === ref)?.value;
  if (note?.type !== 'point') return false;
  const rulings = lastRulings(entries.filter(isRuling).sort(inOrder));
  if (ruledBy(rulings, 'erase', ref)) return false;
  const isOwn = partsOf(ref).participant === access.participant;
  if (note.withdrawn) return isOwn;
  return isOwn || isInstructor(access.role) || !ruledBy(rulings, 'hide', ref);
}

async function pointVersions(documents: readonly string[], ref: Ref): Promise<Version[]> {
  const rows = await database()
    .read.selectFrom('record_version')
    .select(['value', 'accepted_at'])
    .where('document', 'in', documents)
    .where('ref', '=', ref)
    .orderBy('seq')
    .execute();
  const by = partsOf(ref).participant;
  return rows.flatMap((row) => {
    const value = recordIn(row.value);
    return value?.type === 'point' ? [{ at: row.accepted_at, by, ...sayingOf(value) }] : [];
  });
}

function sayingOf({ body, anchor, withdrawn }: Point): Omit<Version, 'at' | 'by'> {
  if (withdrawn) return { withdrawn };
  return { ...(body !== undefined && { body }), ...(anchor && { quote: anchor.quote }) };
}

function placingOf({ participant: by, value, acceptedAt: at = '' }: Entry): Version[] {
  if (value.type !== 'placing') return [];
  return [{ at, by, placed: true, ...(value.anchor && { quote: value.anchor.quote }) }];
}

function recordIn(json: string | null): CounterpointRecord | null {
  const parsed = parseRecord(JSON.parse(json ?? 'null'));
  return parsed.ok ? parsed.value : null;
}
