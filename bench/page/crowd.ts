// Fills a data folder with readings and as many notes on them as asked, by forty people, each word through the gate.
// Only while no server has the folder.

import { insideData } from '#e2e/inside.ts';
import { newId, type RoomId } from '#lib/data/ids.ts';
import { insertAccount } from '#lib/data/people/accounts.ts';
import { keepReading } from '#lib/data/readings/readings.ts';
import { makeRoom } from '#lib/data/readings/rooms.ts';
import { operatorAccess } from '#lib/data/spaces/access.ts';
import { makeParticipant } from '#lib/data/spaces/participants.ts';
import { insertSpace } from '#lib/data/spaces/spaces.ts';
import { database } from '#lib/data/store/database.ts';
import type { Point } from '#lib/model/record.ts';
import { describe, snapToWords } from '#lib/model/text/anchor.ts';
import { type Block, startsOf, textOf } from '#lib/model/text/text.ts';
import { authorIn } from '#server/inside/author.ts';
import { textOf as madeUpText, writerFrom } from '../anchors/history.ts';
import { type Random, randomFrom } from '../anchors/random.ts';

export type Crowd = { room: RoomId; blocks: Block[]; notes: Note[] };
/** A passage within one block, in the block's own offsets, and how it is painted. */
export type Note = { block: number; start: number; end: number; paint: string };

const people = 40;
const bareBlocks = 2;
const kinds = ['comment', 'comment', 'highlight', 'question', 'claim'] as const;
const stances = ['supports', 'rebuts', 'qualifies', 'undercuts'] as const;

/** A text of so many words, and so many notes on it. */
export type Size = { words: number; notes: number };

/** Makes a reading, a room and its notes for each size. */
export function fillRooms(dataDir: string, sizes: readonly Size[]): Promise<Crowd[]> {
  return insideData(dataDir, async () => {
    const random = randomFrom(1);
    const crowds: Crowd[] = [];
    for (const size of sizes) {
      const blocks = blocksOf(random, size.words);
      const notes = notesOn(blocks, random, size.notes);
      crowds.push({ room: await say(blocks, notes), blocks, notes });
    }
    return crowds;
  });
}

function blocksOf(random: Random, words: number): Block[] {
  return madeUpText(random, writerFrom(random), words).map((paragraph, i) => ({
    id: `b${i + 1}`,
    type: 'paragraph',
    text: paragraph.map(({ says }) => says).join(' '),
  }));
}

/**
 * Passages of two to thirty words anywhere in the text but in its first paragraphs: a highlight made there while measuring
 * is seen, and not one more under many.
 */
function notesOn(blocks: readonly Block[], random: Random, count: number): Note[] {
  return Array.from({ length: count }, () => {
    const block = random.between(bareBlocks, blocks.length - 1);
    const { text } = blocks[block] ?? { text: '' };
    const from = random.between(0, Math.max(0, text.length - 20));
    const end = Math.min(text.length, from + random.between(12, 180));
    const range = snapToWords({ start: from, end }, text) ?? { start: 0, end: text.length };
    return { block, ...range, paint: `note-${random.pick(random.chance(0.3) ? stances : kinds)}` };
  });
}

async function say(blocks: readonly Block[], notes: readonly Note[]): Promise<RoomId> {
  const spaceId = await database().write(function* () {
    const owner = yield* insertAccount({ name: 'Instructor', kind: 'guest' });
    return yield* insertSpace(owner, { name: 'Course', kind: 'course' });
  });
  const space = await operatorAccess(spaceId);
  if (!space) throw new Error('the course was not made');
  const kept = await keepReading(space, { title: 'A crowded text', blocks: [...blocks] });
  if (!kept.ok) throw new Error(kept.reason);
  const made = await makeRoom(space, { readingId: kept.reading.id });
  if (!made.ok) throw new Error(made.reason);
  const text = textOf(blocks);
  const starts = startsOf(blocks);
  const where = { reading: kept.reading.id, edition: kept.reading.edition };
  for (let person = 0; person < people; person++) {
    const account = await database().write(function* () {
      const id = yield* insertAccount({ name: `Student ${person + 1}`, kind: 'guest' });
      yield* makeParticipant(id, made.id, 'member');
      return id;
    });
    const author = await authorIn(account, made.id);
    const own = notes.filter((_, n) => n % people === person);
    await author.putAll(
      own.map((note, n) => {
        const start = starts[note.block] ?? 0;
        const range = { start: start + note.start, end: start + note.end };
        return [newId(), pointOf(note, describe(range, text, where), n)];
      }),
    );
    await author.leave();
  }
  return made.id;
}

function pointOf({ paint }: Note, anchor: Point['anchor'], n: number): Point {
  const at = new Date().toISOString();
  const stance = stances.find((one) => paint === `note-${one}`);
  const kind = kinds.find((one) => paint === `note-${one}`) ?? 'comment';
  return {
    type: 'point',
    kind,
    at,
    ...(anchor && { anchor }),
    ...(stance && { links: [{ to: 'reading', stance }] }),
    ...(kind !== 'highlight' && { body: `Note ${n}: a few words about this passage, as people leave them.` }),
  };
}
