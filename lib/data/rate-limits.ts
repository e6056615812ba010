// How often one may knock. Limits count per person, invite or account; an address counts by failures only, or so
// generously that a class behind one address is not locked out. Kept in memory: a restart forgives.

import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { type Settings, settings } from './settings.ts';

const quarterHour = 15 * 60;
const hour = 60 * 60;

/** For each door: how many knocks within how many seconds. */
const doors = {
  /** Failures for one e-mail address from one network address: what a person who forgot their password meets. */
  'sign-in': ({ limits }: Settings) => [limits.signInFailuresPerQuarterHour, quarterHour],
  /** Failures for one e-mail address from anywhere: wider, so that a stranger cannot simply lock its owner out. */
  'sign-in-email': ({ limits }: Settings) => [5 * limits.signInFailuresPerQuarterHour, quarterHour],
  /** Failures from one network address for anyone: a whole class may mistype. */
  'sign-in-address': ({ limits }: Settings) => [20 * limits.signInFailuresPerQuarterHour, quarterHour],
  'sign-up-address': () => [200, hour],
  /** Joins by one link, whoever comes. */
  'join-invite': ({ limits }: Settings) => [limits.joinsPerInvitePerMinute, 60],
  /** Unknown or dead links tried from one address. */
  'join-address': () => [200, quarterHour],
  'import-account': () => [60, 10 * 60],
  /** Files that are written of what is sent: as much work as one that comes in. */
  'word-account': () => [60, 10 * 60],
  'confirm-account': () => [5, hour],
  /** Personal links mailed by one account: several large classes, and no more. */
  'mail-links-account': ({ limits }: Settings) => [limits.mailedLinksPerDay, 24 * hour],
  /** Personal links mailed to one address, by whomever. */
  'mail-links-address': () => [4, 24 * hour],
  'reset-email': () => [3, hour],
  'reset-address': () => [60, hour],
  /** New passwords by a link, good or not. */
  'redeem-address': () => [60, quarterHour],
  'demo-address': () => [60, 60],
} satisfies Record<string, (settings: Settings) => [points: number, seconds: number]>;

export type Door = keyof typeof doors;
/** One knock: at which door, and who (an address, an e-mail, a code, an account id). */
export type Knock = [door: Door, who: string];
export type TooMany = { ok: false; reason: 'too-many'; retryAfterSeconds: number };

// On globalThis, because Next may load this module once for each route.
const held = Symbol.for('counterpoint.rate-limits');
type Holder = { [held]?: Map<Door, RateLimiterMemory> };

function limiterAt(door: Door): RateLimiterMemory {
  const holder = globalThis as Holder;
  holder[held] ??= new Map();
  const limiters = holder[held];
  let limiter = limiters.get(door);
  if (!limiter) {
    const [points, duration] = doors[door](settings()) as [number, number];
    limiter = new RateLimiterMemory({ keyPrefix: door, points, duration });
    limiters.set(door, limiter);
  }
  return limiter;
}

/** Counts these knocks; refuses when one of them is one too many. Counting comes before the work, so that a burst counts. */
export async function knock(...knocks: Knock[]): Promise<{ ok: true } | TooMany> {
  try {
    for (const [door, who] of knocks) await limiterAt(door).consume(who);
    return { ok: true };
  } catch (refusal) {
    // The limiters live on globalThis and each bundle has its own copy of their classes, so `instanceof RateLimiterRes`
    // would miss a refusal of another copy's; what is no error is one.
    if (refusal instanceof Error) throw refusal;
    const { msBeforeNext } = refusal as RateLimiterRes;
    return { ok: false, reason: 'too-many', retryAfterSeconds: Math.ceil(msBeforeNext / 1000) };
  }
}

/** Takes knocks back, where only failures count and this one was none. */
export async function forgive(...knocks: Knock[]): Promise<void> {
  for (const [door, who] of knocks) await limiterAt(door).reward(who);
}

/** Forgets every count: for tests. */
export function forgetLimits(): void {
  delete (globalThis as Holder)[held];
}
