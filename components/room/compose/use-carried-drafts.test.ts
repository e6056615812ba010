// A draft stays on its words when the text is corrected under it; where they are gone it keeps what they were.

import { expect, it } from 'vitest';
import { mappingOf } from '#lib/model/editions/mapping.ts';
import type { Block } from '#lib/model/text/text.ts';
import { passagesIn as passagesInAll } from '../scene/passages.ts';
import { carriedDraft } from './use-carried-drafts.ts';

const was = 'A ferry is slower than a bridge, and kinder to the harbour.';
const blocksOf = (text: string): Block[] => [{ id: 'b1', type: 'paragraph', text }];
function passagesIn(text: string, edition: string) {
  const shown = { id: 'r', edition, title: 'Ferries', blocks: blocksOf(text) };
  const ways = new Map([['r', new Map([['old', mappingOf(was, text)]])]]);
  const passages = passagesInAll([shown], ways).get('r');
  if (!passages) throw new Error('no passages were made');
  return passages;
}
const range = { start: was.indexOf('kinder to the harbour'), end: was.length - 1 };
const draft = {
  ...{ body: 'so', kind: 'comment' as const, place: 'room' as const, range },
  anchor: passagesIn(was, 'old').describe(range),
};

it('goes along with its words', () => {
  const text = was.replace('A ferry', 'The old ferry');
  const carried = carriedDraft(draft, passagesIn(text, 'new'));
  expect(carried.range && text.slice(carried.range.start, carried.range.end)).toBe('kinder to the harbour');
  expect(carried.anchor?.edition).toBe('new');
  expect(carriedDraft(carried, passagesIn(text, 'new'))).toBe(carried);
});

it('keeps its quote where its words are gone', () => {
  const carried = carriedDraft(draft, passagesIn('A ferry is slower than a bridge.', 'new'));
  expect(carried).toMatchObject({ body: 'so', anchor: { quote: 'kinder to the harbour', edition: 'old' } });
  expect(carried.range).toBeUndefined();
});
