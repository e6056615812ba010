import { describe, expect, test } from 'vitest';
import {
  type AssignmentValues,
  bodyOf,
  faultsIn,
  newValues,
  type SettingsBody,
  valuesOf,
} from './assignment-values.ts';

const fresh = newValues('On ferries', 'Europe/Zurich');

describe('the form of an assignment', () => {
  test('what it begins with can be sent as it is', () => {
    expect(faultsIn(fresh)).toEqual({});
    expect(bodyOf(fresh)).toMatchObject({
      notesDueAt: null,
      requiredNotes: 3,
      visibility: { kind: 'after-own-notes', notes: 3, words: 15 },
      columnTitle: 'On ferries',
    });
  });

  test.each<[string, Partial<AssignmentValues>, keyof AssignmentValues]>([
    ['no title', { title: ' ' }, 'title'],
    ['half a note', { requiredNotes: '1.5' }, 'requiredNotes'],
    [
      'replies due before notes',
      { notesDue: '2030-03-04T18:00', repliesDue: '2030-03-03T18:00' },
      'repliesDue',
    ],
    [
      'closing before replies are due',
      { repliesDue: '2030-03-06T18:00', closes: '2030-03-05T18:00' },
      'closes',
    ],
    ['a date of sight that is none', { visibility: 'from' }, 'visibleFrom'],
  ])('says what is wrong with %s', (_, change, name) => {
    expect(faultsIn({ ...fresh, ...change })[name]).toBeTruthy();
  });

  test.each<[string, SettingsBody['visibility']]>([
    ['open', { kind: 'open' }],
    ['after own notes', { kind: 'after-own-notes', notes: 2, words: 30 }],
    ['from a date', { kind: 'from', at: '2030-07-04T16:00:00.000Z' }],
    ['opened by hand', { kind: 'when-opened', opened: true }],
  ])('shows a standing assignment and sends the same again: %s', (_, visibility) => {
    const standing: SettingsBody = {
      title: 'On ferries',
      prompt: 'Why?',
      timeZone: 'America/New_York',
      notesDueAt: '2030-03-04T17:00:00.000Z',
      repliesDueAt: null,
      closesAt: '2030-07-04T17:00:00.000Z',
      requiredNotes: 2,
      requiredReplies: 0,
      visibility,
      names: 'pseudonymous',
      columnTitle: 'Ferries',
    };
    expect(bodyOf(valuesOf(standing))).toEqual(standing);
  });
});
