// A whole room as a zip: its text, people, records and their history, each file named in a manifest with its hash. What
// another Counterpoint makes a room from that is equal. Records are carried as they are, whatever their kind.

import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate';
import * as v from 'valibot';
import { roles } from '#lib/model/permission.ts';
import { isRecordId, type ParticipantId, type RecordId } from '#lib/model/record.ts';
import type { Discussion, Written } from './discussion.ts';
import type { NotRead } from './incoming.ts';

const format = 'counterpoint-room';
const version = 1;
const names = [
  'room.json',
  'reading.json',
  'people.json',
  'records.jsonl',
  'history.jsonl',
  'report.txt',
] as const;
type Name = (typeof names)[number];
const linesAPart = 500;
/** What an archive may unpack to: a room's document is at most 50 MB, and its past some of it again. */
const maxUnpackedBytes = 256 << 20;

export function writeArchive(discussion: Discussion): { parts: Written; report: string[] } {
  const report = [
    'Private notes are not carried: each person takes their own.',
    'Passwords, e-mail addresses and links are not carried; where the archive is opened, its people are named and cannot sign in.',
    'The server’s times stand in the archive; a room made from it keeps when each note was written, and has times of its own.',
  ];
  return { parts: partsOf(discussion, report), report };
}

async function* partsOf(discussion: Discussion, report: string[]): AsyncGenerator<Uint8Array> {
  const out: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    out.push(chunk);
  });
  const hashes: Record<string, string> = {};
  const files: Record<Name, Iterable<string> | (() => Promise<Iterable<string>>)> = {
    'room.json': [json({ ...discussion.room, reading: undefined })],
    'reading.json': [json({ ...discussion.reading, url: undefined })],
    'people.json': [json(discussion.people)],
    'records.jsonl': linesOf(discussion.entries),
    'history.jsonl': async () => linesOf(await discussion.history()),
    'report.txt': [`${report.join('\n')}\n`],
  };
  for (const name of names) {
    const file = files[name];
    const hash = createHash('sha256');
    const entry = newEntry(zip, name);
    for (const part of typeof file === 'function' ? await file() : file) {
      const bytes = strToU8(part);
      hash.update(bytes);
      entry.push(bytes);
      yield* out.splice(0);
    }
    entry.push(new Uint8Array(), true);
    hashes[name] = hash.digest('hex');
  }
  const manifest = { format, version, room: discussion.room.id, files: hashes };
  newEntry(zip, 'manifest.json').push(strToU8(json(manifest)), true);
  zip.end();
  yield* out.splice(0);
}

function newEntry(zip: Zip, name: string): ZipDeflate {
  const entry = new ZipDeflate(name, { level: 6 });
  // The same room gives the same bytes, whenever it is packed.
  entry.mtime = new Date(1980, 0, 1);
  zip.add(entry);
  return entry;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

function* linesOf(values: readonly object[]): Generator<string> {
  for (let at = 0; at < values.length; at += linesAPart)
    yield values
      .slice(at, at + linesAPart)
      .map((value) => `${JSON.stringify(value)}\n`)
      .join('');
}

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/, 'not an id of ours'));
const ref = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{8,64}\//),
  v.check((text) => isRecordId(text.slice(text.indexOf('/') + 1))),
);
const person = v.looseObject({ id, name: v.pipe(v.string(), v.maxLength(200)), role: v.picklist(roles) });
const kept = v.looseObject({ ref, value: v.unknown() });
const past = v.looseObject({ ref, seq: v.number(), value: v.unknown(), acceptedAt: v.string() });
const parts = v.object({
  room: v.looseObject({
    id,
    title: v.pipe(v.string(), v.maxLength(300)),
    kind: v.picklist(['seminar', 'debate']),
  }),
  reading: v.looseObject({ id, edition: id, title: v.string() }),
  people: v.array(person),
  records: v.array(kept),
  history: v.array(past),
});
const manifest = v.looseObject({
  format: v.literal(format),
  version: v.literal(version),
  files: v.record(v.string(), v.string()),
});

/** One value on its way back: `ref` names an archived participant; `value` is null for a deletion. */
export type Replayed = { participant: ParticipantId; id: RecordId; value: unknown };

/** What an archive holds, before anyone has a place in the room it will become. */
export type RoomArchive = {
  room: { title: string; kind: 'seminar' | 'debate' };
  /** A ReadingText with its ids, for the caller to judge (lib/data/readings/reading-text.ts). */
  reading: { id: string; edition: string; text: unknown };
  people: { id: ParticipantId; name: string; role: (typeof roles)[number] }[];
  /** Every value in the order it was accepted, so that the room has a past; and last what stands. */
  replay: Replayed[];
  records: number;
};

/** Opens an archive; every file must be there and be what the manifest says. */
export function readArchive(bytes: Uint8Array): { ok: true; archive: RoomArchive } | NotRead {
  const opened = unpack(bytes);
  if (!opened.ok) return opened;
  try {
    const { room, reading, people, records, history } = v.parse(parts, {
      room: JSON.parse(opened.files['room.json']),
      reading: JSON.parse(opened.files['reading.json']),
      people: JSON.parse(opened.files['people.json']),
      records: linesIn(opened.files['records.jsonl']),
      history: linesIn(opened.files['history.jsonl']),
    });
    const { id: readingId, edition, ...text } = reading;
    return {
      ok: true,
      archive: {
        room: { title: room.title, kind: room.kind },
        reading: { id: readingId, edition, text },
        people: people.map(({ id: participant, name, role }) => ({ id: participant, name, role })),
        replay: replayOf(records, history),
        records: records.length,
      },
    };
  } catch {
    return {
      ok: false,
      message: 'This archive holds something that this Counterpoint cannot read. Nothing was made.',
    };
  }
}

function replayOf(records: v.InferOutput<typeof kept>[], history: v.InferOutput<typeof past>[]): Replayed[] {
  const ordered: { ref: string; value: unknown }[] = [...history.toSorted((a, b) => a.seq - b.seq)];
  // What a device wrote and lost to another is past, not present: what stands is said last, where it differs.
  const last = new Map(ordered.map(({ ref: name, value }) => [name, JSON.stringify(value)]));
  ordered.push(...records.filter(({ ref: name, value }) => last.get(name) !== JSON.stringify(value)));
  return ordered.map(({ ref: name, value }) => {
    const slash = name.indexOf('/');
    return { participant: name.slice(0, slash), id: name.slice(slash + 1), value };
  });
}

function unpack(bytes: Uint8Array): { ok: true; files: Record<Name, string> } | NotRead {
  const known = new Set<string>([...names, 'manifest.json']);
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
    return { ok: false, message: 'This is not a zip archive, or only a part of one.' };
  }
  if (size > maxUnpackedBytes)
    return { ok: false, message: 'This archive unpacks to more than a room may hold. Nothing was made.' };
  const index = unpacked['manifest.json'] && v.safeParse(manifest, parsed(unpacked['manifest.json']));
  if (!index?.success)
    return { ok: false, message: 'This is not an archive of a discussion that this Counterpoint can open.' };
  const files: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const content = unpacked[name];
    const hash = content && createHash('sha256').update(content).digest('hex');
    if (!content || hash !== index.output.files[name])
      return {
        ok: false,
        message: `The archive is damaged: ${name} is not what its manifest says. Nothing was made.`,
      };
    files[name] = strFromU8(content);
  }
  return { ok: true, files: files as Record<Name, string> };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strFromU8(bytes));
  } catch {
    return undefined; // no manifest, then
  }
}

function linesIn(text: string): unknown[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
}
