import { describe, expect, it, test } from 'vitest';
import type { Entry, Point, Ref, Ruling } from '../record.ts';
import { type Filter, filtered, filteredEntries, isFiltering, noFilter } from './filter.ts';
import { threadsOf } from './thread.ts';

const at = '2026-01-01T00:00:00.000Z';

function said(ref: Ref, seq: number, value: Partial<Point>): Entry {
  const [participant = '', id = ''] = ref.split('/');
  return {
    ref,
    participant,
    id,
    seq,
    createdAt: at,
    value: { type: 'point', kind: 'comment', at, ...value },
  };
}

function ruled(id: string, seq: number, act: Ruling['act'], of: Ruling['of']): Entry {
  const value: Ruling = { type: 'ruling', act, of, at };
  return { ref: `ina/${id}`, participant: 'ina', id, seq, createdAt: at, value };
}

const anchor = {
  reading: 'r',
  edition: 'e',
  start: 0,
  end: 9,
  quote: 'A café’s “price”',
  prefix: '',
  suffix: '',
};
const entries = [
  said('ann/1', 1, { kind: 'claim', body: 'Opening costs one salary.', anchor, tags: ['money'] }),
  said('ben/1', 2, { body: 'Which year?', kind: 'question', links: [{ to: 'ann/1', stance: 'asks' }] }),
  said('ben/2', 3, { body: 'Nobody asked.' }),
  ruled('r1', 4, 'resolve', 'ben/2'),
  said('me/1', 5, { body: 'A lamp is cheap.' }),
  said('cleo/1', 6, { body: 'a secret word' }),
  ruled('r2', 7, 'hide', 'cleo/1'),
  said('cleo/2', 8, { withdrawn: true }),
  said('ann/3', 9, { body: 'still here', links: [{ to: 'cleo/2', stance: 'rebuts' }] }),
  ruled('r3', 10, 'lock', 'room'),
];
const threads = threadsOf(entries);

describe('[U32] a filter', () => {
  it.each<[what: string, filter: Partial<Filter>, found: Ref[]]>([
    ['nothing', {}, ['ann/1', 'ben/2', 'me/1', 'cleo/1', 'cleo/2']],
    ['words in any order and case', { words: 'SALARY costs' }, ['ann/1']],
    ['words of a passage, whatever its quotes and accents', { words: `cafe's "price"` }, ['ann/1']],
    ['words of an answer', { words: 'year' }, ['ann/1']],
    ['a tag, as words and as a tag', { words: 'money', tag: 'money' }, ['ann/1']],
    ['who said something', { by: 'ben' }, ['ann/1', 'ben/2']],
    ['who, how and what, of one post', { by: 'ann', kind: 'question' }, []],
    ['a stance', { stance: 'asks' }, ['ann/1']],
    ['what is unresolved', { is: ['unresolved'] }, ['ann/1', 'me/1', 'cleo/1', 'cleo/2']],
    ['what is mine', { is: ['mine'] }, ['me/1']],
    ['what is unread and unresolved', { is: ['unread', 'unresolved'] }, ['ann/1']],
    ['hidden words not by their words', { words: 'secret' }, []],
    ['a thread whose first note was taken back', { by: 'ann' }, ['ann/1', 'cleo/2']],
    ['not by what was taken back', { by: 'cleo' }, ['cleo/1']],
  ])('finds %s', (_, part, found) => {
    const filter = { ...noFilter, ...part };
    const looking = { me: 'me', isUnread: ({ ref }: { ref: Ref }) => ref === 'ann/1' || ref === 'ben/2' };
    expect(filtered(threads, filter, looking).map(({ ref }) => ref)).toEqual(found);
  });

  it('of white space alone is none', () => {
    expect(isFiltering({ ...noFilter, words: '  ' })).toBe(false);
  });
});

test('[U44] what a filter leaves of the records is whole threads with what was decided about them, and the room’s own', () => {
  const looking = { me: 'me', isUnread: () => false };
  const of = (filter: Partial<Filter>) => filteredEntries(entries, { ...noFilter, ...filter }, looking);
  const bens = of({ by: 'ben' });
  expect(bens.entries.map(({ ref }) => ref)).toEqual(['ann/1', 'ben/1', 'ben/2', 'ina/r1', 'ina/r3']);
  expect(bens).toMatchObject({ shown: 2, all: 5 });
  expect(threadsOf(bens.entries).map(({ ref }) => ref)).toEqual(['ann/1', 'ben/2']);
  expect([...bens.leftOut].sort()).toEqual(['ann/3', 'cleo/1', 'cleo/2', 'me/1']);
  expect(of({})).toEqual({ entries, leftOut: new Set(), shown: 5, all: 5 });
});
