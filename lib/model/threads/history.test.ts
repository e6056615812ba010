// What happened to a note reads as steps, the newest first.

import { expect, it } from 'vitest';
import { stepsOf, type Version } from './history.ts';

const version = (at: string, more: Omit<Version, 'at' | 'by'>): Version => ({ at, by: 'ada', ...more });
const kinds = (versions: Version[]) => stepsOf(versions).map(({ at, kind }) => [at, kind]);

it('[U16] tells words, passages, placings and what was taken back apart', () => {
  const versions = [
    version('1', { body: 'one', quote: 'a ferry' }),
    version('2', { body: 'two', quote: 'a ferry' }),
    version('3', { body: 'two', quote: 'a bridge' }),
    { ...version('4', { quote: 'the bridge', placed: true }), by: 'ines' },
    version('5', { withdrawn: true }),
    version('6', { body: 'three', quote: 'a bridge' }),
  ];
  expect(kinds(versions)).toEqual([
    ['6', 'reworded'],
    ['6', 'restored'],
    ['5', 'withdrawn'],
    ['4', 'placed'],
    ['3', 'moved'],
    ['2', 'reworded'],
    ['1', 'said'],
  ]);
  expect(stepsOf(versions)[0]).toMatchObject({ before: 'two', after: 'three' });
});

it('[U16] says nothing of a version that reads the same', () => {
  expect(kinds([version('1', { body: 'one' }), version('2', { body: 'one' })])).toEqual([['1', 'said']]);
});
