// Readings and their editions: texts as they were published in a space. A published edition is never changed.

import type { Locale } from '#lib/model/manners.ts';
import { mayEnterRoom, roleInRoom } from '#lib/model/permission.ts';
import { mayInSpace, mayOwnSpace, withoutLimit } from '#lib/model/space-permission.ts';
import type { Block, ReadingText } from '#lib/model/text/text.ts';
import { type AccountId, newId, type ReadingId, type SpaceId } from '../ids.ts';
import type { Identity } from '../people/identity.ts';
import { enterSpace, type SpaceAccess } from '../spaces/access.ts';
import { insertSpace, ownCourse, spacesOf } from '../spaces/spaces.ts';
import { all, database, type Transaction } from '../store/database.ts';

/** A reading in its newest edition; what the source lacks is null. */
export type Reading = {
  id: ReadingId;
  spaceId: SpaceId;
  /** The edition's id, which anchors name. */
  edition: string;
  /** Counts the reading's editions, from 1 on. */
  number: number;
  title: string;
  standfirst: string | null;
  byline: string | null;
  credit: string | null;
  source: string | null;
  blocks: Block[];
  createdAt: string;
};

/**
 * Keeps a text as a new reading of a space. Where it comes with its earlier versions, the oldest first, they are the
 * editions before it; `editions` are the ids of all, in their order.
 */
export async function keepReading(
  access: SpaceAccess,
  text: ReadingText,
  earlier: readonly ReadingText[] = [],
): Promise<{ ok: true; reading: Reading; editions: string[] } | { ok: false; reason: 'not-allowed' }> {
  if (!mayInSpace(access, 'import')) return { ok: false, reason: 'not-allowed' };
  const id = newId();
  const createdAt = new Date().toISOString();
  const editionIn = (one: ReadingText, i: number): Reading => ({
    id,
    spaceId: access.space.id,
    edition: newId(),
    number: i + 1,
    title: one.title,
    standfirst: one.standfirst ?? null,
    byline: one.byline ?? null,
    credit: one.credit ?? null,
    source: one.source ?? null,
    blocks: one.blocks,
    createdAt,
  });
  const before = earlier.map(editionIn);
  const reading = editionIn(text, before.length);
  await database().write(function* () {
    yield* all(
      database().build.insertInto('reading').values({
        id,
        space_id: access.space.id,
        created_by: access.accountId,
        created_at: createdAt,
        archived_at: null,
      }),
    );
    for (const edition of [...before, reading]) yield* insertEdition(edition, null);
  });
  return { ok: true, reading, editions: [...before, reading].map(({ edition }) => edition) };
}

/** Writes a reading's text as one edition of it. */
export function* insertEdition(reading: Reading, createdBy: AccountId | null): Transaction<void> {
  const { id, spaceId: _, edition, number, blocks, createdAt, ...heading } = reading;
  yield* all(
    database()
      .build.insertInto('edition')
      .values({
        id: edition,
        reading_id: id,
        number,
        ...heading,
        blocks: JSON.stringify(blocks),
        created_at: createdAt,
        created_by: createdBy,
      }),
  );
}

/**
 * A reading, for those who belong to its space or have a place in a room on it. To anyone else it does not exist.
 */
export async function readingOf(identity: Identity, id: ReadingId): Promise<Reading | null> {
  const spaceId = await spaceOfReading(id);
  if (spaceId === null) return null;
  const mayRead = (await enterSpace(identity, spaceId)) !== null || (await hasPlaceOn(identity, id));
  return mayRead ? newestEdition(id) : null;
}

/** May someone from outside the space enter one of the rooms on this reading? */
async function hasPlaceOn(identity: Identity, id: ReadingId): Promise<boolean> {
  const places = await database()
    .read.selectFrom('participant')
    .innerJoin('room', 'room.id', 'participant.room_id')
    .innerJoin('room_reading as held', 'held.room_id', 'room.id')
    .select(['participant.role', 'room.entry'])
    .where('held.reading_id', '=', id)
    .where('participant.account_id', '=', identity.accountId)
    .where('participant.removed_at', 'is', null)
    .execute();
  return places.some((place) => mayEnterRoom(roleInRoom(place.role, null), place.entry, true));
}

/** A reading in its newest edition, for whoever already holds proof that they may read it; null where there is none. */
export async function newestEdition(id: ReadingId): Promise<Reading | null> {
  const row = await editionsQuery(id).orderBy('edition.number', 'desc').executeTakeFirst();
  return row ? readingIn(row) : null;
}

/** A reading in any edition, for whoever already holds proof that they may read it; null where there is none. */
export async function editionOf(id: ReadingId, edition: string): Promise<Reading | null> {
  const row = await editionsQuery(id).where('edition.id', '=', edition).executeTakeFirst();
  return row ? readingIn(row) : null;
}

function readingIn(row: Omit<Reading, 'blocks'> & { blocks: string }): Reading {
  return { ...row, blocks: JSON.parse(row.blocks) as Block[] };
}

function editionsQuery(id: ReadingId) {
  return database()
    .read.selectFrom('edition')
    .innerJoin('reading', 'reading.id', 'edition.reading_id')
    .select([
      'reading.id',
      'reading.space_id as spaceId',
      'edition.id as edition',
      'edition.number',
      'edition.title',
      'edition.standfirst',
      'edition.byline',
      'edition.credit',
      'edition.source',
      'edition.blocks',
      'edition.created_at as createdAt',
    ])
    .where('reading.id', '=', id);
}

/**
 * The space a text goes to: the one named, else the caller's first in which they may import; one is made for members
 * who have none, named in the language of the request, `asked`. Guests have only the spaces that let them import.
 */
export async function importSpaceFor(
  identity: Identity,
  spaceId: SpaceId | undefined,
  asked?: Locale,
): Promise<{ ok: true; access: SpaceAccess } | { ok: false; reason: 'no-such-space' | 'members-only' }> {
  const id = spaceId ?? (await firstImportSpace(identity, asked));
  if (id === null) return { ok: false, reason: 'members-only' };
  const access = await enterSpace(identity, id);
  return access ? { ok: true, access } : { ok: false, reason: 'no-such-space' };
}

/**
 * May they bring texts or discussions into this space, or, where none is named, into any? As `importSpaceFor` and what
 * follows it decide, without making a space: to be asked before something large is read.
 */
export async function mayImport(
  identity: Identity,
  spaceId: SpaceId | undefined,
): Promise<{ ok: true } | { ok: false; reason: 'no-such-space' | 'not-allowed' | 'members-only' }> {
  if (spaceId === undefined) {
    const isAllowed = mayOwnSpace(identity.kind) || (await openToImport(identity)) !== undefined;
    return isAllowed ? { ok: true } : { ok: false, reason: 'members-only' };
  }
  const access = await enterSpace(identity, spaceId);
  if (!access) return { ok: false, reason: 'no-such-space' };
  const isAllowed = mayInSpace(access, 'import');
  return isAllowed ? { ok: true } : { ok: false, reason: 'not-allowed' };
}

/** The first of someone's spaces in which they may import. */
async function openToImport(identity: Identity): Promise<SpaceId | undefined> {
  const spaces = await spacesOf(identity);
  return spaces.find(({ role, kind }) => mayInSpace(withoutLimit(role, kind), 'import'))?.id;
}

async function firstImportSpace(identity: Identity, asked?: Locale): Promise<SpaceId | null> {
  const known = await openToImport(identity);
  if (known !== undefined) return known;
  if (!mayOwnSpace(identity.kind)) return null;
  return database().write(() =>
    insertSpace(identity.accountId, { name: ownCourse(identity.name, asked), kind: 'course' }),
  );
}

/** The space of a reading, for `enterSpace` before `makeRoom`; null where there is no such reading. */
export async function spaceOfReading(id: ReadingId): Promise<SpaceId | null> {
  const row = await database()
    .read.selectFrom('reading')
    .select('space_id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.space_id ?? null;
}
