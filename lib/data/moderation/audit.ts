// The audit trail: what those who run a course did to others' words and rights. It is added to and read; the database's
// own triggers refuse anything else.

import { isInstructor } from '#lib/model/permission.ts';
import type { ParticipantId, Ruling } from '#lib/model/record.ts';
import type { AccountId, RoomId, SpaceId } from '../ids.ts';
import type { SpaceAccess } from '../spaces/access.ts';
import { all, database, first, type Transaction } from '../store/database.ts';

/** The rulings that are audited; folding a thread is part of the conversation. */
const audited: ReadonlySet<string> = new Set(['hide', 'show', 'lock', 'unlock', 'erase']);

export type AuditAct = Ruling['act'] | 'dismiss-flag' | 'end-course' | 'hold' | 'lift-hold' | 'delete-person';

export type AuditEntry = {
  spaceId: SpaceId;
  roomId?: RoomId;
  /** Absent for the server itself. */
  accountId?: AccountId;
  act: AuditAct;
  about?: string;
  reason?: string;
};

/** Adds one line; part of the transaction that does what it tells. */
export function* keepAudit(entry: AuditEntry): Transaction<void> {
  yield* all(
    database()
      .build.insertInto('audit')
      .values({
        at: new Date().toISOString(),
        space_id: entry.spaceId,
        room_id: entry.roomId ?? null,
        account_id: entry.accountId ?? null,
        act: entry.act,
        about: entry.about ?? null,
        reason: entry.reason ?? null,
      }),
  );
}

/** Adds the rulings of one commit, in its own transaction. */
export function* auditRulings(
  roomId: RoomId,
  rulings: readonly { by: ParticipantId; ruling: Ruling }[],
): Transaction<void> {
  for (const { by, ruling } of rulings) {
    if (!audited.has(ruling.act)) continue;
    const who = yield* first(
      database()
        .build.selectFrom('participant')
        .innerJoin('room', 'room.id', 'participant.room_id')
        .select(['participant.account_id', 'room.space_id'])
        .where('participant.id', '=', by)
        .where('room.id', '=', roomId),
    );
    if (!who) continue;
    yield* keepAudit({
      spaceId: who.space_id,
      roomId,
      accountId: who.account_id,
      act: ruling.act,
      about: ruling.of,
      ...(ruling.reason !== undefined && { reason: ruling.reason }),
    });
  }
}

export type AuditLine = {
  id: number;
  at: string;
  by: string | null;
  act: string;
  about: string | null;
  reason: string | null;
  roomId: RoomId | null;
  roomTitle: string | null;
};

/** How many lines a page shows, the newest first. */
export const auditPage = 200;

/** The trail of a course, for those who run it; who is limited to sections, of the rooms in which they instruct. `before`: only lines older than this one. */
export async function auditOf(
  access: SpaceAccess,
  before = Number.MAX_SAFE_INTEGER,
): Promise<{ ok: true; lines: AuditLine[] } | { ok: false; reason: 'not-allowed' }> {
  if (!isInstructor(access.role)) return { ok: false, reason: 'not-allowed' };
  const lines = await database()
    .read.selectFrom('audit')
    .leftJoin('account', 'account.id', 'audit.account_id')
    .leftJoin('room', 'room.id', 'audit.room_id')
    .select([
      'audit.id',
      'audit.at',
      'account.name as by',
      'audit.act',
      'audit.about',
      'audit.reason',
      'audit.room_id as roomId',
      'room.title as roomTitle',
    ])
    .where('audit.space_id', '=', access.space.id)
    .where('audit.id', '<', before)
    .$if(access.sections.length > 0, (query) =>
      query.where(({ eb }) =>
        // Only rooms: what concerns the course as a whole is not theirs.
        eb.and([
          eb('room.id', 'is not', null),
          eb.or([eb('room.section', 'is', null), eb('room.section', 'in', access.sections)]),
        ]),
      ),
    )
    .orderBy('audit.id', 'desc')
    .limit(auditPage)
    .execute();
  return { ok: true, lines: lines.map((line) => ({ ...line, id: Number(line.id) })) };
}
