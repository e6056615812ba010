// Corrections in a row, undone and done again.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '#lib/model/text/text.ts';
import { type Desk, deskOf, type Edit, edited, textOnDesk } from './desk.ts';
import { headingForm } from './heading-form.ts';

const blocks: Block[] = ['one tide', 'two tides', 'three tides'].map((text, i) => ({
  id: `b${i + 1}`,
  type: 'paragraph',
  text,
}));
const start = () => deskOf({ heading: headingForm({ title: 'Tides' }), blocks });
const textsOf = (desk: Desk) => desk.blocks.map(({ text }) => text).join('|');
const through = (...edits: Edit[]) => edits.reduce(edited, start());

describe('an edit puts the caret where one goes on', () => {
  it.each<[Edit, string, Desk['caret']]>([
    [{ type: 'divide', id: 'b1', at: 4 }, 'one |tide|two tides|three tides', { id: 'b4', at: 0 }],
    [{ type: 'join', id: 'b2' }, 'one tide two tides|three tides', { id: 'b1', at: 9 }],
    [{ type: 'join', id: 'b1' }, 'one tide|two tides|three tides', null],
    [{ type: 'move', id: 'b1', by: 1 }, 'two tides|one tide|three tides', { id: 'b1', at: 0 }],
    [{ type: 'drop', id: 'b3' }, 'one tide|two tides', { id: 'b2', at: 0 }],
    [{ type: 'retype', id: 'b1', text: 'a\n tide' }, 'a tide|two tides|three tides', null],
  ])('%o', (edit, texts, caret) => {
    const desk = through(edit);
    expect([textsOf(desk), desk.caret]).toEqual([texts, caret]);
  });
});

it('takes back all that was typed in a row in one step, and what was done elsewhere in another', () => {
  const desk = through(
    { type: 'retype', id: 'b1', text: 'one ti' },
    { type: 'retype', id: 'b1', text: 'one time' },
    { type: 'recast', id: 'b2', shape: { type: 'quotation' } },
    { type: 'heading', name: 'title', value: 'Times' },
  );
  const once = edited(desk, { type: 'undo' });
  expect(once.heading.title).toBe('Tides');
  const twice = edited(once, { type: 'undo' });
  expect(twice.blocks[1]?.type).toBe('paragraph');
  const thrice = edited(twice, { type: 'undo' });
  expect([textsOf(thrice), thrice.caret]).toEqual([textsOf(start()), { id: 'b1', at: 6 }]);
  expect(edited(thrice, { type: 'undo' })).toBe(thrice);
  expect(textsOf(edited(thrice, { type: 'redo' }))).toBe('one time|two tides|three tides');
});

it('forgets what was undone once something else is done', () => {
  const desk = through({ type: 'drop', id: 'b1' }, { type: 'undo' }, { type: 'drop', id: 'b2' });
  expect(edited(desk, { type: 'redo' })).toBe(desk);
});

it('whatever is done, undoing it all gives the text that one began with, and redoing it the last one', () => {
  const id = fc.constantFrom('b1', 'b2', 'b3', 'b4');
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    fc.record({ type: fc.constant('retype' as const), id, text: fc.string({ maxLength: 8 }) }),
    fc.record({ type: fc.constant('divide' as const), id, at: fc.nat(9) }),
    fc.record({ type: fc.constant('join' as const), id }),
    fc.record({ type: fc.constant('move' as const), id, by: fc.integer({ min: -3, max: 3 }) }),
    fc.record({ type: fc.constant('drop' as const), id }),
  );
  const textOf = (desk: Desk) => ({ heading: desk.heading, blocks: desk.blocks });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
      const end = through(...edits);
      const turns = (desk: Desk, type: 'undo' | 'redo') =>
        Array.from({ length: edits.length }).reduce<Desk>((at) => edited(at, { type }), desk);
      const begun = turns(end, 'undo');
      expect(textOf(begun)).toEqual(textOf(start()));
      expect(textOf(turns(begun, 'redo'))).toEqual(textOf(end));
    }),
  );
});

it('publishes no empty block, and the lines around it trimmed', () => {
  const desk = through(
    { type: 'retype', id: 'b2', text: ' ' },
    { type: 'heading', name: 'byline', value: ' By A ' },
  );
  expect(textOnDesk(desk)).toEqual({ title: 'Tides', byline: 'By A', blocks: [blocks[0], blocks[2]] });
});
