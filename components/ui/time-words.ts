// How a moment is said, from how far it is from now.

import type { useTranslations } from 'use-intl/react';
import type { Locale } from '#lib/model/manners.ts';
import { dateFormat } from '#lib/words/dates.ts';

const steps: [unit: Intl.RelativeTimeFormatUnit, ms: number, upToMs: number][] = [
  ['minute', 60_000, 3_600_000],
  ['hour', 3_600_000, 86_400_000],
  ['day', 86_400_000, 7 * 86_400_000],
];

type Said = { locale: Locale; t: ReturnType<typeof useTranslations<'ui.time'>> };

// Making one costs more than asking it, and a margin says the time of every note.
const formats = new Map<Locale, Intl.RelativeTimeFormat>();

/** `at` is ISO UTC, `nowMs` the reader's clock; beyond a week the date, with its year where that is another. */
export function saidOf(at: string, nowMs: number, { locale, t }: Said): string {
  const moment = new Date(at);
  const distanceMs = moment.getTime() - nowMs;
  const size = Math.abs(distanceMs);
  if (size < 60_000) return distanceMs > 30_000 ? t('soon') : t('now');
  for (const [unit, ms, upToMs] of steps) {
    // Rounded towards now: 119 minutes are "1 hr. ago", not two.
    if (size < upToMs) return shortened(relativeIn(locale).format(Math.trunc(distanceMs / ms), unit), locale);
  }
  const sameYear = moment.getFullYear() === new Date(nowMs).getFullYear();
  const day = { day: 'numeric', month: 'short' } as const;
  return dateFormat(locale, sameYear ? day : { ...day, year: 'numeric' }).format(moment);
}

/** English goes without the point: `1 hr ago`. */
const shortened = (said: string, locale: Locale) => (locale === 'en' ? said.replace('.', '') : said);

function relativeIn(locale: Locale): Intl.RelativeTimeFormat {
  const made =
    formats.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'short' });
  formats.set(locale, made);
  return made;
}
