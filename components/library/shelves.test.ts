// What the library's rows say and in which order they stand.

import { expect, test } from 'vitest';
import { translatorOf } from '#lib/words/translate.ts';
import { discussionRows, readingRows, type ShelvedLibrary } from './shelves.ts';

const t = translatorOf('en', 'library.facts');

const room = {
  id: 'r1',
  title: 'Pressure Is Not a Plan',
  assignment: null,
  kind: 'seminar' as const,
  closedAt: null,
  participants: 1,
  points: 0,
  lastActivityAt: '2026-05-01T10:00:00Z',
};
const reading = {
  id: 't1',
  title: 'Pressure Is Not a Plan',
  byline: null,
  createdAt: '2026-05-01T09:00:00Z',
};
const library: ShelvedLibrary = {
  spaces: [
    {
      id: 's1',
      name: 'Foreign Policy',
      kind: 'course',
      readings: [
        {
          ...reading,
          rooms: [room, { ...room, id: 'r2', closedAt: '2026-05-04T00:00:00Z', points: 7, participants: 4 }],
        },
        { ...reading, id: 't2', byline: 'By Ada', createdAt: '2026-05-03T09:00:00Z', rooms: [] },
      ],
    },
  ],
  invited: [
    {
      ...room,
      id: 'r3',
      kind: 'debate',
      points: 1,
      lastActivityAt: '2026-05-05T10:00:00Z',
      spaceName: 'Visitors',
    },
  ],
};

test('discussions stand by when something was last said, invited ones among them', () => {
  expect(discussionRows(library, true, t).map((row) => row.id)).toEqual(['r3', 'r1', 'r2']);
});

test('a discussion tells its space, whether it is closed, and how much was said by how many', () => {
  const facts = Object.fromEntries(
    discussionRows(library, true, t).map((row) => [row.id, row.facts.join(' · ')]),
  );
  expect(facts).toEqual({
    r1: 'Foreign Policy · No notes yet · 1 person',
    r2: 'Foreign Policy · Closed · 7 notes · 4 people',
    r3: 'Visitors · 1 argument · 1 person',
  });
});

test('counts are said as the language counts', () => {
  const rows = discussionRows(library, false, translatorOf('de', 'library.facts'));
  expect(Object.fromEntries(rows.map((row) => [row.id, row.facts.join(' · ')]))).toMatchObject({
    r1: 'Noch keine Anmerkungen · 1 Person',
    r2: 'Geschlossen · 7 Anmerkungen · 4 Personen',
  });
});

test('a discussion of an assignment is called by both, so that each week’s Group 1 is told apart', () => {
  const group = { ...room, title: 'Group 1', assignment: 'Week 2' };
  const alone = { ...room, title: 'Week 3', assignment: 'Week 3' };
  const { spaces } = library;
  const shelved = spaces.map((space) => ({ ...space, readings: [{ ...reading, rooms: [group, alone] }] }));
  const titles = discussionRows({ invited: [], spaces: shelved }, true, t).map(({ title }) => title);
  expect(titles).toEqual(['Week 2 · Group 1', 'Week 3']);
});

test('inside one space its name is not said again', () => {
  expect(readingRows(library.spaces, false, t).map((row) => row.facts)).toEqual([
    ['By Ada', 'No discussions yet'],
    ['2 discussions'],
  ]);
});
