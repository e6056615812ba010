// What is offered on screen is what the gate would take, for every role, in open and closed rooms.

import { describe, expect, it } from 'vitest';
import type { Role } from '#lib/model/permission.ts';
import type { Entry, Point } from '#lib/model/record.ts';
import { mayReact, mayRule, placeAmong, placesFor, verdictOnRevising } from './scene.ts';

const asker = (role: Role, closed = false) => ({
  me: { participant: 'ada', role },
  side: null,
  room: { kind: 'room' as const, closed },
});
const value: Point = { type: 'point', kind: 'comment', at: '2026-03-01T10:00:00.000Z', body: 'words' };
const mine: Entry<Point> = { ref: 'ada/1', participant: 'ada', id: '1', value };

describe('[GATE7] what is offered', () => {
  it.each<[Role, boolean, string]>([
    ['member', false, 'room,private'],
    ['member', true, 'private'],
    ['observer', false, 'private'],
    ['owner', true, 'private'],
  ])('%s, closed %j: answers go to %s', (role, closed, places) => {
    expect(placesFor(asker(role, closed), 'bea/1').join()).toBe(places);
  });

  it.each<[Role, boolean, boolean, boolean]>([
    ['member', false, true, false],
    ['member', true, false, false],
    ['observer', false, false, false],
    ['assistant', false, true, true],
    ['assistant', true, true, true],
  ])('%s, closed %j: resolving one’s own thread %j, hiding %j', (role, closed, resolves, hides) => {
    expect(mayRule(asker(role, closed), 'resolve', 'ada/1')).toBe(resolves);
    expect(mayRule(asker(role, closed), 'hide', 'ada/1')).toBe(hides);
  });

  it.each([false, true])('reactions, given %j, only while the room takes words', (isGiven) => {
    expect(mayReact(asker('member'), 'room', 'helpful', 'bea/1', isGiven)).toBe(true);
    expect(mayReact(asker('member', true), 'room', 'helpful', 'bea/1', isGiven)).toBe(false);
  });

  it('changing one’s words while the room takes them, and always in private', () => {
    const [shared, own] = [() => 'room' as const, () => 'private' as const];
    expect(verdictOnRevising({ ...asker('member'), placeOf: shared }, mine)).toEqual({ ok: true });
    expect(verdictOnRevising({ ...asker('member', true), placeOf: shared }, mine)).toEqual({
      ok: false,
      reason: 'room-closed',
    });
    expect(verdictOnRevising({ ...asker('member', true), placeOf: own }, mine)).toEqual({ ok: true });
  });
});

it('a draft meant for the room goes to oneself once the room takes no more words', () => {
  expect(placeAmong(['room', 'private'], 'private')).toBe('private');
  expect(placeAmong(['private'], 'room')).toBe('private');
  expect(placeAmong(['room', 'private'])).toBe('room');
});
