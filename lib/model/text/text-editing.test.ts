import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from './text.ts';
import { divided, joined, recast, retyped, shifted, tidied } from './text-editing.ts';

const block = (text: string, emphasised?: string, id = 'b1'): Block => {
  const start = emphasised ? text.indexOf(emphasised) : 0;
  const spans = [{ type: 'emphasis' as const, start, end: start + (emphasised?.length ?? 0) }];
  return { id, type: 'paragraph', text, ...(emphasised ? { spans } : {}) };
};
const emphasisedIn = ({ text, spans = [] }: Block) =>
  spans.map(({ start, end }) => text.slice(start, end)).join('|');

describe('emphasis stays on its words', () => {
  it.each([
    ['typing before it', 'a quiet room', 'one quiet room', 'quiet'],
    ['typing after it', 'a quiet room', 'a quiet, warm room', 'quiet'],
    ['typing within it', 'a quiet room', 'a quileet room', 'quileet'],
    ['taking part of it out', 'a quiet room', 'a qt room', 'qt'],
    ['taking it out', 'a quiet room', 'a room', ''],
  ])('%s', (_, before, after, words) => {
    const edited = retyped(block(before, 'quiet'), after);
    expect([edited.text, emphasisedIn(edited)]).toEqual([after, words]);
  });

  it('through dividing and joining', () => {
    const whole = block('a quiet room', 'quiet room');
    const parts = divided([whole], 'b1', 8);
    expect(parts.map(({ id, text }) => [id, text])).toEqual([
      ['b1', 'a quiet '],
      ['b2', 'room'],
    ]);
    expect(parts.map(emphasisedIn)).toEqual(['quiet ', 'room']);
    const [again] = joined(tidied(parts), 'b2');
    expect([again?.text, again && emphasisedIn(again)]).toEqual(['a quiet room', 'quiet|room']);
  });

  it('when the white space around and between is tidied', () => {
    const [tidy] = tidied([block('  a  quiet room ', 'quiet')]);
    expect([tidy?.text, tidy && emphasisedIn(tidy)]).toEqual(['a quiet room', 'quiet']);
  });

  it('whatever is typed, no span leaves its block', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(text, text, fc.nat(20), fc.nat(20), (before, after, a, b) => {
        const [start, end] = [Math.min(a, b), Math.min(Math.max(a, b), before.length)];
        const spans = start < end ? [{ type: 'strong' as const, start, end }] : [];
        const edited = retyped({ id: 'b1', type: 'paragraph', text: before, spans }, after);
        for (const span of edited.spans ?? []) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.start).toBeLessThan(span.end);
          expect(span.end).toBeLessThanOrEqual(after.length);
        }
      }),
    );
  });
});

describe('blocks', () => {
  const three = ['one', 'two', 'three'].map((text, i) => block(text, undefined, `b${i + 1}`));
  const textsOf = (blocks: Block[]) => blocks.map(({ text }) => text).join('|');

  it('move as far as there is room', () => {
    expect(textsOf(shifted(three, 'b1', 1))).toBe('two|one|three');
    expect(textsOf(shifted(three, 'b2', -5))).toBe('two|one|three');
    expect(textsOf(shifted(three, 'b9', 1))).toBe('one|two|three');
  });

  it('join the one before; the first has none', () => {
    expect(textsOf(joined(three, 'b2'))).toBe('one two|three');
    expect(textsOf(joined(three, 'b1'))).toBe('one|two|three');
  });

  it('a heading that is divided goes on as a paragraph', () => {
    const heading: Block = { id: 'b1', type: 'heading', level: 2, text: 'A head and a start' };
    expect(divided([heading], 'b1', 6)).toEqual([
      { id: 'b1', type: 'heading', level: 2, text: 'A head' },
      { id: 'b2', type: 'paragraph', text: ' and a start' },
    ]);
  });

  it('are published clean, without empty ones', () => {
    expect(tidied([block('  one\u200B two '), block(' ', undefined, 'b2')])).toEqual([block('one two')]);
  });
});

describe('footnotes', () => {
  const marked = (to: string): Block => ({
    ...block('a claim.1', undefined, 'b1'),
    spans: [{ type: 'note', start: 8, end: 9, to }],
  });
  const note = (id: string): Block => ({ id, type: 'footnote', mark: '1', page: '12', text: `note ${id}` });

  it('keep their mark and their page while their words change', () => {
    const [, edited] = tidied([marked('b2'), retyped(note('b2'), 'another note')]);
    expect(edited).toEqual({ ...note('b2'), text: 'another note' });
  });

  it('are still led to once they are joined to another', () => {
    const [first] = joined([marked('b3'), note('b2'), note('b3')], 'b3');
    expect(first?.spans).toEqual([{ type: 'note', start: 8, end: 9, to: 'b2' }]);
  });

  it('that are taken out leave their mark as plain text', () => {
    expect(tidied([marked('b2')])).toEqual([block('a claim.1')]);
  });

  it('become a paragraph and a footnote again', () => {
    const made = recast(note('b2'), { type: 'paragraph' });
    expect(tidied([marked('b2'), made])[1]).not.toHaveProperty('mark');
    expect(tidied([marked('b2'), recast(made, { type: 'footnote' })])).toEqual([marked('b2'), note('b2')]);
  });
});

it.each([
  [{ type: 'heading' as const, level: 3 }, { level: 3 }],
  [{ type: 'heading' as const }, { level: 2 }],
  [{ type: 'item' as const, ordered: true }, { ordered: true }],
  [{ type: 'quotation' as const }, {}],
])('a block becomes %o, with what belongs to that and no more', (shape, more) => {
  const before: Block = { id: 'b1', type: 'item', ordered: false, page: '3', text: 'one' };
  expect(recast(before, shape)).toEqual({ id: 'b1', page: '3', text: 'one', type: shape.type, ...more });
});
