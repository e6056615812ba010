// How long a course's words are kept after it ended. Pure; the purge itself is the server's.

export const monthChoices = [3, 6, 12, 24, 36, 60] as const;

/** When everything in a course goes: so many months after its end, on the same day of the month or the last one before it. */
export function purgeAt(endedAt: string, months: number): string {
  const end = new Date(endedAt);
  const day = end.getUTCDate();
  const purge = new Date(end);
  purge.setUTCDate(1);
  purge.setUTCMonth(purge.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(purge.getUTCFullYear(), purge.getUTCMonth() + 1, 0)).getUTCDate();
  purge.setUTCDate(Math.min(day, lastDay));
  return purge.toISOString();
}

/** When the last backup that still holds what was purged is deleted, where its operator says for how many days they are kept. */
export function backupsExpireAt(purgedAt: string, backupDays: number): string {
  return new Date(Date.parse(purgedAt) + backupDays * 86_400_000).toISOString();
}
