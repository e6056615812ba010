// How a moment is said, from how far it is from now.

const steps: [unit: Intl.RelativeTimeFormatUnit, ms: number, upToMs: number][] = [
  ['minute', 60_000, 3_600_000],
  ['hour', 3_600_000, 86_400_000],
  ['day', 86_400_000, 7 * 86_400_000],
];

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always', style: 'short' });

/** `at` is ISO UTC, `nowMs` the reader's clock; beyond a week the date, with its year where that is another. */
export function saidOf(at: string, nowMs: number): string {
  const moment = new Date(at);
  const distanceMs = moment.getTime() - nowMs;
  const size = Math.abs(distanceMs);
  if (size < 60_000) return distanceMs > 30_000 ? 'in a minute' : 'just now';
  for (const [unit, ms, upToMs] of steps) {
    // Rounded towards now: 119 minutes are "1 hr. ago", not two.
    if (size < upToMs) return relative.format(Math.trunc(distanceMs / ms), unit).replace('.', '');
  }
  const sameYear = moment.getFullYear() === new Date(nowMs).getFullYear();
  return moment.toLocaleDateString('en', {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}
