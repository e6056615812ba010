// Which views someone is offered, by the room and by who one is in it.

import { expect, it } from 'vitest';
import { type RoomNow, viewAt, viewsOf } from './views.ts';

const seminar: RoomNow = { room: { id: 'r', kind: 'seminar' }, settings: {}, role: 'member' };
const debate: RoomNow = { ...seminar, room: { id: 'r', kind: 'debate' } };

it.each<[string, RoomNow, string]>([
  ['a member of a seminar', seminar, 'read map work'],
  [
    'a seminar in which cards were switched on',
    { ...seminar, settings: { cards: true } },
    'read cards map work',
  ],
  ['a debate', debate, 'read flow cards map work'],
  [
    'a debate in which cards were switched off',
    { ...debate, settings: { cards: false } },
    'read flow map work',
  ],
  ['an assistant', { ...seminar, role: 'assistant' }, 'read map review moderate'],
])('%s', (_, viewed, names) => {
  expect(viewsOf(viewed).map(({ name }) => name)).toEqual(names.split(' '));
});

it('knows a view by its address', () => {
  const views = viewsOf(debate);
  expect(viewAt('/rooms/r/flow/', views)?.name).toBe('flow');
  expect(viewAt('/rooms/r/review', views)).toBeUndefined();
});
