// Spaces: on screen courses and squads. Who belongs to one is members.ts.

import type { ExpressionBuilder } from 'kysely';
import { mayInSpace, mayOwnSpace, type SpaceKind } from '#lib/model/space-permission.ts';
import { fallbackLocale } from '#lib/words/locales.ts';
import { translatorOf } from '#lib/words/translate.ts';
import { type AccountId, newId, type SpaceId } from '../ids.ts';
import type { Identity } from '../people/identity.ts';
import { all, database, type Transaction } from '../store/database.ts';
import type { Schema } from '../store/schema.ts';
import type { SpaceAccess } from './access.ts';

/** Makes a space, owned by whoever makes it. */
export async function makeSpace(
  identity: Identity,
  form: { name: string; kind: SpaceKind },
): Promise<{ ok: true; id: SpaceId } | { ok: false; reason: 'members-only' }> {
  if (!mayOwnSpace(identity.kind)) return { ok: false, reason: 'members-only' };
  const id = await database().write(() => insertSpace(identity.accountId, form));
  return { ok: true, id };
}

/** What someone's first course is called until they rename it, in the language of their request. */
export function ownCourse(name: string, asked = fallbackLocale): string {
  return translatorOf(asked, 'terms.given')('course', { name });
}

/** Inserts a space and its owner's membership. */
export function* insertSpace(
  owner: AccountId,
  form: { name: string; kind: SpaceKind },
): Transaction<SpaceId> {
  const { build } = database();
  const id = newId();
  const now = new Date().toISOString();
  yield* all(
    build
      .insertInto('space')
      .values({ id, name: form.name, kind: form.kind, created_by: owner, created_at: now }),
  );
  yield* all(
    build
      .insertInto('membership')
      .values({ space_id: id, account_id: owner, role: 'owner', created_at: now, removed_at: null }),
  );
  return id;
}

/** Where `meta` keeps that a space is a draft (drafts.ts). */
export const draftPrefix = 'draft/';

/** For a query of spaces: leaves out those that are still being made, which nobody is shown. */
export function isNoDraft(eb: ExpressionBuilder<Schema, 'space'>) {
  const drafts = eb.selectFrom('meta').select('meta.value').where('meta.key', 'like', `${draftPrefix}%`);
  return eb('space.id', 'not in', drafts);
}

/** The spaces one belongs to, with one's role in each, the oldest first. */
export function spacesOf(identity: Identity) {
  return database()
    .read.selectFrom('membership')
    .innerJoin('space', 'space.id', 'membership.space_id')
    .select(['space.id', 'space.name', 'space.kind', 'membership.role', 'space.created_at as createdAt'])
    .where('membership.account_id', '=', identity.accountId)
    .where('membership.removed_at', 'is', null)
    .where(isNoDraft)
    .orderBy('space.created_at')
    .orderBy('space.id')
    .execute();
}

/** Gives a space another name. */
export async function renameSpace(
  access: SpaceAccess,
  name: string,
): Promise<{ ok: true } | { ok: false; reason: 'not-allowed' }> {
  if (!mayInSpace(access, 'rename')) return { ok: false, reason: 'not-allowed' };
  await database().write(function* () {
    yield* all(database().build.updateTable('space').set({ name }).where('id', '=', access.space.id));
  });
  return { ok: true };
}
