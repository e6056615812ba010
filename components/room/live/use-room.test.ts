// What the page was rendered with and what this device holds, shown as one until the server has spoken.

import { describe, expect, it } from 'vitest';
import type { Entry, Ref } from '#lib/model/record.ts';
import type { FirstSync, RoomState } from '#lib/sync/room-state.ts';
import { over } from './use-room.ts';

function entry(ref: Ref, body: string, acceptedAt?: string): Entry {
  const [participant = '', id = ''] = ref.split('/');
  const value = { type: 'point' as const, kind: 'comment' as const, at: '2026-03-01T10:00:00.000Z', body };
  return { ref, participant, id, value, ...(acceptedAt ? { acceptedAt } : {}) };
}

function state(firstSync: FirstSync, ...entries: Entry[]): RoomState {
  return {
    phase: 'ready',
    firstSync,
    entries: new Map(entries.map((one) => [one.ref, one])),
    privateEntries: new Map(),
    sideEntries: new Map(),
    side: null,
    participant: 'ada',
    role: 'member',
    save: { kind: 'connecting' },
    presence: [],
    drafts: [],
    rosterVersion: 0,
  };
}

const wordsOf = ({ entries }: RoomState) =>
  Object.fromEntries([...entries].map(([ref, { value }]) => [ref, 'body' in value && value.body]));

const [monday, tuesday] = ['2026-03-02T10:00:00.000Z', '2026-03-03T10:00:00.000Z'];

describe('over', () => {
  it.each<FirstSync>(['pending', 'unreached'])(
    'keeps what was rendered under an older copy while the first sync is %s',
    (firstSync) => {
      const rendered = state('pending', entry('bea/1', 'old', monday), entry('bea/2', 'new', tuesday));
      const live = state(firstSync, entry('bea/1', 'old', monday), entry('ada/1', 'mine'));
      expect(wordsOf(over(rendered, live))).toEqual({ 'bea/1': 'old', 'bea/2': 'new', 'ada/1': 'mine' });
    },
  );

  it('prefers what the server took later, but never to one’s own words', () => {
    const rendered = state('pending', entry('bea/1', 'changed', tuesday), entry('ada/1', 'kept', tuesday));
    const live = state('pending', entry('bea/1', 'before', monday), entry('ada/1', 'just typed', monday));
    expect(wordsOf(over(rendered, live))).toEqual({ 'bea/1': 'changed', 'ada/1': 'just typed' });
  });

  it('shows the live records alone once the server’s were merged', () => {
    const rendered = state('pending', entry('bea/1', 'taken away since'));
    const live = state('synced', entry('ada/1', 'mine'));
    expect(over(rendered, live)).toBe(live);
  });
});
