// The library as rows to show: its discussions by when something was last said, its readings by when they came.
// Takes what lib/data gives, as plain shapes, because components do not know the database.

import { fullTitle } from '#lib/model/classes/assignment.ts';
import type { SpaceKind } from '#lib/model/space-permission.ts';
import type { translatorOf } from '#lib/words/translate.ts';
import type { ShelfRow } from './filtered-rows.tsx';

type Room = {
  id: string;
  title: string;
  /** The title of the assignment it belongs to. */
  assignment: string | null;
  kind: 'seminar' | 'debate';
  closedAt: string | null;
  participants: number;
  points: number;
  lastActivityAt: string;
};
type Reading = { id: string; title: string; byline: string | null; createdAt: string; rooms: Room[] };
export type ShelvedSpace = { id: string; name: string; kind: SpaceKind; readings: Reading[] };
export type ShelvedLibrary = { spaces: ShelvedSpace[]; invited: (Room & { spaceName: string })[] };

/** The words for what a row says (`library.facts`). */
export type FactWords = ReturnType<typeof translatorOf<'library.facts'>>;

function roomRow(room: Room, where: string | undefined, t: FactWords): ShelfRow {
  const facts = [
    ...(where ? [where] : []),
    ...(room.closedAt ? [t('closed')] : []),
    t(room.kind === 'debate' ? 'arguments' : 'notes', { count: room.points }),
    t('people', { count: room.participants }),
  ];
  return { id: room.id, href: `/rooms/${room.id}`, title: fullTitle(room), facts, at: room.lastActivityAt };
}

function readingRow(reading: Reading, where: string | undefined, t: FactWords): ShelfRow {
  const facts = [
    ...(reading.byline ? [reading.byline] : []),
    ...(where ? [where] : []),
    t('discussions', { count: reading.rooms.length }),
  ];
  return {
    id: reading.id,
    href: `/readings/${reading.id}`,
    title: reading.title,
    facts,
    at: reading.createdAt,
  };
}

const newestFirst = (a: ShelfRow, b: ShelfRow) => b.at.localeCompare(a.at);

/** Every discussion of these spaces and those one was invited to alone. The space is named where there are several. */
export function discussionRows(
  { spaces, invited }: ShelvedLibrary,
  isNamed: boolean,
  t: FactWords,
): ShelfRow[] {
  const own = spaces.flatMap((space) =>
    space.readings.flatMap((reading) =>
      reading.rooms.map((room) => roomRow(room, isNamed ? space.name : undefined, t)),
    ),
  );
  return [...own, ...invited.map((room) => roomRow(room, room.spaceName, t))].sort(newestFirst);
}

/** Every reading of these spaces. */
export function readingRows(spaces: readonly ShelvedSpace[], isNamed: boolean, t: FactWords): ShelfRow[] {
  return spaces
    .flatMap((space) =>
      space.readings.map((reading) => readingRow(reading, isNamed ? space.name : undefined, t)),
    )
    .sort(newestFirst);
}
