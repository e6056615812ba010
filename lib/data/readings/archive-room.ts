// A room made from an archive: its texts as new readings, its people as imported ones in their seats, and its records said
// again in their order, so that it has the same words and the same past. The archive is read by lib/exchange.

import { isForAll } from '#lib/model/classes/for-all.ts';
import { renamed } from '#lib/model/imported.ts';
import type { Role } from '#lib/model/permission.ts';
import {
  type CounterpointRecord,
  type ParticipantId,
  parseRecord,
  type RecordId,
  type Ref,
} from '#lib/model/record.ts';
import type { RoomSettings } from '#lib/model/room-settings.ts';
import { formatOf } from '#lib/model/round/presets.ts';
import type { Seat } from '#lib/model/round/rule.ts';
import { cleanLine, maxNameLength, type ReadingText } from '#lib/model/text/text.ts';
import { misfitWords } from '#lib/words/fault-words.ts';
import { type Saying, translatorOf } from '#lib/words/translate.ts';
import type { ReadingId, RoomId } from '../ids.ts';
import type { Identity } from '../people/identity.ts';
import { settings } from '../settings.ts';
import { enterRoom, type RoomAccess, type SpaceAccess } from '../spaces/access.ts';
import { addReading } from './changing-readings.ts';
import { placesFor } from './importing.ts';
import { madeApart } from './made-apart.ts';
import { parseReadingText } from './reading-text.ts';
import { keepReading } from './readings.ts';
import { changeRoom, makeRoom } from './rooms.ts';
import { changeRound } from './rounds.ts';
import { restoreTimes } from './times.ts';
import { type WriteProgress, type WriteRefusal, type Writing, writeRecords } from './writing.ts';

export type RoomArchive = {
  room: { title: string; kind: 'seminar' | 'debate'; settings: RoomSettings; isClosed: boolean };
  /** Its readings in their order, each with its editions, the oldest first. */
  readings: readonly { id: string; editions: readonly { id: string; text: unknown }[] }[];
  people: readonly ({ id: ParticipantId; name: string; role: Role } & Seat)[];
  replay: readonly Replayed[];
  saidFirst: readonly { ref: Ref; side: string | null; createdAt: string }[];
};

type Replayed = {
  participant: ParticipantId;
  id: RecordId;
  value: unknown;
  side: string | null;
  acceptedAt?: string;
};

type Made = { ok: true; roomId: RoomId; written: number; report: Saying[] };
export type ArchiveRefusal =
  | { ok: false; reason: 'invalid'; say: Saying }
  | { ok: false; reason: 'cancelled' }
  | WriteRefusal;

/** Makes a room of this space from an archive: whole, or nothing at all. */
export async function makeRoomFrom(
  identity: Identity,
  space: SpaceAccess,
  archive: RoomArchive,
  progress: WriteProgress = {},
): Promise<Made | ArchiveRefusal> {
  const read = textsIn(archive);
  if (!read.ok) return read;
  const { values, report } = valuesIn(archive);
  return madeApart(identity, space, async (draft): Promise<Made | ArchiveRefusal> => {
    const made = await emptyRoom(identity, draft, archive, read.texts);
    if (!made.ok) return made;
    const { access, ids } = made;
    const writings = values.map((value) => ({ ...value, ...renamedWriting(value, ids) }));
    const outcome = await sayAgain(identity, access, writings, archive, progress);
    if (!outcome.ok) return outcome;
    await restoreTimes(access, {
      accepted: writings,
      saidFirst: archive.saidFirst.map((one) => renamed(one, ids) as typeof one),
    });
    await takeSeats(access, archive, ids);
    if (progress.signal?.aborted) return { ok: false, reason: 'cancelled' };
    return { ok: true, roomId: access.room.id, written: outcome.written, report };
  });
}

type Named = Writing & Pick<Replayed, 'side' | 'acceptedAt'>;

/** A reading as it comes in: its versions, the newest apart. */
type Texts = { newest: ReadingText; earlier: ReadingText[] };

function textsIn({
  readings,
}: RoomArchive): { ok: true; texts: Texts[] } | { ok: false; reason: 'invalid'; say: Saying } {
  const invalid = (say: Saying) => ({ ok: false, reason: 'invalid', say }) as const;
  const texts: Texts[] = [];
  for (const { editions } of readings) {
    const parsed = editions.map(({ text }) => parseReadingText(text, settings().limits));
    const earlier: ReadingText[] = [];
    for (const one of parsed) {
      if (!one.ok) return invalid((locale) => misfitWords(one.misfit, 'made', locale));
      earlier.push(one.text);
    }
    const newest = earlier.pop();
    if (!newest) return invalid((locale) => translatorOf(locale, 'refusals.archive')('noText'));
    texts.push({ newest, earlier });
  }
  return { ok: true, texts };
}

/** The room without a word in it yet, with its people, and what everything of the archive is called here. */
async function emptyRoom(
  identity: Identity,
  space: SpaceAccess,
  archive: RoomArchive,
  texts: readonly Texts[],
): Promise<
  { ok: true; access: RoomAccess; ids: Map<string, string> } | { ok: false; reason: 'not-allowed' }
> {
  const refused = { ok: false, reason: 'not-allowed' } as const;
  const { room } = archive;
  const kept = await keepReadings(space, archive.readings, texts);
  const [first = '', ...further] = kept.readings;
  const made = await makeRoom(space, {
    readingId: first,
    title: room.title,
    kind: room.kind,
    format: room.settings.round?.format,
  });
  if (!made.ok) return refused;
  const entered = await enterRoom(identity, made.id);
  if (!entered.ok) return refused;
  const { access } = entered;
  for (const id of further) if (!(await addReading(identity, access, id)).ok) return refused;
  const { round: _, ...shown } = room.settings;
  const changed = await changeRoom(access, { settings: shown });
  const given = await placesFor(access, archive.people.map(arriving));
  if (!changed.ok || !given.ok) return refused;
  return { ok: true, access, ids: new Map([...given.places, ...kept.ids]) };
}

/** Their new ids in order, and what each reading and each of its editions is called here. */
async function keepReadings(
  space: SpaceAccess,
  archived: RoomArchive['readings'],
  texts: readonly Texts[],
): Promise<{ readings: ReadingId[]; ids: [string, string][] }> {
  const readings: ReadingId[] = [];
  const ids: [string, string][] = [];
  for (const [i, { newest, earlier }] of texts.entries()) {
    const kept = await keepReading(space, newest, earlier);
    const was = archived[i];
    if (!kept.ok || !was) continue;
    readings.push(kept.reading.id);
    ids.push([was.id, kept.reading.id]);
    was.editions.forEach(({ id }, n) => {
      ids.push([id, kept.editions[n] ?? '']);
    });
  }
  return { readings, ids };
}

function arriving({ id, name, role }: RoomArchive['people'][number]) {
  return { key: id, name: importedName(name), role };
}

/**
 * Says everything again, in the room and in the documents of its sides. The gate lets chairs run clocks, judges give
 * ballots once the round is over, and sides prepare: whoever brings the archive in sits where each part of it was said.
 */
async function sayAgain(
  identity: Identity,
  access: RoomAccess,
  values: readonly Named[],
  { room: { settings: kept } }: RoomArchive,
  { onWritten, signal }: WriteProgress,
): Promise<{ ok: true; written: number } | WriteRefusal | { ok: false; reason: 'cancelled' }> {
  const cancelled = { ok: false, reason: 'cancelled' } as const;
  if (kept.round) await changeRound(access, { stage: 'over' });
  let written = 0;
  for (const { side, part, said } of turnsOf(values)) {
    if (signal?.aborted) return cancelled;
    if (kept.round) await changeRound(access, { seats: [{ participant: access.participant, side, part }] });
    const outcome = await writeRecords(identity, access, said, {
      ...(signal && { signal }),
      ...(side !== null && { side }),
      onWritten: (count) => onWritten?.(written + count),
    });
    if (!outcome.ok) return outcome;
    written += outcome.written;
  }
  return signal?.aborted ? cancelled : { ok: true, written };
}

/** What was said from one seat, in its order; ballots come after the words that they judge. */
function turnsOf(values: readonly Named[]): (Seat & { said: Named[] })[] {
  const turns = Map.groupBy(
    values,
    ({ side, value }) => side ?? (value?.type === 'ballot' ? ballots : words),
  );
  const { [words]: first = [], [ballots]: last = [] } = Object.fromEntries(turns);
  turns.delete(words);
  turns.delete(ballots);
  return [
    { side: null, part: 'chair' as const, said: first },
    { side: null, part: 'judge' as const, said: last },
    ...[...turns].map(([side, said]) => ({ side, part: 'coach' as const, said })),
  ].filter(({ said }) => said.length > 0);
}

// No side is called so: a side's id has no spaces.
const words = 'the room';
const ballots = 'its ballots';

/** Everyone to their seats, and the room to its stage. A round that is not over needs someone who can end it. */
async function takeSeats(
  access: RoomAccess,
  { room, people }: RoomArchive,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const { round } = room.settings;
  if (round) {
    const sides = sidesOf(room.settings);
    const seats = people.map(({ id, side, part }) => ({
      participant: ids.get(id) ?? '',
      side: side !== null && sides.has(side) ? side : null,
      part,
    }));
    const part = round.stage === 'over' ? null : ('chair' as const);
    seats.push({ participant: access.participant, side: null, part });
    await changeRound(access, { stage: round.stage, seats });
  }
  if (room.isClosed) await changeRoom(access, { closed: true });
}

function sidesOf({ round }: RoomSettings): ReadonlySet<string> {
  return new Set(round && formatOf(round.format).sides.map(({ id }) => id));
}

/** As others read it: whoever is named in an archive was never here. */
function importedName(name: string): string {
  const suffix = ', imported from an archive';
  if (name.endsWith(suffix)) return name;
  return (
    cleanLine(name)
      .slice(0, maxNameLength - suffix.length)
      .toWellFormed()
      .trim() + suffix
  );
}

/** Every value that this version knows, on the layers of people who are named, where a room like this may hold it. */
function valuesIn({ room, people, replay }: RoomArchive): { values: Named[]; report: Saying[] } {
  const named = new Set(people.map(({ id }) => id));
  const sides = sidesOf(room.settings);
  const values: Named[] = [];
  for (const { value, ...one } of replay) {
    const record = recordIn(value);
    const isHeld = room.settings.round !== undefined || !isOfRound(record);
    const isPlaced = one.side === null || sides.has(one.side);
    if (record !== undefined && isHeld && isPlaced && named.has(one.participant))
      values.push({ ...one, value: record });
  }
  const report: Saying[] = replay.some(({ value }) => isForAllHere(value))
    ? [(locale) => translatorOf(locale, 'refusals.archive')('forAll')]
    : [];
  const left = replay.length - values.length;
  if (left === 0) return { values, report };
  const why: Saying = (locale) => translatorOf(locale, 'refusals.archive')('leftOut', { left });
  return { values, report: [...report, why] };
}

function isForAllHere(value: unknown): boolean {
  const parsed = parseRecord(value);
  return parsed.ok && isForAll(parsed.value);
}

function isOfRound(record: CounterpointRecord | null | undefined): boolean {
  return record?.type === 'clock' || record?.type === 'ballot';
}

function recordIn(value: unknown): CounterpointRecord | null | undefined {
  if (value === null) return null;
  const parsed = parseRecord(value);
  if (!parsed.ok) return undefined;
  if (!isForAll(parsed.value)) return parsed.value;
  const { forAll: _, ...note } = parsed.value;
  return note;
}

function renamedWriting({ participant, id, value }: Writing, ids: ReadonlyMap<string, string>): Writing {
  const [name, record] = renamed([id, value], ids) as [RecordId, CounterpointRecord | null];
  return { participant: ids.get(participant) ?? participant, id: name, value: record };
}
