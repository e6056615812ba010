import { describe, expect, test } from 'vitest';
import { isInstructor, mayEnterRoom, mayOwnSpace, type Role, roleInRoom, roles } from './permission.ts';

test('members own spaces, guests none', () => {
  expect([mayOwnSpace('member'), mayOwnSpace('guest')]).toEqual([true, false]);
});

describe('one’s role in a room', () => {
  // From the strongest on, as they stand in `roles`.
  const standings: (Role | null)[] = [...roles, null];

  test('is the stronger of the room’s and the space’s, whichever gave it', () => {
    for (const [i, stronger] of standings.entries()) {
      for (const weaker of standings.slice(i)) {
        expect([stronger, weaker, roleInRoom(stronger, weaker)]).toEqual([stronger, weaker, stronger]);
        expect([weaker, stronger, roleInRoom(weaker, stronger)]).toEqual([weaker, stronger, stronger]);
      }
    }
  });

  test('without one nobody enters; with one, a place, an open room or running the space lets in', () => {
    expect(mayEnterRoom(null, 'members', true)).toBe(false);
    for (const role of roles) {
      expect(mayEnterRoom(role, 'members', false)).toBe(true);
      expect(mayEnterRoom(role, 'invited', true)).toBe(true);
      expect(mayEnterRoom(role, 'invited', false)).toBe(isInstructor(role));
    }
  });
});
