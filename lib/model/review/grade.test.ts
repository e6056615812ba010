// A grade says what the rubric says, and every part of it can be traced to a mark.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedPoints, gradeOf, type Mark, marksIn } from './grade.ts';
import { type Counting, completeRubricIn, countings, type Rubric, seminarRubricIn } from './rubric.ts';

const completeRubric = completeRubricIn((key) => key);
const seminarRubric = seminarRubricIn((key) => key);

const rubric: Rubric = { id: 'r', ...seminarRubric };
let at = 0;
const mark = (criterion: string, level: string, of: Mark['of'] = 'whole'): Mark => ({
  ref: `teacher/${criterion}:${of}:${++at}`,
  by: 'teacher',
  of,
  criterion,
  level,
  at: new Date(Date.UTC(2026, 2, 2, 18, at)).toISOString(),
});

describe('gradeOf', () => {
  it('adds up what each criterion’s marks come to, by its own way of counting', () => {
    const marks = [
      mark('reads', 'l4'),
      mark('reads', 'l2'),
      mark('engages', 'l3'),
      mark('asks', 'l2'),
      mark('asks', 'l3'),
    ];
    const grade = gradeOf(rubric, marks);
    expect(grade.criteria.map(({ points }) => points)).toEqual([4, 3, 2.5]);
    expect(grade).toMatchObject({ sum: 9.5, most: 12, result: { kind: 'points', points: 9.5 } });
    expect(grade.criteria.map(({ receipts }) => receipts.length)).toEqual([2, 1, 2]);
  });

  it('takes an unmarked criterion for open, not for zero', () => {
    const grade = gradeOf(rubric, [mark('reads', 'l4')]);
    expect(grade).toMatchObject({ sum: null, soFar: 4, result: { kind: 'none' } });
    expect(grade.unmarked.map(({ id }) => id)).toEqual(['engages', 'asks']);
  });

  it('lets a person decide otherwise, and keeps what the rubric said', () => {
    const override = { points: 11, reason: 'Spoke up in class.', by: 't', at: '2026-03-03T00:00:00.000Z' };
    expect(gradeOf(rubric, [], override)).toMatchObject({
      sum: null,
      result: { kind: 'points', points: 11 },
    });
    const excused = gradeOf(rubric, [mark('reads', 'l4')], { ...override, points: null });
    expect(excused.result).toEqual({ kind: 'excused' });
  });

  it('ignores marks of a level or criterion that this rubric does not have', () => {
    expect(gradeOf(rubric, [mark('reads', 'gone'), mark('gone', 'l1')]).soFar).toBe(0);
  });

  it('marks complete or incomplete, the latest word counting', () => {
    const plain: Rubric = { id: 'c', ...completeRubric };
    expect(gradeOf(plain, []).result).toEqual({ kind: 'none' });
    expect(gradeOf(plain, [mark('done', 'no'), mark('done', 'yes')]).sum).toBe(1);
  });
});

describe('marksIn', () => {
  it('reads stamps that stand, in the order in which the server took them', () => {
    const stamp = (id: string, acceptedAt: string, withdrawn?: true) => ({
      ref: `t/${id}` as const,
      participant: 't',
      id,
      value: {
        type: 'stamp' as const,
        of: 'whole' as const,
        criterion: 'reads',
        level: 'l1',
        ...(withdrawn && { withdrawn }),
      },
      acceptedAt,
    });
    const marks = marksIn([
      stamp('b', '2026-01-02'),
      stamp('gone', '2026-01-01', true),
      stamp('a', '2026-01-01'),
    ]);
    expect(marks.map(({ ref }) => ref)).toEqual(['t/a', 't/b']);
  });
});

describe('countedPoints', () => {
  it('never leaves the range of its marks, and never depends on more than they say', () => {
    const points = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(points, fc.constantFrom<Counting>(...countings), (given, counting) => {
        const counted = countedPoints(given, counting) ?? Number.NaN;
        expect(counted).toBeGreaterThanOrEqual(Math.min(...given));
        expect(counted).toBeLessThanOrEqual(Math.max(...given));
      }),
    );
  });

  it('giving the same mark once more raises no grade', () => {
    const points = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(points, (given) => {
        const best = Math.max(...given);
        expect(countedPoints([...given, best], 'best')).toBe(best);
      }),
    );
  });
});
