import { describe, expect, it, test } from 'vitest';
import { cardFrom, cardWords } from './card.ts';

const text = 'The ferry is old.\nA second boat may shorten the queue. It costs little.\nNobody minds.';
const where = { reading: 'r', edition: 'e1' };
const as = { tag: 'A second boat helps', cite: { author: 'Ann Lee' } };
const place = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const words = ({ start, end }: { start: number; end: number }, of: string) => of.slice(start, end);

describe('a card from a selection', () => {
  it.each([
    ['within a paragraph', 'shorten the queue', 'A second boat may shorten the queue. It costs little.'],
    ['of a whole paragraph', 'The ferry is old.', 'The ferry is old.'],
    [
      'over two',
      'costs little.\nNobody',
      'A second boat may shorten the queue. It costs little.\nNobody minds.',
    ],
    ['that ends with a line feed', 'old.\n', 'The ferry is old.'],
  ])('%s is of the whole paragraphs, with marks on what was selected', (_what, selected, whole) => {
    const { anchor, card } = cardFrom(place(selected), text, where, as);
    expect(anchor.quote).toBe(whole);
    for (const mark of card.marks) expect(words(mark, whole)).toBe(selected.trimEnd());
    expect(card.marks.map(({ kind }) => kind)).toEqual(['underline', 'highlight']);
  });

  test('with none marked has no marks', () => {
    expect(cardFrom(place('queue'), text, where, { ...as, kinds: [] }).card.marks).toEqual([]);
  });
});

describe('a card’s words', () => {
  const made = cardFrom(place('queue'), text, where, as);

  it('are its reading’s, wherever they stand in it now', () => {
    const said = 'A second boat may shorten the queue. It costs little.';
    expect(cardWords(made, text)).toEqual({ words: said, source: 'reading' });
    expect(cardWords(made, `Foreword.\n${text}`)).toEqual({ words: said, source: 'reading' });
    expect(cardWords(made, text.replace('may', 'will'))).toEqual({ words: said, source: 'changed' });
    expect(cardWords(made)).toEqual({ words: said, source: 'changed' });
  });

  it('are its own where it was brought in without one', () => {
    expect(cardWords({ card: { ...as, marks: [], text: 'It floats.' } }, text)).toEqual({
      words: 'It floats.',
      source: 'unchecked',
    });
  });

  it('of a long passage are known while the reading has it', () => {
    const long = `${'A sentence that goes on. '.repeat(120).trim()}`;
    const card = cardFrom({ start: 0, end: 10 }, long, where, as);
    expect(cardWords(card, long)).toEqual({ words: long, source: 'reading' });
    expect(cardWords(card, 'Other words.').source).toBe('lost');
  });
});
