import { describe, expect, it } from 'vitest';
import { flagsOf } from './integrity.ts';

const source =
  'The ferry is old. A second boat may shorten the queue, but it does not lower the fare. The town isn’t rich; it has waited long.';
const honest = {
  tag: 'A second boat may help',
  quote: 'A second boat may shorten the queue, but it does not lower the fare.',
};

describe('a card against its reading', () => {
  it('raises no flag when it is whole sentences under a careful tag', () => {
    expect(flagsOf(honest, source)).toEqual([]);
    expect(flagsOf({ ...honest, quote: source }, source)).toEqual([]);
  });

  it.each([
    ['another word', { quote: honest.quote.replace('queue', 'crossing') }, 'other-words', 'crossing'],
    [
      'words in another order',
      { quote: honest.quote.replace('second boat', 'boat second') },
      'other-words',
      'boat|second',
    ],
    ['an ellipsis of its own', { quote: honest.quote.replace(', but', ' … but') }, 'added-ellipsis', '…'],
    [
      'an ellipsis in full stops',
      { quote: honest.quote.replace(', but', ' . . . but') },
      'added-ellipsis',
      '…',
    ],
    ['a beginning in mid-sentence', { quote: honest.quote.slice(9) }, 'cut-mid-sentence', 'A second$'],
    [
      'an end in mid-sentence',
      { quote: 'A second boat may shorten the queue' },
      'cut-mid-sentence',
      '^, but it does not',
    ],
    ['a negation left out', { quote: honest.quote.replace(' not', '') }, 'dropped-negation', '^not$'],
    ['a short negation left out', { quote: source.replace(' isn’t', '') }, 'dropped-negation', "^isn't$"],
    [
      'a tag surer than the passage',
      { tag: 'A second boat will shorten the queue' },
      'stronger-tag',
      '^may → will$',
    ],
  ])('flags %s, and only that', (_, change, reason, words) => {
    const flags = flagsOf({ ...honest, ...change }, source);
    expect(flags).toEqual([{ reason, words: expect.stringMatching(new RegExp(words)) }]);
  });

  it('lets a sure tag stand where the passage is sure', () => {
    expect(flagsOf({ tag: 'It will sink', quote: 'It sinks.' }, 'It sinks.')).toEqual([]);
  });
});
