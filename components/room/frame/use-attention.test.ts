// One thing is open at a time, and pointing at something never closes anything.

import { describe, expect, it } from 'vitest';
import { type Attention, attend, type Move } from './use-attention.ts';

const start: Attention = {
  active: null,
  composing: null,
  answering: null,
  placing: null,
  lit: null,
  panel: null,
};
const stateAfter = (...moves: Move[]) => moves.reduce(attend, start);

describe('attend', () => {
  it('opening a thread closes what was being written and listed', () => {
    expect(stateAfter({ type: 'compose', target: 'new:1-2' }, { type: 'open', ref: 'p/a' })).toMatchObject({
      active: 'p/a',
      composing: null,
    });
    expect(
      stateAfter({ type: 'list', panel: { kind: 'contents' } }, { type: 'open', ref: 'p/a' }),
    ).toMatchObject({
      active: 'p/a',
      panel: null,
    });
  });

  it('opening the same thread again keeps the answer being written', () => {
    const answering = { to: 'p/a', stance: 'rebuts' } as const;
    const state = stateAfter(
      { type: 'open', ref: 'p/a' },
      { type: 'answer', answering },
      { type: 'open', ref: 'p/a' },
    );
    expect(state.answering).toEqual(answering);
  });

  it('answering opens the point that is answered', () => {
    expect(stateAfter({ type: 'answer', answering: { to: 'q/b', stance: undefined } }).active).toBe('q/b');
  });

  it('answering a reply leaves the open point the open one', () => {
    const answering = { to: 'q/b', stance: undefined } as const;
    expect(stateAfter({ type: 'open', ref: 'p/a' }, { type: 'answer', answering }).active).toBe('p/a');
  });

  it('lighting changes nothing else, and nothing at all where it is lit already', () => {
    const lit = stateAfter({ type: 'compose', target: 'new:1-2' }, { type: 'light', ref: 'p/a' });
    expect(lit).toMatchObject({ composing: 'new:1-2', lit: 'p/a' });
    expect(attend(lit, { type: 'light', ref: 'p/a' })).toBe(lit);
  });

  it('a note waits for its words until it has them, another is opened, or one answers', () => {
    const waiting: Move[] = [
      { type: 'open', ref: 'p/a' },
      { type: 'place', ref: 'p/a' },
    ];
    expect(stateAfter(...waiting, { type: 'light', ref: 'p/b' })).toMatchObject({
      active: 'p/a',
      placing: 'p/a',
    });
    expect(stateAfter(...waiting, { type: 'open', ref: 'p/b' }).placing).toBeNull();
    expect(
      stateAfter(...waiting, { type: 'answer', answering: { to: 'p/a', stance: 'asks' } }).placing,
    ).toBeNull();
  });
});
