// Assistants may be limited to sections of a course: which rooms, and whose work, they then have nothing to do with.

import type { ExpressionBuilder } from 'kysely';
import type { Role } from '#lib/model/permission.ts';
import type { AccountId, RoomId, SpaceId } from '../ids.ts';
import { all, database, type Transaction, template } from '../store/database.ts';
import type { Schema } from '../store/schema.ts';

/**
 * For a join of membership beside room: an assistant who is limited to sections is nothing in the rooms of others'.
 * Whoever has no limit, and every room without a section, passes.
 */
export function isWithinSections(eb: ExpressionBuilder<Schema, 'membership' | 'room'>) {
  const limits = eb
    .selectFrom('assistant_section')
    .select('assistant_section.section')
    .whereRef('assistant_section.space_id', '=', 'membership.space_id')
    .whereRef('assistant_section.account_id', '=', 'membership.account_id');
  return eb.or([
    eb('membership.role', '!=', 'assistant'),
    eb('room.section', 'is', null),
    eb.not(eb.exists(limits)),
    eb.exists(limits.whereRef('assistant_section.section', '=', 'room.section')),
  ]);
}

/** The sections to which someone with this role is limited in a space; none is no limit. For the proof alone, which carries them. */
export async function sectionsOf(
  accountId: AccountId,
  spaceId: SpaceId,
  role: Role,
): Promise<readonly string[]> {
  if (role !== 'assistant') return [];
  const rows = await database()
    .read.selectFrom('assistant_section')
    .select('section')
    .where('space_id', '=', spaceId)
    .where('account_id', '=', accountId)
    .execute();
  return rows.map(({ section }) => section);
}

/**
 * Ends the links of an assistant that they could not make under their limit: those into the whole course and into others'
 * rooms. Without a limit none.
 */
export function* endLinksBeyondSections(spaceId: SpaceId, accountId: AccountId): Transaction<void> {
  const { build } = database();
  const limits = build
    .selectFrom('assistant_section')
    .select('section')
    .where('space_id', '=', spaceId)
    .where('account_id', '=', accountId);
  const others = build
    .selectFrom('room')
    .select('room.id')
    .where('room.space_id', '=', spaceId)
    .where('room.section', 'not in', limits);
  yield* all(
    build
      .updateTable('invite')
      .set({ revoked_at: new Date().toISOString() })
      .where('space_id', '=', spaceId)
      .where('created_by', '=', accountId)
      .where('revoked_at', 'is', null)
      .where(({ exists }) => exists(limits))
      .where(({ eb }) => eb.or([eb('room_id', 'is', null), eb('room_id', 'in', others)])),
  );
}

/** Everyone in a room who is of none of the sections to which this account is limited; none where it has no limit. */
export const outsideRows = template((build, slot: { accountId: AccountId; roomId: RoomId }) => {
  const limits = build
    .selectFrom('assistant_section')
    .innerJoin('room as here', 'here.space_id', 'assistant_section.space_id')
    .select('assistant_section.section')
    .where('here.id', '=', slot.roomId)
    .where('assistant_section.account_id', '=', slot.accountId);
  return build
    .selectFrom('participant')
    .innerJoin('room', 'room.id', 'participant.room_id')
    .leftJoin('seat', (join) =>
      join
        .onRef('seat.space_id', '=', 'room.space_id')
        .onRef('seat.account_id', '=', 'participant.account_id'),
    )
    .select('participant.id')
    .where('room.id', '=', slot.roomId)
    .where(({ exists }) => exists(limits))
    .where(({ eb }) => eb.or([eb('seat.section', 'is', null), eb('seat.section', 'not in', limits)]));
});
