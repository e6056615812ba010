import { expect, it } from 'vitest';
import { withRepeats } from './footnotes.ts';
import type { Block } from './text.ts';

const mark = (start: number, to: string) => ({ type: 'note' as const, start, end: start + 1, to });

it('tells a footnote’s first mark from its others, in one paragraph and over several', () => {
  const blocks: Block[] = [
    { id: 'b1', type: 'paragraph', text: 'One1 and two2.', spans: [mark(3, 'b4'), mark(12, 'b5')] },
    { id: 'b2', type: 'paragraph', text: 'Again1 and1 here.', spans: [mark(5, 'b4'), mark(10, 'b4')] },
    { id: 'b3', type: 'paragraph', text: 'None.' },
  ];
  const [first, second, third] = withRepeats(blocks);
  expect(first).toBe(blocks[0]);
  expect(second?.spans).toEqual([
    { ...mark(5, 'b4'), again: true },
    { ...mark(10, 'b4'), again: true },
  ]);
  expect(third).toBe(blocks[2]);
});
