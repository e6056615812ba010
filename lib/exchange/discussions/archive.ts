// A whole room as a zip: its texts with their earlier versions, people with their seats, records and their history, each
// file named in a manifest with its hash. Records are carried as they are, whatever their kind. Read by archive-in.ts.

import { createHash } from 'node:crypto';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Said } from '#lib/words/said.ts';
import { type ArchiveFile, archiveFiles, archiveFormat, archiveVersion } from './archive-files.ts';
import { notCarried, noted } from './archive-report.ts';
import { type Discussion, unheard, type Writer } from './discussion.ts';

const linesAPart = 500;

export const writeArchive: Writer = (discussion, onWritten = unheard) => {
  const report = notCarried(discussion);
  return { parts: partsOf(discussion, report, onWritten), report, count: discussion.entries.length };
};

async function* partsOf(
  discussion: Discussion,
  report: readonly Said[],
  onWritten: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  const out: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    out.push(chunk);
  });
  const hashes: Record<string, string> = {};
  const files = filesOf(discussion, report);
  for (const name of archiveFiles) {
    const hash = createHash('sha256');
    const entry = newEntry(zip, name);
    let lines = 0;
    for (const part of await files[name]()) {
      lines += linesAPart;
      if (name === 'records.jsonl') onWritten(Math.min(lines, discussion.entries.length));
      const bytes = strToU8(part);
      hash.update(bytes);
      entry.push(bytes);
      yield* out.splice(0);
    }
    entry.push(new Uint8Array(), true);
    hashes[name] = hash.digest('hex');
  }
  const manifest = {
    format: archiveFormat,
    version: archiveVersion,
    room: discussion.room.id,
    files: hashes,
  };
  newEntry(zip, 'manifest.json').push(strToU8(json(manifest)), true);
  zip.end();
  yield* out.splice(0);
}

type Parts = Iterable<string> | Promise<Iterable<string>>;

function filesOf(
  { room, people, entries, whole }: Discussion,
  report: readonly Said[],
): Record<ArchiveFile, () => Parts> {
  const { settings, isClosed, side } = whole;
  // Read once for the two files that it is in.
  let preparing: ReturnType<typeof whole.preparation> | undefined;
  const prepared = () => {
    preparing ??= whole.preparation();
    return preparing;
  };
  return {
    'room.json': () => [json({ ...room, settings, isClosed })],
    'readings.json': async () => [json(await whole.readings())],
    'people.json': () => [json(people)],
    'records.jsonl': async () => linesOf([...entries, ...ofSide(side, (await prepared()).entries)]),
    'history.jsonl': async () =>
      linesOf([...(await whole.history()), ...ofSide(side, (await prepared()).history)]),
    'report.txt': () => [`${report.map(noted).join('\n')}\n`],
  };
}

/** What stands in a side's document says so; all else is the room's. */
function ofSide<T extends object>(
  side: string | null,
  values: readonly T[],
): (T & { side: string | null })[] {
  return values.map((value) => ({ ...value, side }));
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
