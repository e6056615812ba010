// Grades with their receipts: every mark, every criterion without one, every override. From these rows alone each grade
// can be worked out again: per criterion the marks are counted as `counting` says, the criteria are added up, and an
// override takes the place of the sum.

import { byteOrderMark, csvOf, nameCell, wordsCell } from '../cell.ts';
import type { GradedStudent, Names } from './rows.ts';

const columns = [
  'student_id',
  'student',
  'row',
  'criterion_id',
  'criterion',
  'counting',
  'points',
  'most',
  'level',
  'on',
  'quote',
  'words',
  'given_by',
  'given_at',
  'mark_id',
] as const;

type Cells = Partial<Record<(typeof columns)[number], string | number>>;

/** Writes the file student by student. `row` is `mark`, `unmarked` or `override`; points `EX` excuse. */
export function* writeReceipts(students: Iterable<GradedStudent>, names: Names): Generator<string> {
  yield byteOrderMark + csvOf([columns]);
  for (const student of students) {
    const who = { student_id: student.id, student: nameCell(student.name) };
    const rows = rowsOf(student, names).map((cells) => ({ ...who, ...cells }));
    if (rows.length > 0) yield csvOf(rows.map((cells: Cells) => columns.map((name) => cells[name] ?? '')));
  }
}

function rowsOf({ grade }: GradedStudent, { reviewer, quoteOf }: Names): Cells[] {
  const rows = grade.criteria.flatMap(({ criterion, most, receipts }): Cells[] => {
    const about = {
      criterion_id: criterion.id,
      criterion: wordsCell(criterion.name),
      counting: criterion.counting,
      most,
    };
    if (receipts.length === 0) return [{ ...about, row: 'unmarked' }];
    return receipts.map(({ mark, points }) => ({
      ...about,
      row: 'mark',
      points,
      level: wordsCell(criterion.levels.find(({ id }) => id === mark.level)?.name ?? mark.level),
      on: mark.of,
      quote: wordsCell(mark.of === 'whole' ? '' : quoteOf(mark.of)),
      words: wordsCell(mark.body ?? ''),
      given_by: nameCell(reviewer(mark.by)),
      given_at: mark.at ?? '',
      mark_id: mark.ref,
    }));
  });
  const { override } = grade;
  if (!override) return rows;
  const decided: Cells = {
    row: 'override',
    points: override.points ?? 'EX',
    most: grade.most,
    words: wordsCell(override.reason),
    given_by: nameCell(reviewer(override.by)),
    given_at: override.at,
  };
  return [...rows, decided];
}
