// A roster by HTTP: what a file holds is looked at first, and people who are mixed up are refused by line, nothing half done.

import { beforeEach, expect, test } from 'vitest';
import { identityFor, makeCourse, makeMember, openFreshData } from '#lib/data/fixture.ts';
import { sender } from './fixture.ts';
import * as seat from './spaces/[id]/seats/[seatId]/route.ts';
import * as preview from './spaces/[id]/seats/preview/route.ts';
import * as seats from './spaces/[id]/seats/route.ts';

const columns = 'Student,ID,SIS User ID,SIS Login ID,Section';
let owner: ReturnType<typeof sender>;
let id: string;

const ann = { name: 'Ann', email: 'ann@example.org', canvas: { id: '1', sisUserId: '', sisLoginId: '' } };
const bea = { name: 'Bea', email: 'bea@example.org', canvas: { id: '2', sisUserId: '', sisLoginId: '' } };

beforeEach(async () => {
  openFreshData();
  const kim = await makeMember('Kim');
  id = (await makeCourse(kim)).space.id;
  owner = sender({ sessionId: (await identityFor(kim.accountId)).via.id });
  await owner(seats.POST, 'POST', { id }, { people: [ann, bea] });
});

function gradebook(...lines: string[]): FormData {
  const form = new FormData();
  form.set('file', new File([[columns, ...lines].join('\n')], 'grades.csv'));
  return form;
}

const people = async () => (await owner(seats.GET, 'GET', { id })).body;

test('a gradebook that gives one person the address of another is refused by its lines before anything is asked', async () => {
  const form = gradebook('"Cy",3,,cy@example.org,Mon', '"Ann",1,,bea@example.org,Mon');
  expect((await owner(preview.POST, 'POST', { id }, form)).body).toMatchObject({
    people: [],
    problems: [{ line: 3, message: 'On the roster bea@example.org is Bea, but the Canvas ID 1 is Ann.' }],
  });
});

test('what a preview finds good keeps its lines', async () => {
  const form = gradebook('Points Possible,,,,', '"Cy",3,,cy@example.org,Mon');
  expect((await owner(preview.POST, 'POST', { id }, form)).body).toMatchObject({
    people: [{ name: 'Cy', line: 3 }],
    problems: [],
  });
});

test('the same sent by a program is refused by line, and nobody is added or changed', async () => {
  const before = await people();
  const mixed = { ...ann, name: 'Anna', email: bea.email, line: 12 };
  const answer = await owner(seats.POST, 'POST', { id }, { people: [{ name: 'Cy' }, mixed] });
  expect(answer).toMatchObject({
    status: 409,
    body: {
      error: {
        code: 'people-mixed-up',
        message:
          'Nothing was added. Line 12: On the roster bea@example.org is Bea, but the Canvas ID 1 is Ann.',
      },
    },
  });
  expect(await people()).toEqual(before);
});

test('an address that somebody else on the roster has is refused in the words of a roster', async () => {
  const { people: found } = (await people()) as { people: { id: string; name: string }[] };
  const seatId = found.find(({ name }) => name === 'Ann')?.id ?? '';
  expect(await owner(seat.PATCH, 'PATCH', { id, seatId }, { email: bea.email })).toMatchObject({
    status: 409,
    body: { error: { code: 'email-taken', message: expect.stringContaining('on this roster') } },
  });
});
