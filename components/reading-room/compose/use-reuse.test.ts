// Refused words go back to where they were meant to be said, whole.

import { expect, it } from 'vitest';
import type { Point } from '#lib/model/record.ts';
import { draftFromRefused } from './use-reuse.ts';

const anchor = { reading: 'r', edition: 'e', start: 4, end: 9, quote: 'words', prefix: '', suffix: '' };
const note: Point = { type: 'point', kind: 'claim', at: '2026-03-01T10:00:00.000Z', body: 'so', anchor };

it('[U3] makes a note of a note, on its passage', () => {
  expect(draftFromRefused(note, 'room')).toEqual({
    target: 'new:4-9',
    draft: { body: 'so', kind: 'claim', place: 'room', range: { start: 4, end: 9 } },
  });
});

it('[U3] makes an answer of an answer, with its stance', () => {
  const answer: Point = { ...note, links: [{ to: 'bea/1', stance: 'qualifies' }] };
  expect(draftFromRefused(answer, 'private')).toMatchObject({
    target: 'answer:bea/1',
    draft: { body: 'so', stance: 'qualifies', place: 'private' },
  });
});

it('keeps a disagreement with the reading itself a new note', () => {
  const disagreement: Point = { ...note, kind: 'comment', links: [{ to: 'reading', stance: 'rebuts' }] };
  expect(draftFromRefused(disagreement, 'room')).toMatchObject({
    target: 'new:4-9',
    draft: { stance: 'rebuts' },
  });
});
