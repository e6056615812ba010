// A document's stored updates as one, without building the document: enough to answer who only reads. The words of what
// was overwritten or deleted stay behind, as in a document that Yjs itself has cleaned. Only updates that the server's own
// document emitted, in their order, can be joined; where anything else is met there is no joining, and Yjs has the say.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type DeleteRange, MalformedUpdate, mergeRanges, skipJson, skipString } from './update.ts';

/** One client's structs in the joined bytes, without a gap from clock 0 on to `end`. */
type Run = { end: number; count: number; from: number; to: number };

/** One client's structs in one of the stored updates. */
type Piece = { bytes: Uint8Array; clock: number; end: number; count: number; from: number; to: number };

/** What is asked of stored updates on the way. */
type Survey = {
  pieces: Map<number, Piece[]>;
  deletes: Map<number, DeleteRange[]>;
  /** The clock that each client must reach for every origin to be there. */
  needed: Map<number, number>;
};

/** The whole document as one update, and where each client's structs are in it. */
export class JoinedUpdate {
  readonly bytes: Uint8Array;
  private readonly runs: ReadonlyMap<number, Run>;
  private readonly deletesAt: number;

  private constructor(bytes: Uint8Array, runs: ReadonlyMap<number, Run>, deletesAt: number) {
    this.bytes = bytes;
    this.runs = runs;
    this.deletesAt = deletesAt;
  }

  /** Joins updates; undefined where only Yjs can tell what they make, or that they make nothing whole. */
  static of(updates: readonly Uint8Array[]): JoinedUpdate | undefined {
    const survey: Survey = { pieces: new Map(), deletes: new Map(), needed: new Map() };
    try {
      for (const update of updates) look(update, survey);
    } catch {
      // Whatever this is: it is Yjs's to read, and to refuse.
      return undefined;
    }
    return isWhole(survey) ? JoinedUpdate.write(survey) : undefined;
  }

  private static write({ pieces, deletes }: Survey): JoinedUpdate {
    const encoder = encoding.createEncoder();
    let sizeBytes = 64;
    for (const [, some] of pieces) for (const { from, to } of some) sizeBytes += to - from + 32;
    for (const [, ranges] of deletes) sizeBytes += 16 + 16 * ranges.length;
    // One piece of memory that is large enough, in the place of ever larger ones.
    encoder.cbuf = new Uint8Array(sizeBytes);
    encoding.writeVarUint(encoder, pieces.size);
    const runs = new Map<number, Run>();
    const merged = new Map([...deletes].map(([client, ranges]) => [client, mergeRanges(ranges)]));
    for (const [client, some] of pieces) {
      const count = some.reduce((sum, piece) => sum + piece.count, 0);
      encoding.writeVarUint(encoder, count);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, 0);
      const from = encoding.length(encoder);
      for (const piece of some) writePiece(encoder, piece, merged.get(client) ?? []);
      runs.set(client, { end: some.at(-1)?.end ?? 0, count, from, to: encoding.length(encoder) });
    }
    const deletesAt = encoding.length(encoder);
    writeDeletes(encoder, merged);
    return new JoinedUpdate(fitted(encoder), runs, deletesAt);
  }

  /** The clock at which a client's structs end: 0 for one that has none. */
  endOf(client: number): number {
    return this.runs.get(client)?.end ?? 0;
  }

  /** Each client's clock, as a state vector holds it. */
  clocks(): Map<number, number> {
    return new Map([...this.runs].map(([client, { end }]) => [client, end]));
  }

  /**
   * What someone lacks who has these clocks, deletions whole; undefined where a clock lies within a struct, which Yjs
   * would have to part.
   */
  since(clocks: ReadonlyMap<number, number>): Uint8Array | undefined {
    const parts: { client: number; clock: number; count: number; from: number; to: number }[] = [];
    let isAll = true;
    for (const [client, run] of this.runs) {
      const clock = clocks.get(client) ?? 0;
      if (clock > 0) isAll = false;
      if (clock >= run.end) continue;
      const rest = clock === 0 ? run : this.restOf(run, clock);
      if (!rest) return undefined;
      parts.push({ client, clock, count: rest.count, from: rest.from, to: run.to });
    }
    if (isAll) return this.bytes;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, parts.length);
    for (const { client, clock, count, from, to } of parts) {
      encoding.writeVarUint(encoder, count);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeUint8Array(encoder, this.bytes.subarray(from, to));
    }
    encoding.writeUint8Array(encoder, this.bytes.subarray(this.deletesAt));
    return encoding.toUint8Array(encoder);
  }

  /** Does this text stand anywhere in it, written like this? */
  holds(written: Buffer): boolean {
    const { buffer, byteOffset, byteLength } = this.bytes;
    return Buffer.from(buffer, byteOffset, byteLength).includes(written);
  }

  private restOf(run: Run, clock: number): { count: number; from: number } | undefined {
    const decoder = decoding.createDecoder(this.bytes);
    decoder.pos = run.from;
    let at = 0;
    for (let count = run.count; count > 0; count--) {
      if (at === clock) return { count, from: decoder.pos };
      if (at > clock) return undefined;
      at += passStruct(decoder).length;
    }
    return undefined;
  }
}

/** What was written, without another copy unless much of the memory stayed empty. */
function fitted(encoder: encoding.Encoder): Uint8Array {
  const isFull = encoder.bufs.length === 0 && encoder.cpos > encoder.cbuf.length * 0.9;
  return isFull ? encoder.cbuf.subarray(0, encoder.cpos) : encoding.toUint8Array(encoder);
}

function look(update: Uint8Array, { pieces, deletes, needed }: Survey): void {
  const decoder = decoding.createDecoder(update);
  const groups = decoding.readVarUint(decoder);
  for (let i = 0; i < groups; i++) {
    const count = decoding.readVarUint(decoder);
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const from = decoder.pos;
    let end = clock;
    for (let k = 0; k < count; k++) end += passStruct(decoder, needed).length;
    listIn(pieces, client).push({ bytes: update, clock, end, count, from, to: decoder.pos });
  }
  const deleters = decoding.readVarUint(decoder);
  for (let i = 0; i < deleters; i++) {
    const ranges = listIn(deletes, decoding.readVarUint(decoder));
    const count = decoding.readVarUint(decoder);
    for (let k = 0; k < count; k++)
      ranges.push({ clock: decoding.readVarUint(decoder), length: decoding.readVarUint(decoder) });
  }
  if (decoder.pos !== update.length) throw new MalformedUpdate('it does not end where it should');
}

function listIn<T>(lists: Map<number, T[]>, client: number): T[] {
  const known = lists.get(client);
  if (known) return known;
  const made: T[] = [];
  lists.set(client, made);
  return made;
}

/** What Yjs would wait for, were it missing: clocks without a gap, and every origin and every deleted item there. */
function isWhole({ pieces, deletes, needed }: Survey): boolean {
  for (const some of pieces.values()) {
    let end = 0;
    for (const piece of some) {
      if (piece.clock !== end) return false;
      end = piece.end;
    }
  }
  const endOf = (client: number) => pieces.get(client)?.at(-1)?.end ?? 0;
  for (const [client, clock] of needed) if (clock >= endOf(client)) return false;
  for (const [client, ranges] of deletes)
    if (ranges.some(({ clock, length }) => clock + length > endOf(client))) return false;
  return true;
}

/** Where one struct's content begins, and its length in clocks. */
type Passed = { length: number; contentAt: number; isValue: boolean };
const passed: Passed = { length: 0, contentAt: 0, isValue: false };

/** Reads over one struct; the answer holds until the next one. Throws for what stands on no layer. */
function passStruct(decoder: decoding.Decoder, needed?: Map<number, number>): Passed {
  const info = decoding.readUint8(decoder);
  if (info & 0b0100_0000) throw new MalformedUpdate('a right origin');
  if (info & 0b1000_0000) {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    if (needed && clock > (needed.get(client) ?? -1)) needed.set(client, clock);
  } else {
    if (decoding.readVarUint(decoder) !== 1) throw new MalformedUpdate('a nested place');
    skipString(decoder);
    if (info & 0b0010_0000) skipString(decoder);
  }
  passed.contentAt = decoder.pos;
  const length = decoding.readVarUint(decoder);
  const type = info & 0b11111;
  passed.isValue = type === 8;
  passed.length = length;
  if (type === 8 && length === 1) skipJson(decoder);
  else if (type !== 1 || length === 0) throw new MalformedUpdate('content of another kind');
  return passed;
}

/** Copies structs, runs of those that stay as they are at once; a value that was deleted goes, its place remains. */
function writePiece(encoder: encoding.Encoder, piece: Piece, deleted: readonly DeleteRange[]): void {
  const { bytes } = piece;
  let copiedTo = piece.from;
  const first = deleted.findIndex(({ clock, length }) => clock + length > piece.clock);
  if (first >= 0) {
    const decoder = decoding.createDecoder(bytes);
    decoder.pos = piece.from;
    let [clock, at] = [piece.clock, first];
    for (let k = 0; k < piece.count; k++) {
      const start = decoder.pos;
      const { length, contentAt, isValue } = passStruct(decoder);
      while (at < deleted.length && endOf(deleted[at]) <= clock) at++;
      const range = deleted[at];
      if (isValue && range && range.clock <= clock) {
        encoding.writeUint8Array(encoder, bytes.subarray(copiedTo, start));
        encoding.writeUint8(encoder, ((bytes[start] ?? 0) & 0b1110_0000) | 1);
        encoding.writeUint8Array(encoder, bytes.subarray(start + 1, contentAt));
        encoding.writeVarUint(encoder, length);
        copiedTo = decoder.pos;
      }
      clock += length;
    }
  }
  encoding.writeUint8Array(encoder, bytes.subarray(copiedTo, piece.to));
}

function endOf(range: DeleteRange | undefined): number {
  return range ? range.clock + range.length : Number.POSITIVE_INFINITY;
}

function writeDeletes(encoder: encoding.Encoder, deletes: ReadonlyMap<number, DeleteRange[]>): void {
  encoding.writeVarUint(encoder, deletes.size);
  for (const [client, ranges] of deletes) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
    }
  }
}
