// Who may speak to all groups of an assignment, and what such a note may be.

import { expect, test } from 'vitest';
import { type DocumentState, may, type Refusal, type Role } from '../permission.ts';
import type { Point } from '../record.ts';

const note: Point = { type: 'point', kind: 'comment', at: '2030-01-01T00:00:00.000Z', body: 'To all.' };
const toAll: Point = { ...note, forAll: true };
const group: DocumentState = { kind: 'room', closed: false, isOfAssignment: true };

type Case = {
  says: string;
  role?: Role;
  before?: Point;
  after: Point;
  state?: DocumentState;
  refused?: Refusal;
};

test.each<Case>([
  { says: 'an owner speaks to all groups', role: 'owner', after: toAll },
  { says: 'so does an assistant', role: 'assistant', after: toAll },
  { says: 'a student does not', role: 'member', after: toAll, refused: 'not-instructor' },
  {
    says: 'a note of one’s own becomes one for all',
    before: note,
    after: toAll,
  },
  {
    says: 'and not one for one group again',
    before: toAll,
    after: note,
    refused: 'stays-for-all',
  },
  {
    says: 'it may take a stance on the text',
    after: { ...toAll, links: [{ to: 'reading', stance: 'rebuts' }] },
  },
  {
    says: 'it answers nobody of one group',
    after: { ...toAll, links: [{ to: 'p1/n1', stance: 'supports' }] },
    refused: 'one-group',
  },
  {
    says: 'and names nobody of one group',
    after: { ...toAll, body: 'As @[p1] says.' },
    refused: 'one-group',
  },
  {
    says: 'a room of no assignment has no groups',
    after: toAll,
    state: { kind: 'room', closed: false },
    refused: 'not-here',
  },
  {
    says: 'nor has a private document',
    after: toAll,
    state: { ...group, kind: 'private' },
    refused: 'not-here',
  },
  {
    says: 'a closed room takes none',
    after: toAll,
    state: { ...group, closed: true },
    refused: 'room-closed',
  },
  {
    says: 'who instructs no more takes back what they said',
    role: 'member',
    before: toAll,
    after: { type: 'point', kind: 'comment', at: note.at, forAll: true, withdrawn: true },
  },
  {
    says: 'and changes it no more',
    role: 'member',
    before: toAll,
    after: { ...toAll, body: 'Something else.' },
    refused: 'not-instructor',
  },
])('[GATE7] $says', ({ role = 'owner', before, after, state = group, refused }) => {
  const verdict = may({ participant: 'me', role }, { id: 'n1', before, after }, state);
  expect(verdict).toEqual(refused ? { ok: false, reason: refused } : { ok: true });
});
