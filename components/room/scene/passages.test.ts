// Several texts in one room: an anchor is looked for in its own, and nowhere else.

import { expect, test } from 'vitest';
import type { Block } from '#lib/model/text/text.ts';
import { draftedPassage, passagesIn, sourceOf } from './passages.ts';

const textOf = (id: string, text: string) => {
  const blocks: Block[] = [{ id: 'b1', type: 'paragraph', text }];
  return { id, edition: `${id}-1`, title: `On ${id}`, blocks };
};

const ferries = 'A ferry is slower than a bridge.';
const bridges = 'A bridge is faster than a ferry.';
const all = passagesIn([textOf('ferries', ferries), textOf('bridges', bridges)], new Map());
const here = all.get('ferries');
const there = all.get('bridges');
if (!here || !there) throw new Error('a text is missing');
const slower = here.describe({ start: 2, end: 7 });
const faster = there.describe({ start: 2, end: 8 });
const lost = { ...faster, reading: 'tunnels' };

test('a passage of another text stands there, and in none of the words here', () => {
  expect(here.locate(slower)).toEqual({ start: 2, end: 7 });
  expect(here.locate(faster)).toBeNull();
  expect(here.elsewhere(slower)).toBeNull();
  expect(here.elsewhere(faster)).toEqual({ reading: 'bridges', order: 1, start: 2 });
  expect(there.elsewhere(slower)).toEqual({ reading: 'ferries', order: 0, start: 2 });
  expect(here.of(faster).quoteOf({ start: 2, end: 8 })).toBe('bridge');
});

test('a passage of a text that the room does not hold is nowhere, and has no source', () => {
  expect(here.elsewhere(lost)).toBeNull();
  expect(here.locate(lost)).toBeNull();
  expect([sourceOf(faster, here), sourceOf(lost, here), sourceOf(undefined, here)]).toEqual([
    bridges,
    undefined,
    undefined,
  ]);
});

test('words begun on one text are posted on it, whichever is in view; those on a lost one are about none', () => {
  const draft = { range: { start: 2, end: 8 }, anchor: faster };
  expect(draftedPassage(draft, here)).toEqual({ anchor: faster, quote: 'bridge' });
  expect(draftedPassage({ anchor: faster }, here)).toEqual({ anchor: faster, quote: 'bridge' });
  expect(draftedPassage({ range: { start: 2, end: 8 }, anchor: lost }, here)).toBeUndefined();
  expect(draftedPassage({}, here)).toBeUndefined();
});
