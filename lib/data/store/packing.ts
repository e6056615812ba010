// How the bytes of log rows and snapshots are kept: as they are, or compressed. Whoever writes or reads either goes through
// here; checksums and hashes are of what is kept, so that damage is found before anything is unpacked.

import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** As in the column `packing`: 0 as it is (all that was written before there was a choice), 1 Zstandard. */
export type Packing = 0 | 1;

export type Packed = { bytes: Uint8Array; packing: number };

/** Below this, compressing costs a commit more than the disk gains: what one person types stays as it is. */
const worthBytes = 2048;

/** An update as it is to be kept. */
export function pack(update: Uint8Array): { bytes: Uint8Array; packing: Packing } {
  if (update.length < worthBytes) return { bytes: update, packing: 0 };
  const bytes = new Uint8Array(zstdCompressSync(update));
  return bytes.length < update.length ? { bytes, packing: 1 } : { bytes: update, packing: 0 };
}

/** The update again. Throws on what was not packed by `pack`. */
export function unpack({ bytes, packing }: Packed): Uint8Array {
  const whole = Number(packing) === 0 ? bytes : zstdDecompressSync(bytes);
  return new Uint8Array(whole.buffer, whole.byteOffset, whole.byteLength);
}
