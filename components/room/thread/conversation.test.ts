// Threads read aloud say who answers whom, how, and where in the thread one is.

import { describe, expect, it } from 'vitest';
import type { Entry, Point } from '#lib/model/record.ts';
import type { Post } from '#lib/model/threads/thread.ts';
import { englishPeople } from '../scene/english-people.ts';
import { silenceOf, spokenName } from './conversation.ts';
import { englishVoice } from './english-voice.ts';

const people = englishPeople(
  [
    ['ada', 'Ada O.'],
    ['chi', 'Chidi R.'],
  ].map(([id, name]) => ({
    id: id ?? '',
    name: name ?? '',
    role: 'member',
    kind: 'member',
    removed: false,
    side: null,
    part: null,
  })),
);
const at = '2026-03-01T10:00:00.000Z';
const post = (participant: string, more: Partial<Post> = {}, value: Partial<Point> = {}): Post => ({
  ref: `${participant}/1`,
  entry: {
    ref: `${participant}/1`,
    participant,
    id: '1',
    value: { type: 'point', kind: 'claim', at, body: 'words', ...value },
  },
  level: 0,
  reactions: new Map(),
  answers: [],
  ...more,
});
const { entry: _, ...missing } = post('ada');

describe('spokenName', () => {
  it('names a first point by its author and kind', () => {
    expect(spokenName(post('ada'), people, { index: 0, count: 1 }, englishVoice)).toBe('Ada O.: claim');
  });

  it('says how a first point stands to the reading', () => {
    expect(spokenName(post('ada', { stance: 'rebuts' }), people, { index: 0, count: 1 }, englishVoice)).toBe(
      'Ada O.: disagrees with the reading',
    );
  });

  it('says whom a reply answers, how, and where it stands', () => {
    const reply = post('chi', { stance: 'rebuts', level: 1 });
    expect(spokenName(reply, people, { parent: post('ada'), index: 0, count: 2 }, englishVoice)).toBe(
      'Chidi R. disagrees with Ada O., reply 1 of 2, level 2',
    );
  });
});

describe('silenceOf', () => {
  const hiddenBy = {
    ref: 'chi/r',
    participant: 'chi',
    id: 'r',
    value: { type: 'ruling', of: 'ada/1', act: 'hide', at, reason: 'a name in it' },
  } as const satisfies Entry;

  const erasedBy = {
    ref: 'chi/e',
    participant: 'chi',
    id: 'e',
    value: { type: 'ruling', of: 'ada/1', act: 'erase', at, reason: 'an address in it' },
    createdAt: '2026-03-04T12:00:00.000Z',
  } as const satisfies Entry;
  const erased = post('ada', { erasedBy }, { withdrawn: true });

  const member = { isStaff: false, me: 'dev' };
  const hidden = 'Hidden from members by Chidi R.: a name in it';
  it.each<[string, Post, Partial<typeof member>, string | null]>([
    ['words that stand', post('ada'), {}, null],
    ['a placeholder', missing, {}, 'This note cannot be shown to you.'],
    ['[U18] a tombstone', post('ada', {}, { withdrawn: true }), {}, 'Ada O. took this note back.'],
    ['[U43] a hidden note, with the reason', post('ada', { hiddenBy }), {}, hidden],
    ['[U43] a hidden note, to an instructor', post('ada', { hiddenBy }), { isStaff: true }, null],
    ['[U43] a hidden note, to its author', post('ada', { hiddenBy }), { me: 'ada' }, null],
    ['an erased note', erased, {}, 'Erased by Chidi R. on 4 Mar 2026.'],
    [
      'an erased note, to its author',
      erased,
      { me: 'ada' },
      'Erased by Chidi R. on 4 Mar 2026: an address in it',
    ],
    [
      'an erased note, to an instructor',
      erased,
      { isStaff: true },
      'Erased by Chidi R. on 4 Mar 2026: an address in it',
    ],
  ])('%s', (_, given, viewer, expected) => {
    expect(silenceOf(given, people, { ...member, ...viewer }, englishVoice)).toBe(expected);
  });
});
