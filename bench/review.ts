// A class under review: what it takes to open the matrix, to go to the next student, and to write the notes to a file.
// The database is a real one, filled row by row as the log fills it; what a browser draws is not measured here.

import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discussionOf } from '#components/room/frame/discussion.ts';
import { insertAccount } from '#lib/data/people/accounts.ts';
import { keepReading } from '#lib/data/readings/readings.ts';
import { makeRoom, recordsOf, roomView } from '#lib/data/readings/rooms.ts';
import { reviewOf } from '#lib/data/review/review.ts';
import { asReviewer, type ReviewAccess } from '#lib/data/review/reviewing.ts';
import { makeRubric } from '#lib/data/review/rubrics.ts';
import { changeReview } from '#lib/data/review/settings.ts';
import { parseSettings, replaceSettings } from '#lib/data/settings.ts';
import { operatorAccess, operatorRoom } from '#lib/data/spaces/access.ts';
import { makeParticipant } from '#lib/data/spaces/participants.ts';
import { insertSpace } from '#lib/data/spaces/spaces.ts';
import { all, database, replaceDatabase } from '#lib/data/store/database.ts';
import { openSqlite } from '#lib/data/store/sqlite.ts';
import { reviewDocument, roomDocument } from '#lib/model/document.ts';
import { type CounterpointRecord, type Point, type Ref, refOf, stampId } from '#lib/model/record.ts';
import { clashOf } from '#lib/model/review/clash.ts';
import { gradeOf, marksIn } from '#lib/model/review/grade.ts';
import { heatOf } from '#lib/model/review/heat.ts';
import { matrixOf } from '#lib/model/review/matrix.ts';
import { planOf } from '#lib/model/review/plan.ts';
import { roomWorkOf } from '#lib/model/review/room-work.ts';
import { asItStood } from '#lib/model/review/timing.ts';
import { describe, locate } from '#lib/model/text/anchor.ts';
import { type Block, startsOf, textOf } from '#lib/model/text/text.ts';
import { seminarRubric } from '#lib/words/rubrics-in-english.ts';

export type ReviewBench = {
  students: number;
  notes: number;
  matrix: Times;
  gaps: Times;
  nextStudent: Times;
  export: ExportReport;
};
/** Milliseconds: the median of the rounds, the slowest, and the processor time of the median one. */
type Times = { median: number; slowest: number; processor: number };
type Lap = { ms: number; processorMs: number };
/** What the export said of itself, from a process of its own; memory is resident, in MB. */
export type ExportReport = { ms: number; bytes: number; idleMb: number; peakMb: number };

export async function review(size: {
  students: number;
  notes: number;
  rounds: number;
}): Promise<ReviewBench> {
  const dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-review-'));
  try {
    replaceSettings(parseSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }));
    const db = openSqlite(dataDir);
    replaceDatabase(db);
    const { access, students, blocks } = await makeClass(size.students, size.notes);
    const times = await measure(access, students, blocks, size.rounds);
    await db.close();
    replaceDatabase(undefined);
    return { ...size, ...times, export: await exportApart(dataDir, access.room.id) };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The numbers as bench/README.md has them. */
export function reviewTable({
  students,
  notes,
  matrix,
  gaps,
  nextStudent,
  export: file,
}: ReviewBench): string {
  const times = ({ median, slowest, processor }: Times) =>
    [median, slowest, processor].map((ms) => ms.toFixed(1)).join(' | ');
  return [
    `| ${students} students × ${notes} notes | median ms | slowest ms | processor ms | allowed ms |`,
    '| --- | --- | --- | --- | --- |',
    `| the matrix: records, earlier values and marks from the database, as they stood when due, counted | ${times(matrix)} | 500 |`,
    `| clash, plan and heat, once more from the same records | ${times(gaps)} | – |`,
    `| the next student: threads, passages and grade | ${times(nextStudent)} | 150 |`,
    '',
    `Notes exported: ${(file.bytes / 1e6).toFixed(1)} MB in ${file.ms.toFixed(0)} ms; resident memory ${file.idleMb.toFixed(0)} MB before, ${file.peakMb.toFixed(0)} MB at most (allowed: 100 MB more).`,
    '',
  ].join('\n');
}

/** The access of the one who owns the room, as the operator has it. */
export async function reviewerOf(roomId: string): Promise<ReviewAccess> {
  const found = await operatorRoom(roomId);
  const access = found && asReviewer(found.access);
  if (!access) throw new Error('the room has no owner');
  return access;
}

const blocks: Block[] = Array.from({ length: 40 }, (_, i) => ({
  id: `b${i + 1}`,
  type: 'paragraph',
  text: `Paragraph ${i + 1} says that ${'a town which reads a little every day reads more than it thinks, and '.repeat(6)}stops.`,
}));

async function makeClass(studentCount: number, noteCount: number) {
  const spaceId = await database().write(function* () {
    const owner = yield* insertAccount({ name: 'Instructor', kind: 'guest' });
    return yield* insertSpace(owner, { name: 'Course', kind: 'course' });
  });
  const space = await operatorAccess(spaceId);
  if (!space) throw new Error('the course was not made');
  const kept = await keepReading(space, { title: 'A text', blocks });
  if (!kept.ok) throw new Error(kept.reason);
  const room = await makeRoom(space, { readingId: kept.reading.id });
  if (!room.ok) throw new Error(room.reason);
  const students: string[] = [];
  await database().write(function* () {
    for (let i = 0; i < studentCount; i++) {
      const account = yield* insertAccount({ name: `Student ${i + 1}`, kind: 'guest' });
      students.push(yield* makeParticipant(account, room.id, 'member'));
    }
  });
  const access = await reviewerOf(room.id);
  const { reading } = await roomView(access);
  await sayAll(access, students, noteCount, { reading: reading.id, edition: reading.edition });
  return { access, students, blocks };
}

const minuteMs = 60_000;
const dueMs = Date.UTC(2026, 2, 2, 18);

/** Half notes on passages, half replies to somebody else's; a tenth of all edited after they were due. */
async function sayAll(
  access: ReviewAccess,
  students: readonly string[],
  noteCount: number,
  where: { reading: string; edition: string },
): Promise<void> {
  const text = textOf(blocks);
  const starts = startsOf(blocks);
  const document = roomDocument(access.room.id);
  const stances = ['rebuts', 'supports', 'qualifies', 'asks'] as const;
  await database().write(function* () {
    let seq = 0;
    for (let n = 0; n < noteCount; n++) {
      for (const [s, participant] of students.entries()) {
        seq++;
        const other = students[(s + n + 1) % students.length] ?? participant;
        const start = (starts[(s + n) % starts.length] ?? 0) + ((s * 7 + n * 13) % 200);
        const isReply = n % 2 === 1;
        const value: Point = {
          type: 'point',
          kind: n % 6 === 0 ? 'question' : 'comment',
          at: new Date(dueMs - (noteCount - n) * minuteMs).toISOString(),
          body: `What ${s} says for the ${n}th time about a town that reads, and why it matters here.`,
          ...(isReply
            ? { links: [{ to: refOf(other, `n${n - 1}`), stance: stances[(s + n) % 4] ?? 'asks' }] }
            : { anchor: describe({ start, end: start + 60 }, text, where) }),
        };
        const isEdited = (s + n) % 10 === 0;
        const createdAt = new Date(dueMs - (noteCount - n) * minuteMs).toISOString();
        const acceptedAt = isEdited ? new Date(dueMs + minuteMs).toISOString() : createdAt;
        yield* keep(document, participant, `n${n}`, value, { seq, createdAt, acceptedAt });
      }
    }
  });
  const rubric = await makeRubric(access, seminarRubric);
  await changeReview(access, { rubricId: rubric.id, notesDueAt: new Date(dueMs).toISOString() });
  await database().write(function* () {
    let seq = 1_000_000;
    for (const student of students) {
      for (const { id, levels } of rubric.criteria) {
        const stamp = {
          type: 'stamp',
          of: refOf(student, 'n0'),
          criterion: id,
          level: levels[2]?.id ?? '',
        } as const;
        const at = new Date(dueMs + 2 * minuteMs).toISOString();
        const times = { seq: ++seq, createdAt: at, acceptedAt: at };
        yield* keep(
          reviewDocument(access.room.id, student),
          access.participant,
          stampId(stamp),
          stamp,
          times,
        );
      }
    }
  });
}

function* keep(
  document: string,
  participant: string,
  id: string,
  value: CounterpointRecord,
  { seq, createdAt, acceptedAt }: { seq: number; createdAt: string; acceptedAt: string },
) {
  const { build } = database();
  const ref = refOf(participant, id);
  const json = JSON.stringify(value);
  yield* all(
    build.insertInto('record').values({
      document,
      ref,
      participant_id: participant,
      record_id: id,
      value: json,
      seq,
      created_seq: seq,
      created_at: createdAt,
      accepted_at: acceptedAt,
    }),
  );
  const version = { document, ref, value: json };
  yield* all(build.insertInto('record_version').values({ ...version, seq: 2 * seq, accepted_at: createdAt }));
  if (acceptedAt === createdAt) return;
  yield* all(
    build.insertInto('record_version').values({ ...version, seq: 2 * seq + 1, accepted_at: acceptedAt }),
  );
}

async function measure(
  access: ReviewAccess,
  students: readonly string[],
  blocks: readonly Block[],
  rounds: number,
) {
  const starts = startsOf(blocks);
  const places = blocks.map(({ text }, i) => ({ start: starts[i] ?? 0, length: text.length }));
  const text = textOf(blocks);
  const find = (anchor: Parameters<typeof locate>[0]) => {
    const at = locate(anchor, text);
    return at.state === 'gone' ? null : { start: at.start, end: at.end };
  };
  const nobody = new Set<Ref>();
  const matrix: Lap[] = [];
  const gaps: Lap[] = [];
  const next: Lap[] = [];
  for (let round = 0; round < rounds; round++) {
    const begun = watch();
    const [records, data] = await Promise.all([recordsOf(access), reviewOf(access)]);
    const dueOf = () => data.settings.due;
    const stood = asItStood(records, data.past, dueOf, nobody);
    const work = roomWorkOf(stood, students, { places, locate: find });
    const rows = matrixOf(work, dueOf, nobody);
    if (rows.length !== students.length) throw new Error('the matrix lacks a student');
    matrix.push(begun());

    const asked = watch();
    const clash = clashOf(work);
    planOf(clash, () => '');
    heatOf(work);
    gaps.push(asked());

    const { rubric } = data.settings;
    const marks = new Map(data.records);
    for (const student of students.slice(0, 20)) {
      const turned = watch();
      const own = work.byAuthor.get(student) ?? [];
      discussionOf([...new Set(own.map(({ thread }) => thread))], find, places);
      if (rubric) gradeOf(rubric, marksIn(marks.get(student) ?? []));
      next.push(turned());
    }
  }
  return { matrix: timesOf(matrix), gaps: timesOf(gaps), nextStudent: timesOf(next) };
}

/** Starts a watch; calling what it gives reads it. Processor time tells a slow step from a busy machine. */
function watch(): () => Lap {
  const begun = performance.now();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { ms: performance.now() - begun, processorMs: (user + system) / 1000 };
  };
}

function timesOf(laps: readonly Lap[]): Times {
  const sorted = laps.toSorted((a, b) => a.ms - b.ms);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return {
    median: middle?.ms ?? 0,
    slowest: sorted.at(-1)?.ms ?? 0,
    processor: middle?.processorMs ?? 0,
  };
}

/** In a process of its own, so that its memory is the export's. */
function exportApart(dataDir: string, roomId: string): Promise<ExportReport> {
  const child = fork(join(import.meta.dirname, 'review-export.ts'), [roomId], {
    execArgv: ['--no-warnings'],
    env: { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
  });
  return new Promise((resolve, reject) => {
    child.once('message', (report) => resolve(report as ExportReport));
    child.once('exit', (code) => reject(new Error(`the export ended with ${code}`)));
  });
}
