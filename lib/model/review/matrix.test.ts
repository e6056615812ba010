// What the matrix counts, and that writing the same more often raises nothing but the plain count.

import { describe, expect, it } from 'vitest';
import { matrixOf, rowOf, sortRows } from './matrix.ts';
import { minute, PlantedClass, plantedClass, students, text } from './planted-class.ts';
import { roomWorkOf } from './room-work.ts';
import { nothingDue } from './timing.ts';

const none = new Set<never>();
const rowIn = (planted: PlantedClass, who: string) =>
  rowOf(who, roomWorkOf(planted.entries, students, text), () => nothingDue, none);

describe('matrixOf', () => {
  it('counts what each student did', () => {
    const rows = matrixOf(roomWorkOf(plantedClass().entries, students, text), () => nothingDue, none);
    const short = rows.map((row) => [
      row.participant,
      row.notes,
      row.questions,
      row.replies,
      row.repliedTo,
      row.passages,
      row.isAnswered,
    ]);
    expect(short).toEqual([
      ['ada', 1, 0, 1, 1, 1, true],
      ['bea', 1, 0, 2, 2, 1, true],
      ['cem', 0, 0, 2, 1, 0, true],
      ['dev', 2, 1, 0, 0, 2, false],
      ['eve', 1, 1, 0, 0, 1, false],
    ]);
  });

  it('counts a person answered thrice, and a passage marked thrice, once', () => {
    const planted = plantedClass();
    for (const i of [1, 2, 3]) {
      planted.say(`eve/to${i}`, { to: 'ada/1', stance: 'asks' });
      planted.say(`eve/on${i}`, { at: [3, 10 * i, 10 * i + 15] });
    }
    expect(rowIn(planted, 'eve')).toMatchObject({ replies: 3, repliedTo: 1, passages: 1 });
  });

  it('takes an answer to oneself for no reply', () => {
    const planted = plantedClass().say('eve/2', { to: 'eve/1', stance: 'supports' });
    expect(rowIn(planted, 'eve')).toMatchObject({ replies: 0, repliedTo: 0, isAnswered: false });
  });

  it('tells late from received late, and from what is not due', () => {
    const planted = new PlantedClass()
      .say('ada/1', { received: 5 })
      .say('ada/2', { written: 9, received: 20 })
      .say('ada/3', { received: 21 });
    const work = roomWorkOf(planted.entries, students, text);
    const due = () => ({ notes: minute(10), replies: null });
    expect(rowOf('ada', work, due, none)).toMatchObject({ notes: 3, late: 1, receivedLate: 1 });
    expect(rowOf('ada', work, due, new Set(['ada/2' as const]))).toMatchObject({ late: 1, receivedLate: 0 });
  });
});

describe('sortRows', () => {
  it('sorts by a measure, and equal rows by name', () => {
    const rows = matrixOf(roomWorkOf(plantedClass().entries, students, text), () => nothingDue, none);
    const order = (by: 'name' | 'replies', isDescending: boolean) =>
      sortRows(rows, { by, isDescending }, (id) => id, 'en').map(({ participant }) => participant);
    expect(order('replies', true)).toEqual(['bea', 'cem', 'ada', 'dev', 'eve']);
    expect(order('replies', false)).toEqual(['dev', 'eve', 'ada', 'bea', 'cem']);
    expect(order('name', true)).toEqual(['eve', 'dev', 'cem', 'bea', 'ada']);
  });
});
