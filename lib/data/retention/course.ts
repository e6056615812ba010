// How long a course is kept: when it ended, for how many months more, and what holds its purge back.

import { backupsExpireAt, purgeAt } from '#lib/model/classes/retention.ts';
import { isInstructor } from '#lib/model/permission.ts';
import { isWithin, mayInSpace } from '#lib/model/space-permission.ts';
import { type AccountId, newId } from '../ids.ts';
import { keepAudit } from '../moderation/audit.ts';
import { settings } from '../settings.ts';
import type { SpaceAccess } from '../spaces/access.ts';
import { all, database, first } from '../store/database.ts';
import { belonging } from './belonging.ts';

export type Hold = {
  id: string;
  kind: 'records-request' | 'appeal';
  note: string;
  /** Whom it is about; null for the whole course. */
  about: string | null;
  openedAt: string;
};

export type Retention = {
  endedAt: string | null;
  months: number;
  /** When everything goes; null while the course goes on. */
  purgeAt: string | null;
  /** For how many days backups made before are kept, and when the last of them expires; null where the operator says nothing. */
  backupDays: number | null;
  backupsExpireAt: string | null;
  /** Only instructors are told what holds it back, as far as it is of their sections; others see that something does. */
  holds: Hold[];
  isHeld: boolean;
};

/** What a course promises about its end, to anyone who belongs to it. */
export async function retentionOf(access: SpaceAccess): Promise<Retention> {
  const { read } = database();
  const [space, holds] = await Promise.all([
    read
      .selectFrom('space')
      .select(['ended_at', 'retention_months'])
      .where('id', '=', access.space.id)
      .executeTakeFirstOrThrow(),
    read
      .selectFrom('hold')
      .leftJoin('account', 'account.id', 'hold.account_id')
      .leftJoin('seat', (join) =>
        join.onRef('seat.space_id', '=', 'hold.space_id').onRef('seat.account_id', '=', 'hold.account_id'),
      )
      .select([
        'hold.id',
        'hold.kind',
        'hold.note',
        'account.name as about',
        'hold.opened_at as openedAt',
        'seat.section',
      ])
      .where('hold.space_id', '=', access.space.id)
      .where('hold.closed_at', 'is', null)
      .orderBy('hold.opened_at')
      .execute(),
  ]);
  const { ended_at: endedAt, retention_months: months } = space;
  const purgedAt = endedAt === null ? null : purgeAt(endedAt, months);
  const backupDays = settings().backupDays ?? null;
  return {
    endedAt,
    months,
    purgeAt: purgedAt,
    backupDays,
    backupsExpireAt: purgedAt === null || backupDays === null ? null : backupsExpireAt(purgedAt, backupDays),
    holds: isInstructor(access.role)
      ? holds
          .filter(({ section }) => isWithin(access.sections, section))
          .map(({ section: _, ...hold }) => hold)
      : [],
    isHeld: holds.length > 0,
  };
}

type Refused = { ok: false; reason: 'not-allowed' | 'no-such-hold' | 'no-such-member' | 'over-already' };

/**
 * Ends a course or takes its end back, and says how long it is kept. Its discussions are as open as before. Refuses months
 * by which its time would be over already: what cannot be undone does not come of a choice in a list.
 */
export async function changeRetention(
  access: SpaceAccess,
  change: { ended?: boolean | undefined; months?: number | undefined },
): Promise<{ ok: true } | Refused> {
  if (!mayInSpace(access, 'set-retention')) return { ok: false, reason: 'not-allowed' };
  return database().write(function* () {
    const { build } = database();
    const space = build.selectFrom('space').select('ended_at').where('id', '=', access.space.id);
    const own = build.updateTable('space').where('id', '=', access.space.id);
    const now = new Date().toISOString();
    const before = (yield* first(space))?.ended_at ?? null;
    // Whoever ends it once more, from a page of before, does not move its end.
    const endedAt = change.ended === undefined ? before : change.ended ? (before ?? now) : null;
    if (change.months !== undefined && endedAt !== null && purgeAt(endedAt, change.months) <= now)
      return { ok: false as const, reason: 'over-already' as const };
    if (change.months !== undefined) yield* all(own.set({ retention_months: change.months }));
    if (endedAt === before) return { ok: true as const };
    yield* all(own.set({ ended_at: endedAt }));
    yield* keepAudit({
      spaceId: access.space.id,
      accountId: access.accountId,
      act: 'end-course',
      about: change.ended ? 'ended' : 'goes on',
    });
    return { ok: true as const };
  });
}

/** Holds back the purge, and the deletion of the one it is about, while a records request or an appeal is open. */
export async function openHold(
  access: SpaceAccess,
  form: { kind: Hold['kind']; note: string; accountId: AccountId | null },
): Promise<{ ok: true; id: string } | Refused> {
  if (!mayInSpace(access, 'set-retention')) return { ok: false, reason: 'not-allowed' };
  const id = newId();
  return database().write(function* () {
    const { build } = database();
    if (form.accountId !== null) {
      const member = yield* first(
        build
          .selectFrom(belonging().as('belonging'))
          .select('account_id')
          .where('space_id', '=', access.space.id)
          .where('account_id', '=', form.accountId),
      );
      if (!member) return { ok: false as const, reason: 'no-such-member' as const };
    }
    yield* all(
      build.insertInto('hold').values({
        id,
        space_id: access.space.id,
        account_id: form.accountId,
        kind: form.kind,
        note: form.note,
        opened_by: access.accountId,
        opened_at: new Date().toISOString(),
        closed_at: null,
      }),
    );
    yield* keepAudit({
      spaceId: access.space.id,
      accountId: access.accountId,
      act: 'hold',
      about: form.kind,
      reason: form.note,
    });
    return { ok: true as const, id };
  });
}

/** Closes a records request or an appeal. */
export async function liftHold(access: SpaceAccess, id: string): Promise<{ ok: true } | Refused> {
  if (!mayInSpace(access, 'set-retention')) return { ok: false, reason: 'not-allowed' };
  return database().write(function* () {
    const lifted = yield* first(
      database()
        .build.updateTable('hold')
        .set({ closed_at: new Date().toISOString() })
        .where('id', '=', id)
        .where('space_id', '=', access.space.id)
        .where('closed_at', 'is', null)
        .returning('kind'),
    );
    if (!lifted) return { ok: false as const, reason: 'no-such-hold' as const };
    yield* keepAudit({
      spaceId: access.space.id,
      accountId: access.accountId,
      act: 'lift-hold',
      about: lifted.kind,
    });
    return { ok: true as const };
  });
}
