// A room made from an archive: its text as a new reading, its people as imported ones, and its records said again in
// their order, so that it has the same words and the same past. The archive is read by lib/exchange.

import { isForAll } from '#lib/model/classes/for-all.ts';
import { renamed } from '#lib/model/imported.ts';
import type { Role } from '#lib/model/permission.ts';
import {
  type CounterpointRecord,
  type ParticipantId,
  parseRecord,
  type RecordId,
} from '#lib/model/record.ts';
import { cleanLine, maxNameLength } from '#lib/model/text/text.ts';
import type { RoomId } from '../ids.ts';
import type { Identity } from '../people/identity.ts';
import { settings } from '../settings.ts';
import { enterRoom, type SpaceAccess } from '../spaces/access.ts';
import { placesFor } from './importing.ts';
import { parseReadingText } from './reading-text.ts';
import { keepReading, newestEdition } from './readings.ts';
import { makeRoom } from './rooms.ts';
import { type WriteProgress, type WriteRefusal, type Writing, writeRecords } from './writing.ts';

export type RoomArchive = {
  room: { title: string; kind: 'seminar' | 'debate' };
  reading: { id: string; edition: string; text: unknown };
  people: readonly { id: ParticipantId; name: string; role: Role }[];
  replay: readonly { participant: ParticipantId; id: RecordId; value: unknown }[];
};

type Made = { ok: true; roomId: RoomId; written: number; report: string[] };
export type ArchiveRefusal =
  | { ok: false; reason: 'invalid'; message: string }
  | { ok: false; reason: 'not-allowed' }
  | (WriteRefusal & { roomId: RoomId });

/** Makes a room of this space from an archive; nothing is made of one that cannot be read whole. */
export async function makeRoomFrom(
  identity: Identity,
  space: SpaceAccess,
  archive: RoomArchive,
  progress: WriteProgress = {},
): Promise<Made | ArchiveRefusal> {
  const text = parseReadingText(archive.reading.text, settings().limits);
  if (!text.ok) return { ok: false, reason: 'invalid', message: `${text.detail}. Nothing was made.` };
  const { values, report } = valuesIn(archive);
  const kept = await keepReading(space, text.text);
  if (!kept.ok) return kept;
  const made = await makeRoom(space, {
    readingId: kept.reading.id,
    title: archive.room.title,
    kind: archive.room.kind,
  });
  if (!made.ok) return { ok: false, reason: 'not-allowed' };
  const entered = await enterRoom(identity, made.id);
  if (!entered.ok) return { ok: false, reason: 'not-allowed' };
  const arriving = archive.people.map(({ id, name, role }) => ({ key: id, name: importedName(name), role }));
  const given = await placesFor(entered.access, arriving);
  if (!given.ok) return given;
  const edition = (await newestEdition(kept.reading.id))?.edition ?? kept.reading.edition;
  const ids = new Map([
    ...given.places,
    [archive.reading.id, kept.reading.id],
    [archive.reading.edition, edition],
  ]);
  const outcome = await writeRecords(
    identity,
    entered.access,
    values.map((value) => renamedWriting(value, ids)),
    progress,
  );
  if (!outcome.ok) return { ...outcome, roomId: made.id };
  return { ok: true, roomId: made.id, written: outcome.written, report };
}

/** As others read it: whoever is named in an archive was never here. */
function importedName(name: string): string {
  const suffix = ', imported from an archive';
  if (name.endsWith(suffix)) return name;
  return (
    cleanLine(name)
      .slice(0, maxNameLength - suffix.length)
      .toWellFormed()
      .trim() + suffix
  );
}

/** Every value that this version knows, on the layers of people who are named. */
function valuesIn({ people, replay }: RoomArchive): { values: Writing[]; report: string[] } {
  const named = new Set(people.map(({ id }) => id));
  const values: Writing[] = [];
  let unknown = 0;
  for (const { participant, id, value } of replay) {
    const record = recordIn(value);
    if (record === undefined || !named.has(participant)) unknown++;
    else values.push({ participant, id, value: record });
  }
  const report =
    unknown === 0
      ? []
      : [
          `${unknown} ${unknown === 1 ? 'value is' : 'values are'} of a kind that this version does not know, and left out.`,
        ];
  return { values, report };
}

function recordIn(value: unknown): CounterpointRecord | null | undefined {
  if (value === null) return null;
  const parsed = parseRecord(value);
  if (!parsed.ok) return undefined;
  if (!isForAll(parsed.value)) return parsed.value;
  // Where it arrives there are no other groups.
  const { forAll: _, ...note } = parsed.value;
  return note;
}

function renamedWriting({ participant, id, value }: Writing, ids: ReadonlyMap<string, string>): Writing {
  const [name, record] = renamed([id, value], ids) as [RecordId, CounterpointRecord | null];
  return { participant: ids.get(participant) ?? participant, id: name, value: record };
}
