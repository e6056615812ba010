// For tests: writes the bytes of Yjs V1 updates by hand, the kinds that no honest client would send included.

import * as encoding from 'lib0/encoding';
import type { StructId } from './update.ts';

/** What a forged item holds: a JSON value, a deletion, or any other content by its number and raw bytes. */
export type ForgedContent =
  | { value: unknown }
  | { values: unknown[] }
  | { deleted: number }
  | { type: number; raw: Uint8Array };

export type ForgedStruct =
  | { gc: number }
  | { skip: number }
  | {
      origin?: StructId;
      rightOrigin?: StructId;
      /** Written only without an origin, as Yjs does. */
      parent?: string | StructId;
      key?: string;
      content: ForgedContent;
    };

export type ForgedUpdate = {
  groups?: { client: number; clock?: number; structs: ForgedStruct[] }[];
  deletes?: { client: number; ranges: [clock: number, length: number][] }[];
};

/** The bytes of an update as it is described, whether it makes sense or not. */
export function forgeUpdate({ groups = [], deletes = [] }: ForgedUpdate): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, groups.length);
  for (const { client, clock = 0, structs } of groups) {
    encoding.writeVarUint(encoder, structs.length);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    for (const struct of structs) writeStruct(encoder, struct);
  }
  encoding.writeVarUint(encoder, deletes.length);
  for (const { client, ranges } of deletes) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const [clock, length] of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
    }
  }
  return encoding.toUint8Array(encoder);
}

/** One value under one key of a root, written first by a client. */
export function forgeItem(client: number, root: string, key: string, value: unknown): Uint8Array {
  return forgeUpdate({ groups: [{ client, structs: [{ parent: root, key, content: { value } }] }] });
}

function writeStruct(encoder: encoding.Encoder, struct: ForgedStruct): void {
  if ('gc' in struct || 'skip' in struct) {
    encoding.writeUint8(encoder, 'gc' in struct ? 0 : 10);
    encoding.writeVarUint(encoder, 'gc' in struct ? struct.gc : struct.skip);
    return;
  }
  const { origin, rightOrigin, parent, key, content } = struct;
  const info = (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0) | (key === undefined ? 0 : 0x20);
  encoding.writeUint8(encoder, info | typeOf(content));
  if (origin) writeId(encoder, origin);
  if (rightOrigin) writeId(encoder, rightOrigin);
  if (!origin && !rightOrigin) {
    encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0);
    if (typeof parent === 'string') encoding.writeVarString(encoder, parent);
    else writeId(encoder, parent ?? { client: 0, clock: 0 });
    if (key !== undefined) encoding.writeVarString(encoder, key);
  }
  writeContent(encoder, content);
}

function typeOf(content: ForgedContent): number {
  if ('deleted' in content) return 1;
  return 'type' in content ? content.type : 8;
}

function writeContent(encoder: encoding.Encoder, content: ForgedContent): void {
  if ('deleted' in content) encoding.writeVarUint(encoder, content.deleted);
  else if ('type' in content) encoding.writeUint8Array(encoder, content.raw);
  else {
    const values = 'values' in content ? content.values : [content.value];
    encoding.writeVarUint(encoder, values.length);
    for (const value of values) encoding.writeAny(encoder, value as never);
  }
}

function writeId(encoder: encoding.Encoder, id: StructId): void {
  encoding.writeVarUint(encoder, id.client);
  encoding.writeVarUint(encoder, id.clock);
}
