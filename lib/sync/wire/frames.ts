// How the changes of one call are divided into frames that the server takes.

import type { Change } from '../device/outbox.ts';

/** A frame's changes as JSON, in UTF-16 units: three bytes each at most, so that it stays below what the server takes (LIM). */
const maxFrameUnits = 300_000;

/** Divided so that no frame is too large for the sake of having many; one change that is stays alone. */
export function inFrames(changes: readonly Change[]): Change[][] {
  const frames: Change[][] = [];
  let units = Number.POSITIVE_INFINITY;
  for (const change of changes) {
    const size = JSON.stringify(change.value).length;
    units += size;
    if (units > maxFrameUnits) {
      frames.push([]);
      units = size;
    }
    frames.at(-1)?.push(change);
  }
  return frames;
}
