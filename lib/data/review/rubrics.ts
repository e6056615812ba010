// Rubrics and stock comments: what the instructors of a space use again from one discussion to the next.

import * as v from 'valibot';
import { type Rubric, type RubricForm, rubricForm } from '#lib/model/review/rubric.ts';
import { newId, type SpaceId } from '../ids.ts';
import { all, database } from '../store/database.ts';
import { mayAssign, type ReviewAccess } from './reviewing.ts';

/** The rubrics of a space that can be chosen, the newest first. */
export async function rubricsOf(spaceId: SpaceId): Promise<Rubric[]> {
  const rows = await database()
    .read.selectFrom('rubric')
    .selectAll()
    .where('space_id', '=', spaceId)
    .where('archived_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(rubricIn);
}

/** One rubric, archived or not: a grade is told by the rubric it was given by. */
export async function rubricWithId(id: string): Promise<Rubric | null> {
  const row = await database().read.selectFrom('rubric').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? rubricIn(row) : null;
}

/** Keeps a new rubric beside the others. */
export function makeRubric(access: ReviewAccess, form: RubricForm): Promise<Rubric> {
  return insertRubric(access, form);
}

/** Keeps a new rubric in the place of another, which then can no longer be chosen by anyone in the course. */
export async function replaceRubric(
  access: ReviewAccess,
  form: RubricForm,
  instead: string,
): Promise<{ ok: true; rubric: Rubric } | { ok: false; reason: 'not-allowed' }> {
  if (!(await mayAssign(access))) return { ok: false, reason: 'not-allowed' };
  return { ok: true, rubric: await insertRubric(access, form, instead) };
}

async function insertRubric(access: ReviewAccess, form: RubricForm, instead?: string): Promise<Rubric> {
  const id = newId();
  const createdAt = new Date().toISOString();
  await database().write(function* () {
    const { build } = database();
    yield* all(
      build.insertInto('rubric').values({
        id,
        space_id: access.room.spaceId,
        name: form.name,
        scale: form.scale,
        criteria: JSON.stringify(form.criteria),
        created_by: access.accountId,
        created_at: createdAt,
        archived_at: null,
      }),
    );
    if (instead === undefined) return;
    yield* all(
      build
        .updateTable('rubric')
        .set({ archived_at: createdAt })
        .where('id', '=', instead)
        .where('space_id', '=', access.room.spaceId),
    );
  });
  return { id, ...form };
}

function rubricIn(row: { id: string; name: string; scale: string; criteria: string }): Rubric {
  const { id, name, scale } = row;
  return { id, ...v.parse(rubricForm, { name, scale, criteria: JSON.parse(row.criteria) }) };
}

export type StockComment = { id: string; body: string };

/** The comments of a space, the newest first. */
export function stockCommentsOf(spaceId: SpaceId): Promise<StockComment[]> {
  return database()
    .read.selectFrom('stock_comment')
    .select(['id', 'body'])
    .where('space_id', '=', spaceId)
    .orderBy('created_at', 'desc')
    .execute();
}

/** Keeps words for another time; the same words are kept once. */
export async function keepComment(access: ReviewAccess, body: string): Promise<StockComment> {
  const known = (await stockCommentsOf(access.room.spaceId)).find((comment) => comment.body === body);
  if (known) return known;
  const comment = { id: newId(), body };
  const values = {
    ...comment,
    space_id: access.room.spaceId,
    created_by: access.accountId,
    created_at: new Date().toISOString(),
  };
  await database().write(() => all(database().build.insertInto('stock_comment').values(values)));
  return comment;
}

/** Takes words out of the bank; marks that were given with them keep them. */
export async function dropComment(access: ReviewAccess, id: string): Promise<void> {
  await database().write(() =>
    all(
      database()
        .build.deleteFrom('stock_comment')
        .where('id', '=', id)
        .where('space_id', '=', access.room.spaceId),
    ),
  );
}
