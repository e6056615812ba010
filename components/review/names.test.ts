// While names are hidden nothing of what grading shows tells whose work it is.

import { expect, test } from 'vitest';
import { englishPeople } from '#components/room/scene/english-people.ts';
import { type Person, readable } from '#components/room/scene/people.ts';
import { mentionOf } from '#lib/model/threads/mention.ts';
import { byName, withoutNames } from './names.ts';

const person = (id: string, name: string, role: Person['role'] = 'member'): Person => ({
  ...{ id, name, role, kind: 'member' as const, removed: false, side: null, part: null },
});
const numbered = (number: number) => `Student ${number}`;
const ids = ['p-ada', 'p-ben', 'p-cho'];
const people = englishPeople([
  person('p-ada', 'Ada'),
  person('p-ben', 'Ben'),
  person('p-cho', 'Cho'),
  person('t', 'Tess', 'owner'),
]);

test('students are numbered, instructors keep their names', () => {
  const hidden = withoutNames(people, ids, numbered);
  expect(ids.map((id) => hidden.get(id)?.name).sort()).toEqual(['Student 1', 'Student 2', 'Student 3']);
  expect(hidden.get('t')?.name).toBe('Tess');
});

test('a number is the same whatever the order in which students are given, and in mentions as well', () => {
  const hidden = withoutNames(people, ids, numbered);
  expect(withoutNames(people, ids.toReversed(), numbered)).toEqual(hidden);
  expect(readable(hidden, `As ${mentionOf('p-ada')} says`)).toBe(`As @${hidden.get('p-ada')?.name} says`);
});

test('the order of the list is that of the numbers, which says nothing about the names', () => {
  const hidden = withoutNames(people, ids, numbered);
  expect(byName(people, ids, 'en')).toEqual(ids);
  expect(byName(hidden, ids, 'en').map((id) => hidden.get(id)?.name)).toEqual([
    'Student 1',
    'Student 2',
    'Student 3',
  ]);
});
