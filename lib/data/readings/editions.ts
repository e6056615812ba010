// The editions of a reading: making the next one, reading earlier ones, and the way from each to another. Old ones are
// kept as they were, for anchors name them.

import { type Mapping, mappingOf } from '#lib/model/editions/mapping.ts';
import { editionsNamed } from '#lib/model/editions/named.ts';
import type { CounterpointRecord } from '#lib/model/record.ts';
import { parseRoomSettings } from '#lib/model/room-settings.ts';
import { mayInSpace } from '#lib/model/space-permission.ts';
import { type ReadingText, textOf } from '#lib/model/text/text.ts';
import { newId, type ReadingId } from '../ids.ts';
import type { SpaceAccess } from '../spaces/access.ts';
import { announce } from '../spaces/access-changes.ts';
import { all, database, first, type Transaction } from '../store/database.ts';
import { editionOf, insertEdition, newestEdition, type Reading } from './readings.ts';
import { roomsHolding } from './room-readings.ts';

/** One edition in the list of a reading's. */
export type EditionRow = {
  id: string;
  number: number;
  title: string;
  createdAt: string;
  /** Who corrected the text; null for the first edition, and for a closed account. */
  by: string | null;
};

/**
 * Publishes a corrected text as the next edition. `corrected` is the number of the edition that was corrected: where
 * another was published meanwhile, nothing is written (`newer-version`), so that no correction undoes another.
 */
export async function makeEdition(
  access: SpaceAccess,
  readingId: ReadingId,
  corrected: number,
  text: ReadingText,
): Promise<
  | { ok: true; reading: Reading }
  | { ok: false; reason: 'not-allowed' | 'no-such-reading' | 'newer-version' | 'round-on' }
> {
  if (!mayInSpace(access, 'correct-text')) return { ok: false, reason: 'not-allowed' };
  const before = await newestEdition(readingId);
  if (before?.spaceId !== access.space.id) return { ok: false, reason: 'no-such-reading' };
  const reading: Reading = {
    ...before,
    edition: newId(),
    number: corrected + 1,
    title: text.title,
    standfirst: text.standfirst ?? null,
    byline: text.byline ?? null,
    credit: text.credit ?? null,
    source: text.source ?? null,
    blocks: text.blocks,
    createdAt: new Date().toISOString(),
  };
  return database().write(function* () {
    const newest = yield* first(numberQuery(readingId));
    if (yield* hasRoundOn(readingId)) return { ok: false as const, reason: 'round-on' as const };
    if (Number(newest?.number) !== corrected) return { ok: false as const, reason: 'newer-version' as const };
    yield* insertEdition(reading, access.accountId);
    yield* announceIn(readingId);
    return { ok: true as const, reading };
  });
}

/** A text is words that debaters see: while a round on it is on, it stays as it is. */
function* hasRoundOn(readingId: ReadingId): Transaction<boolean> {
  const rooms = yield* all(
    database()
      .build.selectFrom('room')
      .select('settings')
      .where('id', 'in', roomsHolding(readingId))
      .where('closed_at', 'is', null),
  );
  return rooms.some(({ settings }) => parseRoomSettings(settings).round?.stage === 'on');
}

/** Open rooms on the reading hear of it with the roster's signal, and offer the new text. */
function* announceIn(readingId: ReadingId): Transaction<void> {
  const rooms = yield* all(roomsHolding(readingId));
  for (const { id } of rooms) yield* announce({ kind: 'roster', roomId: id });
}

function numberQuery(readingId: ReadingId) {
  return database()
    .build.selectFrom('edition')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('reading_id', '=', readingId);
}

/** The number of the newest edition, for whoever already holds proof that they may read it. */
export async function newestNumber(readingId: ReadingId): Promise<number> {
  const row = await database()
    .read.selectFrom('edition')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('reading_id', '=', readingId)
    .executeTakeFirst();
  return Number(row?.number ?? 0);
}

/** All editions, the newest first, for whoever already holds proof that they may read it. */
export function editionsOf(readingId: ReadingId): Promise<EditionRow[]> {
  return database()
    .read.selectFrom('edition')
    .leftJoin('account', (join) =>
      join.onRef('account.id', '=', 'edition.created_by').on('account.closed_at', 'is', null),
    )
    .select([
      'edition.id',
      'edition.number',
      'edition.title',
      'edition.created_at as createdAt',
      'account.name as by',
    ])
    .where('edition.reading_id', '=', readingId)
    .orderBy('edition.number', 'desc')
    .execute();
}

/** How many comparisons are remembered: two editions never change, and a long text takes a third of a second. */
const mostRemembered = 200;
const remembered = new Map<string, Mapping>();

/** The way from one edition's text to another's; null where there is no such edition. */
export async function mappingBetween(
  readingId: ReadingId,
  from: string,
  to: string,
): Promise<Mapping | null> {
  const key = `${readingId} ${from} ${to}`;
  const known = remembered.get(key);
  if (known) return known;
  const [was, is] = await Promise.all([editionOf(readingId, from), editionOf(readingId, to)]);
  if (!was || !is) return null;
  const mapping = mappingOf(textOf(was.blocks), textOf(is.blocks));
  const [oldest] = remembered.keys();
  if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest);
  remembered.set(key, mapping);
  return mapping;
}

/**
 * The ways to a reading's edition from every other one in which these records have anchors, and from the one before
 * it, in which somebody may be writing just now.
 */
export async function mappingsTo(
  reading: Pick<Reading, 'id' | 'edition' | 'number'>,
  records: Iterable<{ value: CounterpointRecord }>,
): Promise<Record<string, Mapping>> {
  const named = editionsNamed(reading.id, records);
  const before = await previousEdition(reading);
  if (before !== null) named.add(before);
  named.delete(reading.edition);
  const mappings: Record<string, Mapping> = {};
  for (const edition of named) {
    const mapping = await mappingBetween(reading.id, edition, reading.edition);
    if (mapping) mappings[edition] = mapping;
  }
  return mappings;
}

async function previousEdition({ id, number }: Pick<Reading, 'id' | 'number'>): Promise<string | null> {
  const row = await database()
    .read.selectFrom('edition')
    .select('id')
    .where('reading_id', '=', id)
    .where('number', '=', number - 1)
    .executeTakeFirst();
  return row?.id ?? null;
}
