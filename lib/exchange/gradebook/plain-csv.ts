// A plain gradebook: one row a student, one column a criterion, and the grade. For people and for any spreadsheet.

import type { Rubric } from '#lib/model/review/rubric.ts';
import { byteOrderMark, csvOf, nameCell, wordsCell } from '../cell.ts';
import { type GradedStudent, pointsCell } from './rows.ts';

/** The file's text in pieces, the head first; criteria without a mark and grades not given are blank. */
export function* writeGradebook(students: Iterable<GradedStudent>, rubric: Rubric): Generator<string> {
  const criteria = rubric.criteria.map(({ name }) => wordsCell(name));
  yield byteOrderMark + csvOf([['student_id', 'student', ...criteria, 'grade', 'most', 'reason']]);
  for (const { id, name, grade } of students) {
    const points = grade.criteria.map((criterion) => criterion.points);
    const reason = wordsCell(grade.override?.reason ?? '');
    yield csvOf([[id, nameCell(name), ...points, pointsCell(grade), grade.most, reason]]);
  }
}
