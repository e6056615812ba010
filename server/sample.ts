// The sample: on a fresh database a reading, a room and a short example debate, so that there is something to answer
// from the first minute. Its people are guests without a way to sign in; their words go through the gate.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeParticipant, operatorAccess } from '#lib/data/access.ts';
import { insertAccount } from '#lib/data/accounts.ts';
import { all, database, first } from '#lib/data/database.ts';
import { newId, type RoomId } from '#lib/data/ids.ts';
import { keepReading, type Reading } from '#lib/data/readings.ts';
import { makeRoom } from '#lib/data/rooms.ts';
import { settings } from '#lib/data/settings.ts';
import { insertSpace } from '#lib/data/spaces.ts';
import { importReading } from '#lib/exchange/reading.ts';
import { describe } from '#lib/model/anchor.ts';
import type { Point, Ref } from '#lib/model/record.ts';
import { refOf } from '#lib/model/record.ts';
import type { ReadingText } from '#lib/model/text.ts';
import { textOf } from '#lib/model/text.ts';
import { authorIn, type InsideAuthor } from './inside-author.ts';
import type { Rooms } from './rooms.ts';
import { type SampleAnswer, sampleDebate } from './sample/debate.ts';

const demoKey = 'demo_room';

/** Reads the sample op-ed with our own importer. */
export function sampleReading(): ReadingText {
  const bytes = readFileSync(join(import.meta.dirname, 'sample', 'reading.md'));
  const { importBytes, importParagraphs } = settings().limits;
  const imported = importReading(bytes, {
    fileName: 'reading.md',
    limits: { bytes: importBytes, paragraphs: importParagraphs },
  });
  if (!imported.ok) throw new Error(`the sample reading does not import: ${imported.message}`);
  return { ...imported.reading, source: 'Written for Counterpoint' };
}

/** Fills a fresh database; one that holds anything is left alone. */
export async function seedSample(rooms: Rooms): Promise<void> {
  if (!(await isFresh())) return;
  const { reading, room } = await makeSampleRoom();
  const authors = new Map<string, InsideAuthor>();
  for (const name of namesIn(sampleDebate)) {
    const account = await database().write(() => insertAccount({ name, kind: 'guest' }));
    await database().write(() => makeParticipant(account, room, 'member'));
    authors.set(name, await authorIn(rooms, account, room));
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
  // Last, so that a start that was cut short is not taken for a finished sample.
  await database().write(() =>
    all(database().build.insertInto('meta').values({ key: demoKey, value: room })),
  );
}

async function isFresh(): Promise<boolean> {
  const found = await database().write(function* () {
    const { build } = database();
    const account = yield* first(build.selectFrom('account').select('id').limit(1));
    const space = yield* first(build.selectFrom('space').select('id').limit(1));
    return account ?? space;
  });
  return found === undefined;
}

async function makeSampleRoom(): Promise<{ reading: Reading; room: RoomId }> {
  const owner = await database().write(() => insertAccount({ name: 'Counterpoint', kind: 'guest' }));
  const spaceId = await database().write(() =>
    insertSpace(owner, { name: 'Sample seminar', kind: 'course' }),
  );
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
