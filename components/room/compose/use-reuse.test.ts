// Refused words go back to where they were meant to be said, whole, and beside what was begun there since.

import { describe, expect, it } from 'vitest';
import type { Entry, Point } from '#lib/model/record.ts';
import { draftFromRefused, joinedDraft, targetOfRefused } from './use-reuse.ts';

const anchor = { reading: 'r', edition: 'e', start: 4, end: 9, quote: 'words', prefix: '', suffix: '' };
const note: Point = { type: 'point', kind: 'claim', at: '2026-03-01T10:00:00.000Z', body: 'so', anchor };
const answer: Point = { ...note, links: [{ to: 'bea/1', stance: 'qualifies' }] };
const disagreement: Point = { ...note, kind: 'comment', links: [{ to: 'reading', stance: 'rebuts' }] };
const standing: Entry = { ref: 'ada/1', participant: 'ada', id: '1', value: note, createdAt: note.at };

describe('[U3] refused words', () => {
  it('keep their kind, stance, passage and audience', () => {
    const range = { start: 4, end: 9 };
    expect(draftFromRefused(note, 'room')).toEqual({
      ...{ body: 'so', kind: 'claim', place: 'room', range },
      anchor: note.anchor,
    });
    expect(draftFromRefused(answer, 'private')).toMatchObject({ stance: 'qualifies', place: 'private' });
    expect(draftFromRefused(disagreement, 'room')).toMatchObject({ stance: 'rebuts' });
  });

  it('become a note, an answer, or a disagreement with the reading again', () => {
    expect(targetOfRefused('ada/1', note, undefined)).toBe('new:r:4-9');
    expect(targetOfRefused('ada/1', answer, undefined)).toBe('answer:bea/1');
    expect(targetOfRefused('ada/1', disagreement, undefined)).toBe('new:r:4-9');
  });

  it('become a change of the same note where the room holds it', () => {
    expect(targetOfRefused('ada/1', note, standing)).toBe('edit:ada/1');
    expect(targetOfRefused('ada/1', answer, standing)).toBe('edit:ada/1');
  });

  it('become a new note where the server never took it, or its author took it back', () => {
    const { createdAt: _, ...untaken } = standing;
    expect(targetOfRefused('ada/1', note, untaken)).toBe('new:r:4-9');
    const withdrawn: Entry = {
      ...standing,
      value: { type: 'point', kind: 'claim', at: note.at, withdrawn: true },
    };
    expect(targetOfRefused('ada/1', note, withdrawn)).toBe('new:r:4-9');
  });

  it('never write over what was begun since', () => {
    const refused = draftFromRefused(answer, 'room');
    const begun = { ...refused, body: 'another thought', stance: 'asks' as const };
    expect(joinedDraft(begun, refused)).toEqual({ ...begun, body: 'another thought\n\nso' });
    expect(joinedDraft({ ...begun, body: ' ' }, refused)).toEqual(refused);
    expect(joinedDraft(undefined, refused)).toEqual(refused);
  });

  it('are not joined to words that hold them already', () => {
    const refused = draftFromRefused(note, 'room');
    const begun = { ...refused, body: 'first\n\nso' };
    expect(joinedDraft(begun, refused)).toBe(begun);
    expect(joinedDraft(refused, refused)).toBe(refused);
  });
});
