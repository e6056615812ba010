// The files of a review, each as a stream of parts: notes, receipts, a plain gradebook, and Canvas's.

import { mappingsTo } from '#lib/data/readings/editions.ts';
import { participantsOf, roomView } from '#lib/data/readings/rooms.ts';
import { assignedTo, canvasPeopleIn, extensionsIn } from '#lib/data/review/assigned.ts';
import { acceptedIn } from '#lib/data/review/decisions.ts';
import { gradesIn, studentsIn } from '#lib/data/review/grades.ts';
import { noteParts, placingsIn, recordCount } from '#lib/data/review/note-parts.ts';
import type { ReviewAccess } from '#lib/data/review/reviewing.ts';
import { reviewSettingsOf } from '#lib/data/review/settings.ts';
import {
  type CanvasCheck,
  type CanvasColumn,
  canvasColumn,
  checkCanvas,
  writeCanvas,
} from '#lib/exchange/gradebook/canvas-csv.ts';
import { writeNotes } from '#lib/exchange/gradebook/notes-csv.ts';
import { writeGradebook } from '#lib/exchange/gradebook/plain-csv.ts';
import { writeReceipts } from '#lib/exchange/gradebook/receipts-csv.ts';
import type { NoteLine } from '#lib/exchange/gradebook/rows.ts';
import { attachedRange, carry } from '#lib/model/editions/carry.ts';
import type { Locale } from '#lib/model/manners.ts';
import { nameOrder } from '#lib/model/name-order.ts';
import type { Rubric } from '#lib/model/review/rubric.ts';
import { dueAt, timingOf } from '#lib/model/review/timing.ts';
import { blockAt, placesOf } from '#lib/model/text/segment.ts';
import { textOf } from '#lib/model/text/text.ts';
import { anchorIn } from '#lib/model/threads/thread.ts';
import { streamed } from './respond.ts';

export const reviewFiles = ['notes', 'receipts', 'gradebook', 'canvas'] as const;
export type ReviewFile = (typeof reviewFiles)[number];

export type FileParts = {
  name: string;
  parts: AsyncIterable<string> | Iterable<string>;
  /** About how many lines it will have, for showing how far it is. */
  lines: number;
};

/** Prepares a file; refused where it is about grades and there is no rubric. `only`: the notes of one student. */
export async function reviewFile(
  access: ReviewAccess,
  file: ReviewFile,
  locale: Locale,
  only?: string,
): Promise<{ ok: true; file: FileParts } | { ok: false; reason: 'no-such-rubric' }> {
  if (file === 'notes') return { ok: true, file: await notesFile(access, locale, only) };
  const { rubric } = await reviewSettingsOf(access);
  if (!rubric) return { ok: false, reason: 'no-such-rubric' };
  return { ok: true, file: await gradeFile(access, file, rubric, locale) };
}

async function notesFile(access: ReviewAccess, locale: Locale, only: string | undefined): Promise<FileParts> {
  const [{ reading }, students, { due }, extensions, accepted, placings, lines] = await Promise.all([
    roomView(access),
    studentsIn(access, locale),
    reviewSettingsOf(access),
    extensionsIn(access),
    acceptedIn(access),
    placingsIn(access),
    recordCount(access),
  ]);
  const names = new Map(students.map(({ id, name }) => [id, name]));
  const here = { reading: reading.id, edition: reading.edition, text: textOf(reading.blocks) };
  const places = placesOf(reading.blocks);
  const taken = new Set(accepted);
  const dueOf = (participant: string) => extensions.get(participant) ?? due;
  async function* parts(): AsyncGenerator<NoteLine[]> {
    for await (const entries of noteParts(access, only)) {
      const mappings = new Map(Object.entries(await mappingsTo(reading, [...entries, ...placings.values()])));
      yield entries.flatMap((entry) => {
        const name = names.get(entry.participant);
        if (name === undefined) return [];
        const anchor = anchorIn(entry, placings);
        const at = anchor && attachedRange(carry(anchor, { ...here, mappings }));
        return {
          entry,
          anchor,
          name,
          dueAt: dueAt(entry, dueOf),
          timing: timingOf(entry, dueOf, taken),
          paragraph: at ? blockAt(places, at.start) + 1 : null,
        };
      });
    }
  }
  return { name: 'notes.csv', parts: writeNotes(parts()), lines };
}

async function gradeFile(
  access: ReviewAccess,
  file: Exclude<ReviewFile, 'notes'>,
  rubric: Rubric,
  locale: Locale,
): Promise<FileParts> {
  const students = await gradesIn(access, rubric, locale);
  const lines = students.length;
  switch (file) {
    case 'receipts':
      return { name: 'receipts.csv', parts: writeReceipts(students, await namesIn(access)), lines };
    case 'gradebook':
      return { name: 'gradebook.csv', parts: writeGradebook(students, rubric), lines };
    case 'canvas': {
      const [column, people] = await Promise.all([columnOf(access, rubric), canvasPeopleIn(access)]);
      return { name: 'canvas.csv', parts: writeCanvas(students, column, (id) => people.get(id)), lines };
    }
  }
}

/**
 * One gradebook column for a whole assignment: the students of all these rooms, by name. Refused without a rubric, which
 * all rooms of an assignment share.
 */
export async function assignmentFile(
  rooms: readonly ReviewAccess[],
  file: 'gradebook' | 'canvas',
  locale: Locale,
): Promise<{ ok: true; file: FileParts } | { ok: false; reason: 'no-such-rubric' }> {
  const [one] = rooms;
  const rubric = one ? (await reviewSettingsOf(one)).rubric : null;
  if (!one || !rubric) return { ok: false, reason: 'no-such-rubric' };
  const graded = await Promise.all(rooms.map((access) => gradesIn(access, rubric)));
  const inOrder = nameOrder(locale);
  const students = graded.flat().sort((a, b) => inOrder(a.name, b.name));
  const lines = students.length;
  if (file === 'gradebook')
    return { ok: true, file: { name: 'gradebook.csv', parts: writeGradebook(students, rubric), lines } };
  const [column, ...people] = await Promise.all([columnOf(one, rubric), ...rooms.map(canvasPeopleIn)]);
  const known = new Map(people.flatMap((some) => [...some]));
  const parts = writeCanvas(students, column, (id) => known.get(id));
  return { ok: true, file: { name: 'canvas.csv', parts, lines } };
}

/** A file as an answer, streamed. */
export function fileAnswer({ name, parts, lines }: FileParts): Response {
  return streamed(parts, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
    'x-lines': String(lines),
  });
}

/** What would not find its place in Canvas. */
export async function canvasCheck(access: ReviewAccess, rubric: Rubric): Promise<CanvasCheck> {
  const [students, column, people] = await Promise.all([
    gradesIn(access, rubric),
    columnOf(access, rubric),
    canvasPeopleIn(access),
  ]);
  return checkCanvas(students, column, (id) => people.get(id));
}

/** The column of this discussion's grades: the assignment says what it is called, else the discussion does. */
async function columnOf(access: ReviewAccess, rubric: Rubric): Promise<CanvasColumn> {
  const assigned = await assignedTo(access);
  return canvasColumn(assigned?.columnTitle ?? access.room.title, rubric);
}

async function namesIn(access: ReviewAccess) {
  const quotes = new Map<string, string>();
  const placings = await placingsIn(access);
  for await (const entries of noteParts(access))
    for (const entry of entries) quotes.set(entry.ref, anchorIn(entry, placings)?.quote ?? '');
  const people = new Map((await participantsOf(access)).map(({ id, name }) => [id, name]));
  return {
    reviewer: (id: string) => people.get(id) ?? 'Someone',
    quoteOf: (ref: string) => quotes.get(ref) ?? '',
  };
}
