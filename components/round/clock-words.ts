// How a clock reads: whose it is, minutes and seconds, and what they say aloud.

import type { useTranslations } from 'use-intl/react';
import { prepClockId } from '#lib/model/round/clock.ts';
import { type Format, slotOf } from '#lib/model/round/format.ts';

export type ClockWords = ReturnType<typeof useTranslations<'round.clocks'>>;

/** `Pro rebuttal`, or `Con prep`. */
export function clockName(format: Format, id: string, t: ClockWords): string {
  const side = format.sides.find((one) => prepClockId(one.id) === id);
  return slotOf(format, id)?.name ?? t('prepOf', { side: side?.name ?? '' });
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
export function clockAloud(leftMs: number, t: ClockWords): string {
  const whole = Math.abs(Math.ceil(leftMs / 1000));
  const minutes = Math.floor(whole / 60);
  const seconds = whole % 60;
  const span = minutes > 0 ? (seconds > 0 ? 'both' : 'minutes') : seconds > 0 ? 'seconds' : 'none';
  return t(leftMs < 0 ? 'past' : 'left', { span, minutes, seconds });
}
