// The files that leave for a gradebook, and the promise that each grade can be worked out again from its receipts.

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, Point } from '#lib/model/record.ts';
import { gradeOf, type Mark, type Override } from '#lib/model/review/grade.ts';
import type { Rubric } from '#lib/model/review/rubric.ts';
import { completeRubric, seminarRubric } from '#lib/words/rubrics-in-english.ts';
import { type CanvasPerson, canvasColumn, checkCanvas, writeCanvas } from './canvas-csv.ts';
import { writeNotes } from './notes-csv.ts';
import { writeGradebook } from './plain-csv.ts';
import { writeReceipts } from './receipts-csv.ts';
import type { GradedStudent, NoteLine } from './rows.ts';

const rubric: Rubric = { id: 'r', ...seminarRubric };
const names = { reviewer: (id: string) => `Reviewer ${id}`, quoteOf: () => '=SUM(A1)' };

function marksFrom(given: readonly [criterion: number, level: number][]): Mark[] {
  return given.flatMap(([c, l], i) => {
    const criterion = rubric.criteria[c];
    const level = criterion?.levels[l];
    if (!criterion || !level) return [];
    return {
      ref: `t/${i}` as const,
      by: 't',
      of: i % 2 ? 'whole' : 'ada/n1',
      criterion: criterion.id,
      level: level.id,
      at: new Date(Date.UTC(2026, 2, 2, 18, 0, i)).toISOString(),
    };
  });
}

function student(id: string, name: string, marks: Mark[], override?: Override): GradedStudent {
  return { id, name, grade: gradeOf(rubric, marks, override) };
}

/** Works out a grade from the receipts file and from nothing else, as a student could with a pencil. */
function recompute(csv: string): Map<string, number | 'EX' | null> {
  const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true });
  const grades = new Map<string, number | 'EX' | null>();
  for (const [id, own] of Map.groupBy(rows, (row) => row.student_id ?? '')) {
    const override = own.find(({ row }) => row === 'override');
    if (override) {
      grades.set(id, override.points === 'EX' ? 'EX' : Number(override.points));
      continue;
    }
    let hundredths = 0;
    let isWhole = true;
    for (const lines of Map.groupBy(own, (row) => row.criterion_id).values()) {
      const points = lines.filter(({ row }) => row === 'mark').map((row) => Number(row.points));
      if (points.length === 0) isWhole = false;
      else hundredths += Math.round(100 * counted(points, lines[0]?.counting));
    }
    grades.set(id, isWhole ? hundredths / 100 : null);
  }
  return grades;
}

function counted(points: number[], counting: string | undefined): number {
  if (counting === 'best') return Math.max(...points);
  if (counting === 'latest') return points.at(-1) ?? 0;
  return points.reduce((sum, one) => sum + one, 0) / points.length;
}

describe('writeReceipts', () => {
  it('lets every student’s grade be worked out again from the file alone', () => {
    const marks = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3 })), {
      maxLength: 12,
    });
    const override = fc.option(
      fc.record({
        points: fc.option(fc.integer({ min: 0, max: 12 })),
        reason: fc.string({ minLength: 1 }),
        by: fc.constant('t'),
        at: fc.constant('2026-03-03T00:00:00.000Z'),
      }),
      { nil: undefined },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(marks, override), { minLength: 1, maxLength: 8 }), (people) => {
        const students = people.map(([given, decided], i) =>
          student(`s${i}`, `Student ${i}`, marksFrom(given), decided),
        );
        const found = recompute([...writeReceipts(students, names)].join(''));
        for (const { id, grade } of students) {
          const { result } = grade;
          const expected = result.kind === 'points' ? result.points : result.kind === 'excused' ? 'EX' : null;
          expect([id, found.get(id)]).toEqual([id, expected]);
        }
      }),
    );
  });

  it('says which criteria have no mark, and on what each mark is', () => {
    const csv = [...writeReceipts([student('s1', 'Ada', marksFrom([[0, 3]]))], names)].join('');
    const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true });
    expect(rows.map(({ row, criterion, points, on, quote }) => [row, criterion, points, on, quote])).toEqual([
      ['mark', 'Reads closely', '4', 'ada/n1', "'=SUM(A1)"],
      ['unmarked', 'Engages others', '', '', ''],
      ['unmarked', 'Asks a real question', '', '', ''],
    ]);
  });
});

describe('writeGradebook', () => {
  it('leaves blank what is not graded, and says EX for who is excused', () => {
    const all = marksFrom([
      [0, 3],
      [1, 2],
      [2, 1],
      [2, 2],
    ]);
    const excused = { points: null, reason: '=cmd', by: 't', at: '2026-03-03T00:00:00.000Z' };
    const csv = [
      ...writeGradebook(
        [student('1', 'Ada', all), student('2', 'Bea', []), student('3', '-Cem', [], excused)],
        rubric,
      ),
    ].join('');
    expect(parse(csv, { bom: true })).toEqual([
      [
        'student_id',
        'student',
        'Reads closely',
        'Engages others',
        'Asks a real question',
        'grade',
        'most',
        'reason',
      ],
      ['1', 'Ada', '4', '3', '2.5', '9.5', '12', ''],
      ['2', 'Bea', '', '', '', '', '12', ''],
      ['3', '-Cem', '', '', '', 'EX', '12', "'=cmd"],
    ]);
  });
});

describe('writeCanvas', () => {
  const people: Record<string, CanvasPerson> = {
    s1: { student: 'Okafor, Ada', id: '1001', sisUserId: 'u-1', sisLoginId: 'ada', section: 'A' },
    s2: { student: '@kay', id: '1002', sisUserId: null, sisLoginId: '-kay', section: 'B' },
    s3: { student: 'Nobody', id: null, sisUserId: null, sisLoginId: null, section: 'B' },
  };
  const full = marksFrom([
    [0, 3],
    [1, 2],
    [2, 1],
  ]);
  const students = [
    student('s1', 'Ada', full),
    student('s2', 'Kay', []),
    student('s3', 'Nobody', full),
    student('s4', 'Guest', full),
  ];
  const column = { title: 'Response 1', assignmentId: '77', pointsPossible: 12 };

  it('is the file that Canvas reads, to the byte', () => {
    expect([...writeCanvas(students, column, (id) => people[id])].join('')).toBe(
      [
        'Student,ID,SIS User ID,SIS Login ID,Section,Response 1 (77)',
        '    Points Possible,,,,,12',
        '"Okafor, Ada",1001,u-1,ada,A,9',
        '@kay,1002,,-kay,B,',
        '',
      ].join('\r\n'),
    );
  });

  it.each([
    ['Response 1 (77)', 'Response 1', '77'],
    ['Response (draft)', 'Response (draft)', null],
    ['Response 1', 'Response 1', null],
  ])('finds in the column %s its title and its id', (name, title, assignmentId) => {
    expect(canvasColumn(name, rubric)).toEqual({ title, assignmentId, pointsPossible: 12 });
  });

  it('names whom it cannot match, and a column without an id, before the download', () => {
    expect(checkCanvas(students, { ...column, assignmentId: null }, (id) => people[id])).toEqual({
      unmatched: [
        { id: 's3', name: 'Nobody' },
        { id: 's4', name: 'Guest' },
      ],
      isColumnNew: true,
    });
  });

  it('gives complete work its one point', () => {
    const plain: Rubric = { id: 'c', ...completeRubric };
    const yes: Mark = { ref: 't/1', by: 't', of: 'whole', criterion: 'done', level: 'yes', at: null };
    const one = { id: 's1', name: 'Ada', grade: gradeOf(plain, [yes]) };
    const csv = [...writeCanvas([one], { ...column, pointsPossible: 1 }, (id) => people[id])].join('');
    expect(csv.split('\r\n')[2]).toBe('"Okafor, Ada",1001,u-1,ada,A,1');
  });
});

describe('writeNotes', () => {
  it('tells both times, the parent and the lateness, and runs no formula', async () => {
    const entry: Entry<Point> = {
      ref: 'ada/n2',
      participant: 'ada',
      id: 'n2',
      value: {
        type: 'point',
        kind: 'comment',
        at: '2026-03-02T17:50:00.000Z',
        links: [{ to: 'bea/n1', stance: 'rebuts' }],
        body: '=HYPERLINK("http://example.org")',
      },
      createdAt: '2026-03-02T18:20:00.000Z',
      acceptedAt: '2026-03-02T18:20:00.000Z',
    };
    const line: NoteLine = {
      entry,
      name: 'Ada',
      dueAt: '2026-03-02T18:00:00.000Z',
      timing: 'received-late',
      paragraph: 4,
    };
    const parts = (async function* () {
      yield [line];
    })();
    let csv = '';
    for await (const part of writeNotes(parts)) csv += part;
    const [row]: Record<string, string>[] = parse(csv, { columns: true, bom: true });
    expect(row).toMatchObject({
      id: 'ada/n2',
      parent: 'bea/n1',
      stance: 'rebuts',
      paragraph: '4',
      written_at: '2026-03-02T17:50:00.000Z',
      received_at: '2026-03-02T18:20:00.000Z',
      changed_at: '',
      lateness: 'received-late',
      note: '\'=HYPERLINK("http://example.org")',
    });
  });
});
