import { expect, it } from 'vitest';
import { translatorOf } from '#lib/words/translate.ts';
import { type TrailLine, trailWords } from './trail.ts';

const line: TrailLine = { id: 1, at: '2026-01-01', by: 'Ines', act: 'hide', about: 'b/n1', reason: null };
const names = (id: string) => ({ b: 'Ben' })[id] ?? 'Someone';

it.each<[Partial<TrailLine>, string]>([
  [{}, 'Ines hid a note by Ben'],
  [{ act: 'lock', about: 'b' }, 'Ines locked Ben'],
  [{ act: 'unlock', about: 'room' }, 'Ines unlocked the whole discussion'],
  [{ act: 'erase', about: 'x/n1', by: null }, 'The server erased a note by Someone'],
])('says what was decided: %o', (change, words) => {
  expect(trailWords({ ...line, ...change }, names, translatorOf('en', 'room.moderate'))).toBe(words);
});
