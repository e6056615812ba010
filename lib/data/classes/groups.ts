// Sections and groups as names on the roster: dealt at random, renamed, and the sections to which assistants are limited.

import { randomGroups } from '#lib/model/classes/roster.ts';
import type { Locale } from '#lib/model/manners.ts';
import { nameOrder } from '#lib/model/name-order.ts';
import { isInstructor } from '#lib/model/permission.ts';
import { mayInSpace } from '#lib/model/space-permission.ts';
import { fallbackLocale } from '#lib/words/locales.ts';
import { translatorOf } from '#lib/words/translate.ts';
import type { AccountId } from '../ids.ts';
import type { SpaceAccess } from '../spaces/access.ts';
import { announceStanding } from '../spaces/members.ts';
import { endLinksBeyondSections } from '../spaces/section-limits.ts';
import { all, database, first, type Transaction } from '../store/database.ts';

/**
 * Deals everyone on the roster into groups of about `size`, within their section where there are sections. Assignments
 * that stand already keep their groups. The groups are named in the language of whoever deals.
 */
export async function dealGroups(
  access: SpaceAccess,
  { size, locale }: { size: number; locale: Locale },
  random: () => number = Math.random,
): Promise<{ ok: true; groups: number } | { ok: false; reason: 'not-allowed' }> {
  if (!mayInSpace(access, 'deal-groups')) return { ok: false, reason: 'not-allowed' };
  const inOrder = nameOrder(locale);
  const t = translatorOf(locale, 'classes.deal');
  return database().write(function* () {
    const { build } = database();
    const seats = yield* all(
      build
        .selectFrom('seat')
        .select(['id', 'section'])
        .where('space_id', '=', access.space.id)
        .orderBy('created_at')
        .orderBy('id'),
    );
    const sections = Map.groupBy(seats, (seat) => seat.section ?? '');
    let number = 0;
    for (const [, members] of [...sections].sort(([a], [b]) => inOrder(a, b))) {
      for (const group of randomGroups(members, size, random)) {
        const name = t('group', { number: String(++number) });
        for (const { id } of group)
          yield* all(build.updateTable('seat').set({ group_name: name }).where('id', '=', id));
      }
    }
    return { ok: true as const, groups: number };
  });
}

/** Limits an assistant to some sections of a course; none lifts the limit. Sockets are judged again (AUTH2). */
export async function limitAssistant(
  access: SpaceAccess,
  accountId: AccountId,
  sections: readonly string[],
): Promise<{ ok: true } | { ok: false; reason: 'not-allowed' | 'no-such-member' }> {
  if (!mayInSpace(access, 'change-role')) return { ok: false, reason: 'not-allowed' };
  return database().write(function* () {
    if (!(yield* isAssistant(access, accountId)))
      return { ok: false as const, reason: 'no-such-member' as const };
    const { build } = database();
    yield* all(
      build
        .deleteFrom('assistant_section')
        .where('space_id', '=', access.space.id)
        .where('account_id', '=', accountId),
    );
    for (const section of new Set(sections))
      yield* all(
        build
          .insertInto('assistant_section')
          .values({ space_id: access.space.id, account_id: accountId, section }),
      );
    yield* endLinksBeyondSections(access.space.id, accountId);
    // Rooms in which they have no socket open show their layer as an instructor's, too.
    yield* announceStanding(access.space.id, accountId);
    return { ok: true as const };
  });
}

function* isAssistant(access: SpaceAccess, accountId: AccountId): Transaction<boolean> {
  const row = yield* first(
    database()
      .build.selectFrom('membership')
      .select('role')
      .where('space_id', '=', access.space.id)
      .where('account_id', '=', accountId)
      .where('removed_at', 'is', null),
  );
  return row?.role === 'assistant';
}

/** The names of a course's sections: of its people, and of its rooms, which a copied course has before its people. */
export async function sectionsIn({ space }: SpaceAccess, locale: Locale = fallbackLocale): Promise<string[]> {
  const { read } = database();
  const own = [
    read.selectFrom('seat').select('section').distinct().where('space_id', '=', space.id),
    read.selectFrom('room').select('section').distinct().where('space_id', '=', space.id),
  ];
  const rows = (await Promise.all(own.map((query) => query.execute()))).flat();
  return [...new Set(rows.flatMap(({ section }) => section ?? []))].sort(nameOrder(locale));
}

/** The sections of every limited assistant of a course. */
export async function limitsOf(access: SpaceAccess): Promise<ReadonlyMap<AccountId, string[]>> {
  if (!isInstructor(access.role)) return new Map();
  const rows = await database()
    .read.selectFrom('assistant_section')
    .select(['account_id', 'section'])
    .where('space_id', '=', access.space.id)
    .orderBy('section')
    .execute();
  const limits = Map.groupBy(rows, (row) => row.account_id);
  return new Map([...limits].map(([id, some]) => [id, some.map(({ section }) => section)]));
}
