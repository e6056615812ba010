// The file that Canvas's gradebook imports: `Student, ID, SIS User ID, SIS Login ID, Section`, and one column
// `Title (assignment id)`; the second row says `Points Possible`. Blank is not graded, `EX` excused. Canvas finds people
// by their ids and the column by the assignment's; whoever lacks one is named before anything is downloaded.
// Source: "How do I import grades in the Gradebook?" in the Canvas Instructor Guide.

import { mostOf, type Rubric } from '#lib/model/review/rubric.ts';
import { csvOf, nameCell } from '../cell.ts';
import { type GradedStudent, pointsCell } from './rows.ts';

/** A person as Canvas knows them, from the file in which the course's roster came; what it did not say is null. */
export type CanvasPerson = {
  /** The name as Canvas writes it. */
  student: string;
  id: string | null;
  sisUserId: string | null;
  sisLoginId: string | null;
  section: string | null;
};

export type CanvasColumn = { title: string; assignmentId: string | null; pointsPossible: number };

/** "Response 1 (77)" as its title and its id; without an id it is a title alone. */
export function canvasColumn(name: string, { criteria }: Pick<Rubric, 'criteria'>): CanvasColumn {
  const [, title, assignmentId] = /^(.*\S)\s*\((\d+)\)$/.exec(name) ?? [];
  const pointsPossible = criteria.reduce((sum, criterion) => sum + mostOf(criterion), 0);
  return { title: title ?? name, assignmentId: assignmentId ?? null, pointsPossible };
}

export type CanvasCheck = {
  /** Students of ours whom Canvas could not match. */
  unmatched: { id: string; name: string }[];
  /** Has the column no assignment id? Then Canvas would make a new one. */
  isColumnNew: boolean;
};

export type FromCanvas = (studentId: string) => CanvasPerson | undefined;

/** What will not find its place in Canvas. */
export function checkCanvas(
  students: readonly GradedStudent[],
  column: CanvasColumn,
  personOf: FromCanvas,
): CanvasCheck {
  return {
    unmatched: students.filter(({ id }) => !isKnown(personOf(id))).map(({ id, name }) => ({ id, name })),
    isColumnNew: column.assignmentId === null,
  };
}

/** Writes the file; whom Canvas could not match is left out, for a row without an id stops its whole import. */
export function* writeCanvas(
  students: Iterable<GradedStudent>,
  column: CanvasColumn,
  personOf: FromCanvas,
): Generator<string> {
  const title = column.assignmentId === null ? column.title : `${column.title} (${column.assignmentId})`;
  yield csvOf([
    ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', nameCell(title)],
    // The leading spaces are Canvas's own: so its exports mark this row.
    ['    Points Possible', '', '', '', '', column.pointsPossible],
  ]);
  for (const { id, grade } of students) {
    const person = personOf(id);
    if (!isKnown(person)) continue;
    const ids = [person.id ?? '', person.sisUserId ?? '', person.sisLoginId ?? '', person.section ?? ''];
    yield csvOf([[nameCell(person.student), ...ids, pointsCell(grade)]]);
  }
}

function isKnown(person: CanvasPerson | undefined): person is CanvasPerson {
  return person !== undefined && [person.id, person.sisUserId, person.sisLoginId].some(Boolean);
}
