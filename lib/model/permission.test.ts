import { describe, expect, test } from 'vitest';
import type { DocumentKind } from './document.ts';
import { isInstructor, may, mayEnterRoom, type Role, roleInRoom, roles, type Verdict } from './permission.ts';
import { type CounterpointRecord, stampId } from './record.ts';
import { mayInSpace, mayOwnSpace, withoutLimit } from './space-permission.ts';

test('members own spaces, guests none', () => {
  expect([mayOwnSpace('member'), mayOwnSpace('guest')]).toEqual([true, false]);
});

describe('[GATE7] a placing', () => {
  const placing = {
    type: 'placing' as const,
    of: 'p/a' as const,
    from: { edition: 'e1', start: 0, end: 3 },
    at: '2026-03-01T10:00:00.000Z',
  };
  const put = (role: Role, kind: 'room' | 'private' = 'room', closed = false) =>
    may({ participant: 'me', role }, { id: '1', before: undefined, after: placing }, { kind, closed });

  test.each<[Role, 'room' | 'private', boolean, Verdict]>([
    ['owner', 'room', false, { ok: true }],
    ['assistant', 'room', true, { ok: true }],
    ['member', 'room', false, { ok: false, reason: 'not-instructor' }],
    ['member', 'room', true, { ok: false, reason: 'room-closed' }],
    ['observer', 'room', false, { ok: false, reason: 'read-only' }],
    ['owner', 'private', false, { ok: false, reason: 'not-here' }],
  ])('by %s in a %s document, closed: %s', (role, kind, closed, verdict) => {
    expect(put(role, kind, closed)).toEqual(verdict);
  });

  test('is never changed, and never deleted', () => {
    const owner = { participant: 'me', role: 'owner' as const };
    const room = { kind: 'room' as const, closed: false };
    expect(may(owner, { id: '1', before: placing, after: placing }, room)).toMatchObject({
      reason: 'placing-changed',
    });
    expect(may(owner, { id: '1', before: placing, after: undefined }, room)).toMatchObject({
      reason: 'not-deletable',
    });
  });
});

test('owners correct the text, nobody else', () => {
  expect(roles.filter((role) => mayInSpace(withoutLimit(role, 'squad'), 'correct-text'))).toEqual(['owner']);
  expect(roles.filter((role) => mayInSpace(withoutLimit(role, 'course'), 'correct-text'))).toEqual(['owner']);
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

describe('a review', () => {
  const at = '2026-03-01T10:00:00.000Z';
  const stamp = { type: 'stamp', of: 'ben/n1', criterion: 'reads', level: 'l2' } as const;
  const remark = { type: 'remark', of: 'whole', at, body: 'Well read.' } as const;
  const point = { type: 'point', kind: 'comment', at, body: 'Well read.' } as const;
  const verdict = (after: CounterpointRecord, kind: DocumentKind, role: Role = 'assistant', id = 'x') =>
    may({ participant: 'ina', role }, { id, before: undefined, after }, { kind, closed: true, owner: 'ina' });

  test('[GATE7] takes marks and private words of instructors, in a closed room too, and nothing else', () => {
    expect(verdict(stamp, 'review', 'owner', stampId(stamp))).toEqual({ ok: true });
    expect(verdict(remark, 'review')).toEqual({ ok: true });
    expect(verdict(point, 'review')).toEqual({ ok: false, reason: 'not-here' });
    expect(verdict(remark, 'review', 'member')).toEqual({ ok: false, reason: 'read-only' });
  });

  test.each(['room', 'private', 'side', 'flags'] as const)('[GATE7] stands in no %s document', (kind) => {
    for (const value of [stamp, remark])
      expect(verdict(value, kind, 'owner')).toEqual({ ok: false, reason: 'not-here' });
  });

  test('[GATE7] holds one mark a criterion on one note: under its own key', () => {
    expect(stampId(stamp)).toBe('reads:ben/n1');
    expect(verdict(stamp, 'review', 'owner', 'reads:ben/n2')).toEqual({ ok: false, reason: 'wrong-key' });
  });
});
