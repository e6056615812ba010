// The sample: on a fresh database a reading, a room and a short example debate, so that there is something to answer
// from the first minute. Its people are guests without a way to sign in; their words go through the gate.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId, type RoomId, type SpaceId } from '#lib/data/ids.ts';
import { insertAccount } from '#lib/data/people/accounts.ts';
import { demoKey } from '#lib/data/readings/demo.ts';
import { keepReading, type Reading } from '#lib/data/readings/readings.ts';
import { makeRoom } from '#lib/data/readings/rooms.ts';
import { unmakeSpace } from '#lib/data/readings/unmaking.ts';
import { settings } from '#lib/data/settings.ts';
import { operatorAccess } from '#lib/data/spaces/access.ts';
import { makeParticipant } from '#lib/data/spaces/participants.ts';
import { insertSpace } from '#lib/data/spaces/spaces.ts';
import { all, database, first, type Transaction } from '#lib/data/store/database.ts';
import { importReading } from '#lib/exchange/reading.ts';
import type { Point, Ref } from '#lib/model/record.ts';
import { refOf } from '#lib/model/record.ts';
import { describe } from '#lib/model/text/anchor.ts';
import type { ReadingText } from '#lib/model/text/text.ts';
import { textOf } from '#lib/model/text/text.ts';
import { authorIn, type InsideAuthor } from '../inside/author.ts';
import { type SampleAnswer, sampleDebate } from './sample/debate.ts';

/** Where `meta` keeps the sample's space until the sample is whole: a start that finds it there was cut short before. */
const draftKey = 'sample_draft';

/** Reads the sample op-ed with our own importer. */
export function sampleReading(): ReadingText {
  const bytes = readFileSync(join(import.meta.dirname, 'sample', 'reading.md'));
  const { importBytes, importParagraphs } = settings().limits;
  const imported = importReading(bytes, {
    fileName: 'reading.md',
    limits: { bytes: importBytes, paragraphs: importParagraphs },
  });
  if (!imported.ok) throw new Error(`the sample reading does not import: ${imported.reason}`);
  return { ...imported.reading, source: 'Written for Counterpoint' };
}

/**
 * Fills a fresh database; one that holds anything is left alone. Where an earlier start was cut short, what it made of
 * the sample goes, and the sample is made from its beginning.
 */
export async function seedSample(): Promise<void> {
  const space = await beginSample();
  if (space === null) return;
  const { reading, room } = await makeSampleRoom(space);
  const authors = new Map<string, InsideAuthor>();
  for (const name of namesIn(sampleDebate)) {
    const account = await database().write(function* () {
      const id = yield* insertAccount({ name, kind: 'guest' });
      yield* makeParticipant(id, room, 'member');
      return id;
    });
    authors.set(name, await authorIn(account, room));
  }
  const text = textOf(reading.blocks);
  for (const thread of sampleDebate) {
    const start = text.indexOf(thread.quote);
    if (start < 0) throw new Error(`the sample debate quotes what the reading does not say: ${thread.quote}`);
    const range = { start, end: start + thread.quote.length };
    const anchor = describe(range, text, { reading: reading.id, edition: reading.edition });
    const ref = await say(authors, thread.author, {
      type: 'point',
      kind: thread.kind,
      at: new Date().toISOString(),
      anchor,
      ...(thread.stance && { links: [{ to: 'reading' as const, stance: thread.stance }] }),
      body: thread.body,
    });
    await sayAnswers(authors, ref, thread.answers ?? []);
  }
  for (const author of authors.values()) await author.leave();
  await database().write(function* () {
    const { build } = database();
    yield* all(build.insertInto('meta').values({ key: demoKey, value: room }));
    yield* all(build.deleteFrom('meta').where('key', '=', draftKey));
  });
}

/** The sample's new, empty space, marked as a draft in the same transaction; null where there is no sample to be made. */
function beginSample(): Promise<SpaceId | null> {
  return database().write(function* () {
    const { build } = database();
    const draft = yield* first(build.selectFrom('meta').select('value').where('key', '=', draftKey));
    if (draft) yield* unmakeSpace(draft.value);
    else if (!(yield* isFresh())) return null;
    yield* all(build.deleteFrom('meta').where('key', '=', draftKey));
    const owner = yield* insertAccount({ name: 'Counterpoint', kind: 'guest' });
    const spaceId = yield* insertSpace(owner, { name: 'Sample seminar', kind: 'course' });
    yield* all(build.insertInto('meta').values({ key: draftKey, value: spaceId }));
    return spaceId;
  });
}

function* isFresh(): Transaction<boolean> {
  const { build } = database();
  const account = yield* first(build.selectFrom('account').select('id').limit(1));
  const space = yield* first(build.selectFrom('space').select('id').limit(1));
  return (account ?? space) === undefined;
}

async function makeSampleRoom(spaceId: SpaceId): Promise<{ reading: Reading; room: RoomId }> {
  const access = await operatorAccess(spaceId);
  const kept = access && (await keepReading(access, sampleReading()));
  if (!access || !kept?.ok) throw new Error('the sample reading could not be kept');
  const made = await makeRoom(access, { readingId: kept.reading.id, entry: 'invited' });
  if (!made.ok) throw new Error('the sample room could not be made');
  return { reading: kept.reading, room: made.id };
}

async function sayAnswers(
  authors: Map<string, InsideAuthor>,
  to: Ref,
  answers: SampleAnswer[],
): Promise<void> {
  for (const answer of answers) {
    const ref = await say(authors, answer.author, {
      type: 'point',
      kind: 'comment',
      at: new Date().toISOString(),
      links: [{ to, stance: answer.stance }],
      body: answer.body,
    });
    await sayAnswers(authors, ref, answer.answers ?? []);
  }
}

async function say(authors: Map<string, InsideAuthor>, name: string, point: Point): Promise<Ref> {
  const author = authors.get(name);
  if (!author) throw new Error(`nobody is called ${name}`);
  const id = newId();
  await author.put(id, point);
  return refOf(author.participant, id);
}

function namesIn(threads: { author: string; answers?: SampleAnswer[] }[]): Set<string> {
  const names = new Set<string>();
  for (const thread of threads) {
    names.add(thread.author);
    for (const name of namesIn(thread.answers ?? [])) names.add(name);
  }
  return names;
}
