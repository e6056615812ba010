// The class of the pictures: a course with a roster and an assignment, and a squad with a round, as their instructor
// and students would have made them.

import type { RoomId } from '#lib/data/ids.ts';
import type { AppServer } from '../server.ts';
import { storyText } from '../story.ts';
import { ask, type Person, signUp } from './people.ts';

export type Class = {
  ines: Person;
  /** In one group, and on the two sides of the round. */
  students: Person[];
  course: string;
  assignment: string;
  seminar: RoomId;
  reading: string;
  round: RoomId;
  /** Links that nobody has used: into the seminar, and to a place on the roster. */
  invite: string;
  seat: string;
};

export async function makeClass(server: AppServer): Promise<Class> {
  const ines = await signUp(server, 'Ines Haddad');
  const students: Person[] = [];
  for (const name of ['Bea Kowalski', 'Chidi Okoro', 'Dana Levy', 'Elif Arslan'])
    students.push(await signUp(server, name));
  const course = await space(ines, 'Writing and Argument', 'course');
  const seat = await enrol(ines, students, course);
  const text = { spaceId: course, text: storyText };
  const { id: reading } = await ask<{ id: string }>(ines, 'POST', '/readings', text);
  const assigned = await assign(ines, reading, course);
  const seminar = assigned.rooms[0]?.id;
  if (!seminar) throw new Error('the assignment made no room');
  const link = await ask<{ url: string }>(ines, 'POST', `/rooms/${seminar}/invites`, { role: 'member' });
  const round = await makeRound(ines, students);
  return { ines, students, course, assignment: assigned.id, seminar, reading, round, invite: link.url, seat };
}

async function space(of: Person, name: string, kind: 'course' | 'squad'): Promise<string> {
  return (await ask<{ id: string }>(of, 'POST', '/spaces', { name, kind })).id;
}

/** The four who are here, and eight more who are expected; gives the link of one of these. */
async function enrol(ines: Person, students: readonly Person[], course: string): Promise<string> {
  const expected = ['Farid', 'Gwen', 'Hana', 'Ivo', 'Jonas', 'Kemi', 'Lior', 'Mina'].map((name, i) => ({
    ...{ name, email: `${name.toLowerCase()}@example.org`, group: `Group ${2 + (i % 2)}` },
  }));
  const here = students.map(({ name, email }) => ({ name, email, group: 'Group 1' }));
  await ask(ines, 'POST', `/spaces/${course}/seats`, { people: [...here, ...expected] });
  const { people } = await ask<{ people: { email: string; url: string }[] }>(
    ines,
    'GET',
    `/spaces/${course}/seats`,
  );
  for (const student of students) {
    const seat = people.find(({ email }) => email === student.email);
    if (!seat) throw new Error(`${student.name} has no seat`);
    await ask(student, 'POST', `/seats/${seat.url.split('/').at(-1)}`);
  }
  return people.find(({ email }) => email === expected[0]?.email)?.url ?? '';
}

function assign(ines: Person, readingId: string, course: string) {
  return ask<{ id: string; rooms: { id: RoomId }[] }>(ines, 'POST', `/spaces/${course}/assignments`, {
    ...{ readingId, rooms: 'groups', title: 'Is the council right?', columnTitle: 'Sundays' },
    prompt: 'Find the strongest answer to the author, and answer it.',
    ...{ timeZone: 'UTC', notesDueAt: '2031-03-04T18:00:00.000Z', repliesDueAt: '2031-03-07T18:00:00.000Z' },
    ...{ closesAt: null, requiredNotes: 3, requiredReplies: 2 },
    ...{ visibility: { kind: 'open' }, names: 'named' },
  });
}

/** Two sit for Pro, two for Con; Ines chairs, and it has begun. */
async function makeRound(ines: Person, students: readonly Person[]): Promise<RoomId> {
  const squad = await space(ines, 'Debate squad', 'squad');
  const text = { spaceId: squad, text: storyText };
  const { id: readingId } = await ask<{ id: string }>(ines, 'POST', '/readings', text);
  const made = { readingId, title: 'Sunday opening', format: { preset: 'public-forum' } };
  const { id: round } = await ask<{ id: RoomId }>(ines, 'POST', '/rooms', made);
  const { code } = await ask<{ code: string }>(ines, 'POST', `/rooms/${round}/invites`, { role: 'member' });
  const seats: { participant: string; side: string; part: null }[] = [];
  for (const [i, student] of students.entries()) {
    const joined = await ask<{ participantId: string }>(student, 'POST', '/join', { code });
    seats.push({ participant: joined.participantId, side: i % 2 === 0 ? 'pro' : 'con', part: null });
  }
  await ask(ines, 'PATCH', `/rooms/${round}/round`, { seats });
  await ask(ines, 'PATCH', `/rooms/${round}/round`, { stage: 'on' });
  return round;
}
