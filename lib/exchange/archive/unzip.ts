// Opening a ZIP that a stranger sent: Word files and e-books are ZIPs. Judged by its directory before anything is
// unpacked, and unpacked into no more than the directory promised. Nothing is ever written to a disk.

import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate';
import type { Said } from '#lib/words/said.ts';
import { type Refused, refuse, sizeOf } from '../refusal.ts';

const maxEntries = 5000;
/** What all entries together may unpack to, in bytes, and what those we read may. */
const maxPromisedBytes = 1 << 30;
const maxReadBytes = 64 << 20;
/** Prose packs to a third; a page of nothing but zeros to a thousandth. Small entries may be as they like. */
const maxRatio = 200;
const smallBytes = 1 << 20;
/** XML and HTML of one part, after which parsers need more memory than a text is worth. */
const maxPartBytes = 24 << 20;

export type Archive = {
  ok: true;
  /** By name; only what was asked for. */
  parts: ReadonlyMap<string, Uint8Array>;
  names: readonly string[];
  report: Said[];
};

/**
 * The entries of a ZIP whose names `isWanted` takes.
 * Names that lead out of the archive are passed over; an archive that would unpack beyond all measure is refused whole.
 */
export function openArchive(bytes: Uint8Array, isWanted: (name: string) => boolean): Archive | Refused {
  const listed = list(bytes);
  if (!listed) return broken();
  const hostile = judge(listed);
  if (hostile) return hostile;
  const safe = listed.filter(({ name }) => isPlainName(name));
  const wanted = new Map(safe.filter(({ name }) => isWanted(name)).map((entry) => [entry.name, entry]));
  const total = [...wanted.values()].reduce((sum, entry) => sum + entry.originalSize, 0);
  if (total > maxReadBytes || [...wanted.values()].some(({ originalSize }) => originalSize > maxPartBytes))
    return bomb(total);
  const parts = unpack(bytes, wanted);
  if (!parts) return broken();
  const ignored = listed.length - safe.length;
  const report: Said[] = ignored > 0 ? [{ key: 'remark.entriesIgnored', values: { count: ignored } }] : [];
  return { ok: true, parts, names: safe.map(({ name }) => name), report };
}

/** An XML part as text; refuses entity definitions, which honest documents have no use for. */
export function xmlText(part: Uint8Array): { ok: true; text: string } | Refused {
  const text = decoded(part);
  if (/<!ENTITY/i.test(text)) return refuse('hostile', { key: 'refusal.xmlEntities' });
  return { ok: true, text };
}

function decoded(part: Uint8Array): string {
  const [first, second] = part;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(part);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(part);
  return strFromU8(part).replace(/^\uFEFF/, '');
}

function list(bytes: Uint8Array): UnzipFileInfo[] | undefined {
  const entries: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        entries.push(entry);
        return false;
      },
    });
  } catch {
    return undefined; // no directory, or a damaged one
  }
  return entries;
}

function judge(entries: readonly UnzipFileInfo[]): Refused | undefined {
  if (entries.length > maxEntries)
    return refuse('hostile', { key: 'refusal.crowded', values: { count: entries.length } });
  const total = entries.reduce((sum, entry) => sum + entry.originalSize, 0);
  const isPacked = entries.some(
    ({ size, originalSize }) => originalSize > smallBytes && originalSize > maxRatio * Math.max(size, 1),
  );
  return total > maxPromisedBytes || isPacked ? bomb(total) : undefined;
}

function bomb(total: number): Refused {
  return refuse('hostile', { key: 'refusal.unpacksTooLarge', values: { size: sizeOf(total) } });
}

function broken(): Refused {
  return refuse('broken', { key: 'refusal.archiveDamaged' });
}

function unpack(
  bytes: Uint8Array,
  wanted: ReadonlyMap<string, UnzipFileInfo>,
): Map<string, Uint8Array> | undefined {
  try {
    // Two entries of one name: only the one that was judged is unpacked, into a buffer of the size it promised.
    const unpacked = unzipSync(bytes, { filter: (entry) => isSame(wanted.get(entry.name), entry) });
    return new Map(Object.entries(unpacked));
  } catch {
    return undefined;
  }
}

function isSame(judged: UnzipFileInfo | undefined, entry: UnzipFileInfo): boolean {
  return judged !== undefined && judged.originalSize === entry.originalSize && judged.size === entry.size;
}

/** A relative path with forward slashes and no way up. */
function isPlainName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a name with a NUL means one thing here and another there
  if (name === '' || /^[/\\]|^[a-z]:|\\|[\x00-\x1f]/i.test(name)) return false;
  return !name.split('/').some((part) => part === '..' || part === '.');
}
