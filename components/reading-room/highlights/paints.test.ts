// What is painted where: the shortest passage shows, and what is active shows on top.

import { describe, expect, it } from 'vitest';
import type { Point } from '#lib/model/record.ts';
import { paintOf, strokesOf, strokesOver } from './paints.ts';

const note: Point = { type: 'point', kind: 'claim', at: '2026-03-01T10:00:00.000Z' };

describe('paintOf', () => {
  it('is the kind of a first point and the stance of a reply', () => {
    expect(paintOf(note)).toBe('note-claim');
    expect(paintOf({ ...note, links: [{ to: 'p/a', stance: 'undercuts' }] })).toBe('note-undercuts');
    expect(paintOf({ ...note, links: [{ to: 'reading', stance: 'rebuts' }] })).toBe('note-rebuts');
  });

  it('is faint for what was taken back, whatever it said', () => {
    const value = { ...note, links: [{ to: 'reading', stance: 'rebuts' }], withdrawn: true } as const;
    expect(paintOf({ ...value, links: [...value.links] })).toBe('note-withdrawn');
  });
});

describe('strokesOf', () => {
  const passages = [
    { ref: 'p/long', start: 0, end: 10 },
    { ref: 'p/short', start: 4, end: 6 },
  ] as const;
  const paintOfRef = (ref: string) => (ref === 'p/long' ? 'note-claim' : 'note-question');

  it('[U6] shows the shortest passage where several overlap, and that there are several', () => {
    expect(strokesOf(passages, paintOfRef)).toEqual([
      { start: 0, end: 4, paint: 'note-claim' },
      { start: 4, end: 6, paint: 'note-question' },
      { start: 4, end: 6, paint: 'several-notes' },
      { start: 6, end: 10, paint: 'note-claim' },
    ]);
  });

  it('lays what touches in one paint as one stroke', () => {
    const side = [
      { ref: 'p/a', start: 0, end: 4 },
      { ref: 'p/b', start: 2, end: 6 },
      { ref: 'p/c', start: 4, end: 8 },
      { ref: 'p/d', start: 9, end: 12 },
    ] as const;
    expect(strokesOf(side, () => 'note-comment')).toEqual([
      { start: 0, end: 8, paint: 'note-comment' },
      { start: 2, end: 6, paint: 'several-notes' },
      { start: 9, end: 12, paint: 'note-comment' },
    ]);
  });

  it('[U7] lights the whole passage, once, even under a shorter one', () => {
    const both = { active: new Set(['p/long'] as const), lit: new Set(['p/long', 'p/short'] as const) };
    expect(strokesOver(passages, both)).toEqual([
      { start: 0, end: 10, paint: 'active-note' },
      { start: 4, end: 6, paint: 'lit-note' },
    ]);
  });
});
