// How a clock reads: whose it is, minutes and seconds, and what they say aloud.

import { prepClockId } from '#lib/model/round/clock.ts';
import { type Format, slotOf } from '#lib/model/round/format.ts';

/** `Pro rebuttal`, or `Con prep`. */
export function clockName(format: Format, id: string): string {
  const side = format.sides.find((one) => prepClockId(one.id) === id);
  return slotOf(format, id)?.name ?? `${side?.name} prep`;
}

/** `2:41`; `+0:05` once it has run over. A second counts until it is over, as on any chess clock. */
export function clockFace(leftMs: number): string {
  const over = leftMs < 0;
  const seconds = over ? Math.floor(-leftMs / 1000) : Math.ceil(leftMs / 1000);
  return `${over ? '+' : ''}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** How long a clock that runs goes on showing the same face. */
export function untilNextFaceMs(leftMs: number): number {
  return (leftMs % 1000 < 0 ? (leftMs % 1000) + 1000 : leftMs % 1000) || 1000;
}

/** `2 minutes 41 seconds left`, for those who hear it. */
export function clockAloud(leftMs: number): string {
  const seconds = Math.abs(Math.ceil(leftMs / 1000));
  const parts = [
    [Math.floor(seconds / 60), 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const words = parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`);
  return `${words.join(' ') || 'no time'} ${leftMs < 0 ? 'over' : 'left'}`;
}
