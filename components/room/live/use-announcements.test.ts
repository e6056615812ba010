// What is spoken of others' words: one by name, many by number, and only what someone wants to be told of.

import { describe, expect, it } from 'vitest';
import type { Manners } from '#lib/model/manners.ts';
import type { Point } from '#lib/model/record.ts';
import type { Post } from '#lib/model/threads/thread.ts';
import { translatorOf } from '#lib/words/translate.ts';
import { englishPeople } from '../scene/english-people.ts';
import { englishVoice } from '../thread/english-voice.ts';
import { announcementOf, isWanted } from './use-announcements.ts';

const t = translatorOf('en', 'room.announce');
const seat = { role: 'member', kind: 'member', removed: false, side: null, part: null } as const;
const people = englishPeople([
  { ...seat, id: 'ada', name: 'Ada' },
  { ...seat, id: 'bea', name: 'Bea' },
]);

function post(participant: string, id: string, more: Partial<Post> = {}): Post {
  const value: Point = { type: 'point', kind: 'claim', at: '2026-03-01T10:00:00.000Z', body: 'words' };
  const ref = `${participant}/${id}` as const;
  return {
    ref,
    entry: { ref, participant, id, value },
    level: 0,
    reactions: new Map(),
    answers: [],
    ...more,
  };
}

const reply = post('bea', '1', { stance: 'rebuts', level: 1 });
const parent = post('ada', '1', { answers: [reply] });

describe('[U26] what is spoken of new words', () => {
  it('names one', () => {
    expect(announcementOf([{ post: parent }], people, t, englishVoice)).toBe('New note. Ada: claim.');
    expect(announcementOf([{ post: reply, parent }], people, t, englishVoice)).toBe(
      'New reply. Bea disagrees with Ada, reply 1 of 1, level 2.',
    );
  });

  it('counts several, however many', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({ post: post('bea', `n${i}`) }));
    expect(announcementOf(many, people, t, englishVoice)).toBe('40 new notes and replies.');
    expect(announcementOf([], people, t, englishVoice)).toBe('');
  });

  it.each<[Manners['announcements'], boolean, boolean]>([
    ['all', true, true],
    ['replies', true, false],
    ['off', false, false],
  ])('told of %s: an answer to oneself %s, another note %s', (wanted, toMe, other) => {
    expect(isWanted({ post: reply, parent }, wanted, 'ada')).toBe(toMe);
    expect(isWanted({ post: post('bea', '2') }, wanted, 'ada')).toBe(other);
  });
});
