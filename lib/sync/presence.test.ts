import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { PresenceBoard } from './presence.ts';

let awareness: Awareness;
let board: PresenceBoard;

beforeEach(() => {
  vi.useFakeTimers();
  awareness = new Awareness(new Y.Doc());
  board = new PresenceBoard('ana', () => {});
  board.attach(awareness);
});

afterEach(() => {
  board.close();
  awareness.destroy();
  vi.useRealTimers();
});

test('[GATE9] at most eight changes a second go out, the first at once and the newest last', () => {
  const sent: unknown[] = [];
  awareness.on('update', () => sent.push(awareness.getLocalState()));
  for (let start = 0; start < 100; start++) {
    board.present({ selection: { start, end: 200 } });
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(1000);
  expect(sent.length).toBeLessThanOrEqual(9);
  expect(sent[0]).toEqual({ selection: { start: 0, end: 200 } });
  expect(sent.at(-1)).toEqual({ selection: { start: 99, end: 200 } });
});

test('[GATE9] what one does goes along to a document opened anew', () => {
  board.present({ answering: 'ben/n1' });
  const next = new Awareness(new Y.Doc());
  board.attach(next);
  expect(next.getLocalState()).toEqual({ answering: 'ben/n1' });
  expect(board.list()).toEqual([
    { participant: 'ana', client: next.clientID, isMe: true, answering: 'ben/n1' },
  ]);
  next.destroy();
});

test.each([
  ['no participant', { answering: 'new' }, []],
  ['nonsense', 'here', []],
  [
    'an unreadable selection',
    { participant: 'ben', selection: { start: 5, end: 2 } },
    [{ participant: 'ben' }],
  ],
  ['an unreadable answer', { participant: 'ben', answering: { to: 1 } }, [{ participant: 'ben' }]],
  ['a good one', { participant: 'ben', answering: 'new' }, [{ participant: 'ben', answering: 'new' }]],
])('[GATE9] reads what others send as unknown: %s', (_what, state, expected) => {
  awareness.states.set(7, state as Record<string, unknown>);
  const others = board.list().filter(({ isMe }) => !isMe);
  expect(others).toEqual(expected.map((read) => ({ ...read, client: 7, isMe: false })));
});
