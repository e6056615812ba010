// An archive of a room on its way in: unpacked within limits, checked against its manifest, and laid out in the order in
// which its records were said. What becomes of it is lib/data's (archive-room.ts).

import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import * as v from 'valibot';
import { roles } from '#lib/model/permission.ts';
import {
  isRecordId,
  type ParticipantId,
  parseRecord,
  partsOf,
  type RecordId,
  type Ref,
} from '#lib/model/record.ts';
import { keptRoomSettings, type RoomSettings } from '#lib/model/room-settings.ts';
import { roundParts, type Seat } from '#lib/model/round/rule.ts';
import { type ArchiveFile, archiveFiles, archiveFormat, archiveVersion } from './archive-files.ts';
import type { NotRead } from './incoming.ts';

/** What an archive may unpack to: a room's document is at most 50 MB, and its past some of it again. */
const maxUnpackedBytes = 256 << 20;

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/, 'not an id of ours'));
const ref = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{8,64}\//),
  v.check((text) => isRecordId(text.slice(text.indexOf('/') + 1))),
) as unknown as v.GenericSchema<string, Ref>;
const time = v.pipe(v.string(), v.isoTimestamp());
const side = v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/))), null);
const person = v.looseObject({
  id,
  name: v.pipe(v.string(), v.maxLength(200)),
  role: v.picklist(roles),
  side,
  part: v.optional(v.nullable(v.picklist(roundParts)), null),
});
const kept = v.looseObject({
  ref,
  value: v.unknown(),
  seq: v.optional(v.number(), 0),
  createdAt: v.optional(time),
  acceptedAt: v.optional(time),
  side,
});
const past = v.looseObject({ ref, seq: v.number(), value: v.unknown(), acceptedAt: v.string(), side });
const edition = v.looseObject({ edition: id, title: v.string() });
const parts = v.object({
  room: v.looseObject({
    id,
    title: v.pipe(v.string(), v.maxLength(300)),
    kind: v.picklist(['seminar', 'debate']),
    settings: v.optional(keptRoomSettings, {}),
    isClosed: v.optional(v.boolean(), false),
  }),
  readings: v.pipe(v.array(v.looseObject({ id, editions: v.array(edition) })), v.minLength(1)),
  people: v.array(person),
  records: v.array(kept),
  history: v.array(past),
});
const manifest = v.looseObject({
  format: v.literal(archiveFormat),
  version: v.literal(archiveVersion),
  files: v.record(v.string(), v.string()),
});

/** One value on its way back. `participant` is an archived one; `value` is null for a deletion; `side` is whose document. */
export type Replayed = {
  participant: ParticipantId;
  id: RecordId;
  value: unknown;
  side: string | null;
  acceptedAt?: string;
};

/** What an archive holds, before anyone has a place in the room it will become. */
export type RoomArchive = {
  room: { title: string; kind: 'seminar' | 'debate'; settings: RoomSettings; isClosed: boolean };
  /** Each edition is a ReadingText with its id, the oldest first, for the caller to judge (lib/data/readings/reading-text.ts). */
  readings: { id: string; editions: { id: string; text: unknown }[] }[];
  people: ({ id: ParticipantId; name: string; role: (typeof roles)[number] } & Seat)[];
  /** Every value in the order it was accepted, so that the room has a past. */
  replay: Replayed[];
  /** When what stands was first said, where the archive tells. */
  saidFirst: { ref: Ref; side: string | null; createdAt: string }[];
  /** How many notes stand in it, withdrawn ones not counted. */
  notes: number;
  /** What was left behind when it was packed, in English sentences (archive-report.ts). */
  report: string[];
};

export type ArchiveRead = { ok: true; archive: RoomArchive } | NotRead;

/** Opens an archive; every file must be there and be what the manifest says. */
export function readArchive(bytes: Uint8Array): ArchiveRead {
  const opened = unpack(bytes);
  if (!opened.ok) return opened;
  try {
    const { room, readings, people, records, history } = v.parse(parts, {
      room: JSON.parse(opened.files['room.json']),
      readings: JSON.parse(opened.files['readings.json']),
      people: JSON.parse(opened.files['people.json']),
      records: linesIn(opened.files['records.jsonl']),
      history: linesIn(opened.files['history.jsonl']),
    });
    return {
      ok: true,
      archive: {
        room: { title: room.title, kind: room.kind, settings: room.settings, isClosed: room.isClosed },
        readings: readings.map((reading) => ({
          id: reading.id,
          editions: reading.editions.map(({ edition: of, ...text }) => ({ id: of, text })),
        })),
        people: people.map(({ id: participant, name, role, side: on, part }) => ({
          id: participant,
          name,
          role,
          side: on,
          part,
        })),
        replay: replayOf(records, history),
        saidFirst: records.flatMap(({ ref: name, side: on, createdAt }) =>
          createdAt === undefined ? [] : [{ ref: name, side: on, createdAt }],
        ),
        notes: records.filter(({ value }) => isStandingNote(value)).length,
        report: sentencesIn(opened.files['report.txt']),
      },
    };
  } catch {
    return {
      ok: false,
      said: { key: 'notes.notRead.archiveUnknown' },
    };
  }
}

function isStandingNote(value: unknown): boolean {
  const parsed = parseRecord(value);
  return parsed.ok && parsed.value.type === 'point' && !parsed.value.withdrawn;
}

type Kept = v.InferOutput<typeof kept>;
type Past = v.InferOutput<typeof past>;

/**
 * The past in its order, and in it what stands: after its own last version where the two differ, for what a device wrote
 * and lost to another is past, not present; at its first place where the archive tells no past of it.
 */
function replayOf(records: Kept[], history: Past[]): Replayed[] {
  const last = new Map<string, Past>();
  for (const one of history) last.set(keyOf(one), one);
  const standing = records.flatMap((record) => {
    const before = last.get(keyOf(record));
    if (before && JSON.stringify(before.value) === JSON.stringify(record.value)) return [];
    return [{ ...record, seq: before?.seq ?? record.seq }];
  });
  // A sort that is stable: what stands comes after the version of the same seq.
  const ordered: (Kept | Past)[] = [...history, ...standing].sort((a, b) => a.seq - b.seq);
  return ordered.map(({ ref: name, value, side: on, acceptedAt }) => ({
    ...partsOf(name),
    value,
    side: on,
    ...(acceptedAt !== undefined && { acceptedAt }),
  }));
}

function keyOf({ ref: name, side: on }: { ref: Ref; side: string | null }): string {
  return `${on ?? ''} ${name}`;
}

function unpack(bytes: Uint8Array): { ok: true; files: Record<ArchiveFile, string> } | NotRead {
  const known = new Set<string>([...archiveFiles, 'manifest.json']);
  let size = 0;
  let unpacked: Record<string, Uint8Array>;
  try {
    unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize;
        return known.has(name) && size <= maxUnpackedBytes;
      },
    });
  } catch {
    return { ok: false, said: { key: 'notes.notRead.zip' } };
  }
  if (size > maxUnpackedBytes) return { ok: false, said: { key: 'notes.notRead.archiveTooLarge' } };
  const index = unpacked['manifest.json'] && v.safeParse(manifest, parsed(unpacked['manifest.json']));
  if (!index?.success) return { ok: false, said: { key: 'notes.notRead.archive' } };
  const files: Partial<Record<ArchiveFile, string>> = {};
  for (const name of archiveFiles) {
    const content = unpacked[name];
    const hash = content && createHash('sha256').update(content).digest('hex');
    if (!content || hash !== index.output.files[name])
      return {
        ok: false,
        said: { key: 'notes.notRead.archiveDamaged', values: { file: name } },
      };
    files[name] = strFromU8(content);
  }
  return { ok: true, files: files as Record<ArchiveFile, string> };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strFromU8(bytes));
  } catch {
    return undefined; // no manifest, then
  }
}

function linesIn(text: string): unknown[] {
  return sentencesIn(text).map((line) => JSON.parse(line) as unknown);
}

function sentencesIn(text: string): string[] {
  return text.split('\n').filter(Boolean);
}
