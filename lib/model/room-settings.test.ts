// What a room shows where nobody said anything, and that settings of another version do no harm.

import { expect, it } from 'vitest';
import { parseRoomSettings, type RoomKind, type RoomSettings } from './room-settings.ts';
import { showsCards, showsStanding } from './room-shows.ts';

it.each<[RoomKind, RoomSettings, boolean]>([
  ['seminar', {}, false],
  ['seminar', { standing: true }, true],
  ['debate', {}, true],
  ['debate', { standing: false }, false],
])('standing in a %s with %j: %s', (kind, settings, expected) => {
  expect(showsStanding(kind, settings)).toBe(expected);
});

it.each<[RoomKind, RoomSettings, boolean]>([
  ['seminar', {}, false],
  ['seminar', { cards: true }, true],
  ['debate', {}, true],
  ['debate', { cards: false }, false],
])('cards in a %s with %j: %s', (kind, settings, expected) => {
  expect(showsCards(kind, settings)).toBe(expected);
});

it('passes over what it does not know, and takes nothing of the wrong kind', () => {
  expect(parseRoomSettings('{"standing":true,"fromLater":1}')).toEqual({ standing: true });
  expect(() => parseRoomSettings('{"standing":"yes"}')).toThrow();
});
