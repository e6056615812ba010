// Reads the bytes of a Yjs V1 update strictly, to the last byte, without applying anything (GATE1).
// It knows the wire only: what an update may contain is decided in gate.ts. The layout follows yjs 13.6,
// src/utils/encoding.js (readClientsStructRefs) and src/utils/DeleteSet.js (readDeleteSet).

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

export type StructId = { client: number; clock: number };

/** What an item holds; only two kinds may ever be taken, the others are named so that a refusal can say which. */
export type Content =
  | { kind: 'value'; value: unknown }
  | { kind: 'deleted' }
  | { kind: 'other'; type: number };

export type Struct =
  | { kind: 'gc' | 'skip'; clock: number; length: number }
  | {
      kind: 'item';
      clock: number;
      length: number;
      origin: StructId | undefined;
      rightOrigin: StructId | undefined;
      /** Only without an origin: the root's name, or the id of a nested parent. */
      parent: string | StructId | undefined;
      key: string | undefined;
      content: Content;
    };

/**
 * One client's structs, in clock order and without gaps. `from`/`to` are byte positions of the whole group, `starts` of
 * each struct.
 */
export type StructGroup = {
  client: number;
  clock: number;
  /** The clock after the last struct. */
  end: number;
  structs: Struct[];
  starts: number[];
  from: number;
  to: number;
};

export type DeleteRange = { clock: number; length: number };
export type DeleteGroup = { client: number; ranges: DeleteRange[]; from: number; to: number };

export type DecodedUpdate = { groups: StructGroup[]; deletes: DeleteGroup[]; rangeCount: number };

/** Deeper JSON than any record has; a limit here keeps a hostile value from exhausting the stack. */
const maxDepth = 16;

/** Why bytes are no update. */
export class MalformedUpdate extends Error {}

/**
 * Decodes an update or throws MalformedUpdate. Reads no further than the bytes go, and makes nothing larger than they
 * are: counts are checked by running out of bytes, never by allocating.
 */
export function decodeUpdate(bytes: Uint8Array): DecodedUpdate {
  return decode(bytes, readJson);
}

type ReadValue = (decoder: decoding.Decoder, depth: number) => unknown;

function decode(bytes: Uint8Array, readValue: ReadValue): DecodedUpdate {
  const decoder = decoding.createDecoder(bytes);
  try {
    const groups = readGroups(decoder, readValue);
    const deletes = readDeletes(decoder);
    if (decoding.hasContent(decoder)) throw new MalformedUpdate('bytes after the end');
    return { groups, deletes, rangeCount: deletes.reduce((sum, group) => sum + group.ranges.length, 0) };
  } catch (error) {
    if (error instanceof MalformedUpdate) throw error;
    // lib0 throws plain errors (unexpected end, integer out of range, bad UTF-8): all of them mean "no update".
    throw new MalformedUpdate(error instanceof Error ? error.message : String(error));
  }
}

function readGroups(decoder: decoding.Decoder, readValue: ReadValue): StructGroup[] {
  const groups: StructGroup[] = [];
  const seen = new Set<number>();
  const count = decoding.readVarUint(decoder);
  for (let i = 0; i < count; i++) {
    const from = decoder.pos;
    const structCount = decoding.readVarUint(decoder);
    const client = readClient(decoder);
    if (seen.has(client)) throw new MalformedUpdate('one client twice');
    seen.add(client);
    const clock = decoding.readVarUint(decoder);
    const structs: Struct[] = [];
    const starts: number[] = [];
    let end = clock;
    for (let k = 0; k < structCount; k++) {
      starts.push(decoder.pos);
      const struct = readStruct(decoder, end, readValue);
      end += struct.length;
      if (!Number.isSafeInteger(end)) throw new MalformedUpdate('a clock out of range');
      structs.push(struct);
    }
    groups.push({ client, clock, end, structs, starts, from, to: decoder.pos });
  }
  return groups;
}

function readStruct(decoder: decoding.Decoder, clock: number, readValue: ReadValue): Struct {
  const info = decoding.readUint8(decoder);
  const type = info & 0b11111;
  if (type === 0) return { kind: 'gc', clock, length: readLength(decoder) };
  if (type === 10) return { kind: 'skip', clock, length: readLength(decoder) };
  const origin = info & 0b1000_0000 ? readId(decoder) : undefined;
  const rightOrigin = info & 0b0100_0000 ? readId(decoder) : undefined;
  let parent: string | StructId | undefined;
  let key: string | undefined;
  if (!origin && !rightOrigin) {
    parent = decoding.readVarUint(decoder) === 1 ? decoding.readVarString(decoder) : readId(decoder);
    if (info & 0b0010_0000) key = decoding.readVarString(decoder);
  }
  const { content, length } = readContent(decoder, type, readValue);
  return { kind: 'item', clock, length, origin, rightOrigin, parent, key, content };
}

function readContent(
  decoder: decoding.Decoder,
  type: number,
  readValue: ReadValue,
): { content: Content; length: number } {
  if (type === 1) return { content: { kind: 'deleted' }, length: readLength(decoder) };
  if (type === 8) {
    const length = decoding.readVarUint(decoder);
    if (length !== 1) throw new MalformedUpdate('more than one value in an item');
    return { content: { kind: 'value', value: readValue(decoder, maxDepth) }, length };
  }
  // Texts, formats, nested types, sub-documents: never part of a layer, and refused whole, so their bytes need no reading.
  throw new ForbiddenContent(type);
}

/** A content kind that no layer holds; the rest of such an update is not read. */
export class ForbiddenContent extends MalformedUpdate {
  readonly type: number;
  constructor(type: number) {
    super(`content of kind ${type}`);
    this.type = type;
  }
}

/** The tags of lib0's `any` encoding (lib0/encoding writeAny), JSON's part of it only. */
function readJson(decoder: decoding.Decoder, depth: number): unknown {
  if (depth === 0) throw new MalformedUpdate('a value nested too deep');
  const tag = decoding.readUint8(decoder);
  switch (tag) {
    case 126:
      return null;
    case 125:
      return decoding.readVarInt(decoder);
    case 124:
      return decoding.readFloat32(decoder);
    case 123:
      return decoding.readFloat64(decoder);
    case 121:
      return false;
    case 120:
      return true;
    case 119:
      return decoding.readVarString(decoder);
    case 118: {
      const object: Record<string, unknown> = {};
      const count = decoding.readVarUint(decoder);
      for (let i = 0; i < count; i++) {
        const name = decoding.readVarString(decoder);
        // A plain assignment to __proto__ would set the prototype and hide the field from validation.
        if (name === '__proto__') throw new MalformedUpdate('a field named __proto__');
        object[name] = readJson(decoder, depth - 1);
      }
      return object;
    }
    case 117: {
      const array: unknown[] = [];
      const count = decoding.readVarUint(decoder);
      for (let i = 0; i < count; i++) array.push(readJson(decoder, depth - 1));
      return array;
    }
    default:
      // undefined (127), bigint (122) and bytes (116) are no JSON.
      throw new MalformedUpdate(`a value of kind ${tag}`);
  }
}

/** Reads over a value of an update of the server's own, whose values were all read once before they were taken. */
export function skipJson(decoder: decoding.Decoder): void {
  const tag = decoding.readUint8(decoder);
  switch (tag) {
    case 126:
    case 121:
    case 120:
      return;
    case 125:
      decoding.readVarInt(decoder);
      return;
    case 124:
      decoder.pos += 4;
      return;
    case 123:
      decoder.pos += 8;
      return;
    case 119:
      skipString(decoder);
      return;
    case 118:
    case 117:
      for (let count = decoding.readVarUint(decoder); count > 0; count--) {
        if (tag === 118) skipString(decoder);
        skipJson(decoder);
      }
      return;
    default:
      throw new MalformedUpdate(`a value of kind ${tag}`);
  }
}

/** Reads over a text without making it. */
export function skipString(decoder: decoding.Decoder): void {
  const length = decoding.readVarUint(decoder);
  decoder.pos += length;
}

function readDeletes(decoder: decoding.Decoder): DeleteGroup[] {
  const groups: DeleteGroup[] = [];
  const seen = new Set<number>();
  const count = decoding.readVarUint(decoder);
  for (let i = 0; i < count; i++) {
    const from = decoder.pos;
    const client = readClient(decoder);
    if (seen.has(client)) throw new MalformedUpdate('one client twice among the deletions');
    seen.add(client);
    const ranges: DeleteRange[] = [];
    const rangeCount = decoding.readVarUint(decoder);
    for (let k = 0; k < rangeCount; k++) {
      ranges.push({ clock: decoding.readVarUint(decoder), length: readLength(decoder) });
    }
    groups.push({ client, ranges, from, to: decoder.pos });
  }
  return groups;
}

function readId(decoder: decoding.Decoder): StructId {
  return { client: readClient(decoder), clock: decoding.readVarUint(decoder) };
}

/** Yjs draws client ids from 32 bits; anything larger was made by hand. */
function readClient(decoder: decoding.Decoder): number {
  const client = decoding.readVarUint(decoder);
  if (client > 0xffff_ffff) throw new MalformedUpdate('a client id out of range');
  return client;
}

function readLength(decoder: decoding.Decoder): number {
  const length = decoding.readVarUint(decoder);
  if (length === 0) throw new MalformedUpdate('an empty struct or range');
  return length;
}

/** Sorted and without overlaps, so that a frame full of overlapping ranges costs no more than the structs it names. */
export function mergeRanges(ranges: DeleteRange[]): DeleteRange[] {
  const merged: DeleteRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.clock - b.clock)) {
    const last = merged.at(-1);
    if (last && range.clock <= last.clock + last.length) {
      last.length = Math.max(last.length, range.clock + range.length - last.clock);
    } else {
      merged.push({ ...range });
    }
  }
  return merged;
}

/**
 * The part of an update that belongs to the clients for which `isVisible` holds (AUTH3). `bytes` must be an update of
 * the server's own.
 */
export function filterUpdate(bytes: Uint8Array, isVisible: (client: number) => boolean): Uint8Array {
  return partOf(bytes, decode(bytes, skipJson), (client) => (isVisible(client) ? 0 : undefined), isVisible);
}

/**
 * The part of an update with some clients' structs, each from a clock on at which a struct begins, and some clients'
 * deletions. `structsFrom` gives the clock, undefined for none of a client's.
 */
export function partOf(
  bytes: Uint8Array,
  update: DecodedUpdate,
  structsFrom: (client: number) => number | undefined,
  hasDeletions: (client: number) => boolean,
): Uint8Array {
  const groups: Uint8Array[] = [];
  let isWhole = true;
  for (const group of update.groups) {
    const from = structsFrom(group.client);
    if (from === undefined || from > group.clock) isWhole = false;
    if (from === undefined) continue;
    groups.push(from > group.clock ? groupFrom(bytes, group, from) : bytes.subarray(group.from, group.to));
  }
  const deletes = update.deletes.filter((group) => hasDeletions(group.client));
  if (isWhole && deletes.length === update.deletes.length) return bytes;
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, groups.length);
  for (const group of groups) encoding.writeUint8Array(encoder, group);
  encoding.writeVarUint(encoder, deletes.length);
  for (const { from, to } of deletes) encoding.writeUint8Array(encoder, bytes.subarray(from, to));
  return encoding.toUint8Array(encoder);
}

function groupFrom(bytes: Uint8Array, group: StructGroup, clock: number): Uint8Array {
  const first = group.structs.findIndex((struct) => struct.clock >= clock);
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, group.structs.length - first);
  encoding.writeVarUint(encoder, group.client);
  encoding.writeVarUint(encoder, clock);
  encoding.writeUint8Array(encoder, bytes.subarray(group.starts[first], group.to));
  return encoding.toUint8Array(encoder);
}

/** Does this update carry nothing at all? */
export function isEmptyUpdate(bytes: Uint8Array): boolean {
  return bytes.length === 2 && bytes[0] === 0 && bytes[1] === 0;
}
