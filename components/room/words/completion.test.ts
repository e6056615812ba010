// The list opens where a name or a tag is being typed, and nowhere else.

import { describe, expect, it } from 'vitest';
import type { Person } from '../scene/people.ts';
import { askedAt, peopleFor, tagsFor } from './completion.ts';

const person = (id: string, name: string): Person => ({
  ...{ id, name, role: 'member', kind: 'member', removed: false, side: null, part: null },
});

describe('[U19] what the caret asks for', () => {
  it.each([
    ['@', '@', ''],
    ['so @ad', '@', 'ad'],
    ['so (@Ada O', '@', 'Ada O'],
    ['#', '#', ''],
    ['on\n#cos', '#', 'cos'],
  ])('%j asks', (words, mark, query) => {
    const start = words.length - query.length - 1;
    expect(askedAt(words, words.length, new Set())).toEqual({ mark, query, start, end: words.length });
  });

  it.each(['mail@ada', 'C#', '@Ada O. said so', '# heading', 'plain'])('%j asks nothing', (words) => {
    expect(askedAt(words, words.length, new Set())).toBeNull();
  });

  it('asks nothing of a mention that stands', () => {
    expect(askedAt('@Ada ', 5, new Set([0]))).toBeNull();
    expect(askedAt('@Ada and @B', 11, new Set([0]))).toMatchObject({ query: 'B' });
  });
});

it('finds people by any of their names, without regard to case and accents', () => {
  const people = [person('1', 'Ólafur Ada'), person('2', 'Ada Okafor'), person('3', 'Cham')];
  expect(peopleFor('ada', people, 'en').map(({ label }) => label)).toEqual(['Ada Okafor', 'Ólafur Ada']);
  expect(peopleFor('ola', people, 'en')).toEqual([{ key: '1', label: 'Ólafur Ada', words: '@[1]' }]);
  expect(peopleFor('', people, 'en')).toHaveLength(3);
});

it('offers the tags of the room, the most used first, and never the one that is typed out', () => {
  const uses = new Map([
    ['cost', 1],
    ['costs', 3],
    ['cost of it', 9],
    ['staff', 5],
  ]);
  expect(tagsFor('co', uses, 'en').map(({ label }) => label)).toEqual(['#costs', '#cost']);
  expect(tagsFor('costs', uses, 'en')).toEqual([]);
});
