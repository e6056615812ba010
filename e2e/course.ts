// A course of two sections with an assignment in groups, made by the API, for stories of who sees what of it.

import type { Browser, Page } from '@playwright/test';
import { ask, type Person, signUp } from './screens/people.ts';
import type { AppServer } from './server.ts';
import { newPage, storyText } from './story.ts';

export type Course = {
  tara: Person;
  course: string;
  assignment: string;
  blue: string;
  red: string;
  ines: Person;
  theo: Person;
};

const people = [
  { name: 'Mona Adler', section: 'Mon', group: 'Red' },
  { name: 'Tara Conti', section: 'Tue', group: 'Blue' },
  { name: 'Nils Free', section: null, group: null },
].map((one) => ({ ...one, email: `${one.name.toLowerCase().replace(' ', '.')}@example.org` }));

/** A course of two sections with an assignment in groups; Theo assists in it, without a limit so far. */
export async function makeCourse(server: AppServer): Promise<Course> {
  const ines = await signUp(server, 'Ines Haddad');
  const theo = await signUp(server, 'Theo Lind');
  const { id: course } = await ask<{ id: string }>(ines, 'POST', '/spaces', {
    name: 'Rhetoric',
    kind: 'course',
  });
  await ask(ines, 'POST', `/spaces/${course}/seats`, { people });
  const seats = await ask<{ people: { name: string; url: string }[] }>(
    ines,
    'GET',
    `/spaces/${course}/seats`,
  );
  const students = new Map<string, Person>();
  for (const { name, url } of seats.people) {
    const student = await signUp(server, name);
    await ask(student, 'POST', `/seats/${url.split('/').at(-1)}`);
    students.set(name, student);
  }
  const tara = students.get('Tara Conti');
  if (!tara) throw new Error('the course has no Tara');
  const text = { spaceId: course, text: storyText };
  const { id: readingId } = await ask<{ id: string }>(ines, 'POST', '/readings', text);
  const made = await ask<{ id: string; rooms: { id: string; title: string }[] }>(
    ines,
    'POST',
    `/spaces/${course}/assignments`,
    {
      ...{ readingId, rooms: 'groups', title: 'Is the council right?', columnTitle: 'Sundays' },
      ...{ prompt: '', timeZone: 'UTC', notesDueAt: null, repliesDueAt: null, closesAt: null },
      ...{ requiredNotes: 0, requiredReplies: 0, visibility: { kind: 'open' }, names: 'named' },
    },
  );
  const link = await ask<{ code: string }>(ines, 'POST', `/spaces/${course}/invites`, { role: 'assistant' });
  await ask(theo, 'POST', '/join', { code: link.code });
  const roomOf = (group: string) => made.rooms.find(({ title }) => title === group)?.id ?? '';
  return { course, assignment: made.id, blue: roomOf('Blue'), red: roomOf('Red'), ines, theo, tara };
}

export async function browserOf(
  browser: Browser,
  server: AppServer,
  person: Person,
  problems: string[],
): Promise<Page> {
  const storageState = await person.api.storageState();
  return newPage(browser, problems, { baseURL: server.url, storageState });
}
