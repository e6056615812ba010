// How long an invite link works, as choices rather than dates.

export const expiries = ['day', 'week', 'month', 'never'] as const;
export type Expiry = (typeof expiries)[number];

const days: Record<Exclude<Expiry, 'never'>, number> = { day: 1, week: 7, month: 30 };

/** ISO UTC, or null for a link that does not expire. */
export function expiresAt(expiry: Expiry, nowMs: number): string | null {
  return expiry === 'never' ? null : new Date(nowMs + days[expiry] * 86_400_000).toISOString();
}
