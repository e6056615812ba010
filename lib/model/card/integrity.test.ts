// Honest cards raise no flag, and each fault made on an honest card raises its own.

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Mark } from '../record.ts';
import { type CheckedCard, type FlagReason, flagsOf } from './integrity.ts';

const ferry =
  'The ferry is old. A second boat may shorten the queue, but it does not lower the fare. The town isn’t rich; it has waited long. Some say … it could wait longer. Dr. Lee counted the boats herself.';

/** Marks on words that stand once in a text. */
function highlighted(text: string, ...parts: string[]): Mark[] {
  return parts.map((part) => ({
    kind: 'highlight',
    start: text.indexOf(part),
    end: text.indexOf(part) + part.length,
  }));
}

function reasons(card: Partial<CheckedCard>): FlagReason[] {
  return flagsOf({ tag: 'Boats', words: ferry, marks: [], source: ferry, ...card }).map(
    ({ reason }) => reason,
  );
}

describe('what is read of a sentence', () => {
  it.each<[string, string[], FlagReason[]]>([
    ['a whole sentence', ['The ferry is old.'], []],
    ['part of one', ['Lee counted the boats'], []],
    ['two that skip words', ['The town', 'has waited long.'], ['dropped-negation']],
    ['words around a short negation', ['The town is', 'rich'], ['dropped-negation']],
    ['words up to what takes them back', ['A second boat may shorten the queue'], ['cut-mid-sentence']],
    [
      'words and what takes them back',
      ['A second boat may shorten the queue, but it does not lower the fare.'],
      [],
    ],
    ['words after a negation of their clause', ['lower the fare'], ['cut-mid-sentence']],
  ])('%s: %j', (_what, parts, expected) => {
    expect(reasons({ marks: highlighted(ferry, ...parts) })).toEqual(expected);
  });

  it.each<[string, string, FlagReason[]]>([
    ['If the fare stays, the town will grow.', 'the town will grow', ['cut-mid-sentence']],
    ['The town will grow, if the fare stays.', 'The town will grow', ['cut-mid-sentence']],
    ['The town will grow only when the fare falls.', 'The town will grow', ['cut-mid-sentence']],
    ['It is false that the town grows.', 'the town grows', ['cut-mid-sentence']],
    ['Critics say the town grows.', 'the town grows', ['cut-mid-sentence']],
    ['Not only does the town grow, it prospers.', 'does the town grow, it prospers', []],
    ['It is not cheap, and it works.', 'it works', []],
    ['A report found that the town grows.', 'the town grows', []],
    ['Although the boat is old, it floats.', 'it floats', []],
    ['The boat floats, as boats do, in the bay.', 'The boat floats', []],
  ])('%s read as “%s”', (words, part, expected) => {
    expect(reasons({ words, source: words, marks: highlighted(words, part) })).toEqual(expected);
  });
});

describe('the words against their source', () => {
  it.each<[string, string, [FlagReason, string][]]>([
    ['whole', ferry, []],
    ['a sentence of it', 'The ferry is old.', []],
    ['without its last full stop', 'The ferry is old', []],
    ['with other apostrophes', ferry.replace('’', "'"), []],
    ['with a note that a table was left out', `${ferry.slice(0, 17)} [Table Omitted]${ferry.slice(17)}`, []],
    ['with another word', ferry.replace('queue', 'crossing'), [['other-words', 'crossing']]],
    ['with one more word', ferry.replace('old', 'very old'), [['other-words', 'very']]],
    ['with words at its end', `${ferry} It sank.`, [['other-words', 'It sank']]],
    ['with an ellipsis of its own', ferry.replace(', but', '… but'), [['added-ellipsis', '…']]],
    ['with full stops for one', ferry.replace(', but', ' . . . but'), [['added-ellipsis', '. . .']]],
    ['with the source’s ellipsis alone', ferry.slice(ferry.indexOf('Some say')), []],
    ['without words, and no sign of it', ferry.replace(' second', ''), [['left-out', 'second']]],
    ['without a negation', ferry.replace(' not', ''), [['dropped-negation', 'not']]],
    [
      'without one behind an ellipsis',
      ferry.replace(' does not', ' …'),
      [
        ['dropped-negation', 'not'],
        ['added-ellipsis', '…'],
      ],
    ],
    ['from the middle of a sentence', ferry.slice(9), [['cut-mid-sentence', 'The ferry']]],
    ['to the middle of one', ferry.slice(0, ferry.indexOf('queue')), [['cut-mid-sentence', 'queue, but it']]],
    ['from somewhere else', 'Cats sleep.', [['other-words', 'Cats sleep.']]],
  ])('%s', (_what, words, expected) => {
    const flags = flagsOf({ tag: '', words, marks: [], source: ferry });
    expect(flags.map(({ reason }) => reason).sort()).toEqual(expected.map(([reason]) => reason).sort());
    for (const [reason, said] of expected)
      expect(flags.find((flag) => flag.reason === reason)?.words).toContain(said);
  });

  test('are not asked about where the source is not at hand', () => {
    expect(reasons({ words: 'The ferry sank', source: undefined })).toEqual([]);
  });

  test('name the place in the card’s own words', () => {
    const words = ferry.replace('queue', 'crossing');
    const [flag] = flagsOf({ tag: '', words, marks: [], source: ferry });
    expect(flag && words.slice(flag.start, flag.end)).toBe('crossing');
  });
});

describe('a tag', () => {
  it.each<[string, string, string[], FlagReason[]]>([
    ['as sure as a sure passage', 'The ferry is always old', ['The ferry is old.'], []],
    ['surer than the sentence it rests on', 'A second boat will shorten the queue', [], ['stronger-tag']],
    ['as careful as the passage', 'A second boat might shorten the queue', [], []],
    ['sure of what another sentence says', 'The town has always waited', [], []],
    ['that speaks of a will', 'The will of the town shortens the queue', [], []],
  ])('%s', (_what, tag, parts, expected) => {
    expect(reasons({ tag, marks: highlighted(ferry, ...parts) })).toEqual(expected);
  });

  test('of a passage in May promises nothing by its month', () => {
    const words = 'In May the boats come back.';
    expect(reasons({ tag: 'Boats will come back', words, source: words })).toEqual([]);
  });
});

it('tells which words a flag is about', () => {
  const [flag] = flagsOf({ tag: '', words: ferry.replace(' not', ''), marks: [], source: ferry });
  expect(flag).toMatchObject({ reason: 'dropped-negation', words: 'not' });
});

// Honest cards: whole sentences, or parts of them that leave nothing out which turns their sense.
const plain = [
  'The harbour opened again in spring.',
  'Boats leave for the island every hour, and the last one waits for the train.',
  'A report counted nine hundred passengers on a summer Sunday.',
  'The council pays for the lamps along the pier.',
] as const;
const denied = [
  'The old boat does not leave in a storm.',
  'Nobody here has ever swum to the island in winter.',
  'The crew can’t see the lamps in fog.',
] as const;
const limited = [
  'The crossing is quick, but the queue is long.',
  'The ferry pays for itself unless the winter is hard.',
] as const;
const hedged = [
  'A bridge may draw visitors away from the pier.',
  'More boats could empty the last train.',
] as const;

const sentence = fc.constantFrom(...plain, ...denied, ...limited, ...hedged);
const text = fc.array(sentence, { minLength: 3, maxLength: 9 }).map((all) => [...new Set(all)]);

/** A card of whole sentences of its source, some of them marked, and some of those only in part. */
const honest = fc
  .record({
    all: text,
    from: fc.nat(8),
    count: fc.integer({ min: 1, max: 9 }),
    marked: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
  })
  .map(({ all, from, count, marked }) => {
    const taken = all.slice(from % all.length).slice(0, count);
    const words = taken.join(' ');
    const marks = highlighted(words, ...taken.filter((_, i) => marked[i]));
    return { tag: 'What the harbour may become', words, marks, source: all.join(' '), taken };
  });

type Honest = CheckedCard & { taken: string[]; source: string };

describe('over many cards', () => {
  it('honest ones are never flagged', () => {
    fc.assert(
      fc.property(honest, (card) => {
        expect(flagsOf(card)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  /** Each makes one fault; null where this card has no place for it. */
  const faults: [string, FlagReason, (card: Honest, at: number) => Partial<CheckedCard> | null][] = [
    [
      'a word of the reading’s is another',
      'other-words',
      ({ words }, at) => ({ words: withWord(words, at, () => 'zeppelin'), marks: [] }),
    ],
    [
      'a word is put in',
      'other-words',
      ({ words }, at) => ({ words: withWord(words, at, (word) => `${word} zeppelin`), marks: [] }),
    ],
    [
      'an ellipsis is put in',
      'added-ellipsis',
      ({ words }, at) => ({ words: withWord(words, at, (word) => `${word} …`), marks: [] }),
    ],
    [
      'its beginning is cut off in mid-sentence',
      'cut-mid-sentence',
      ({ words }) => ({ words: words.slice(words.indexOf(' ') + 1), marks: [] }),
    ],
    [
      'its end is cut off in mid-sentence',
      'cut-mid-sentence',
      ({ words }) => ({ words: words.slice(0, words.lastIndexOf(' ')), marks: [] }),
    ],
    [
      'a negation is taken out of its words',
      'dropped-negation',
      ({ words }) => (words.includes(' not ') ? { words: words.replace(' not ', ' '), marks: [] } : null),
    ],
    [
      'a negation is left unread',
      'dropped-negation',
      ({ words }) => {
        if (words.includes('does not'))
          return { marks: highlighted(words, 'The old boat', 'leave in a storm') };
        return words.includes('can’t')
          ? { marks: highlighted(words, 'The crew can', 'see the lamps') }
          : null;
      },
    ],
    [
      'what limits a sentence is left unread',
      'cut-mid-sentence',
      ({ words }) => {
        const parts = ['The crossing is quick', 'The ferry pays for itself'].filter((part) =>
          words.includes(part),
        );
        return parts.length > 0 ? { marks: highlighted(words, ...parts) } : null;
      },
    ],
    [
      'its tag is surer than its passage',
      'stronger-tag',
      ({ words }) => {
        if (words.includes('bridge')) return { tag: 'A bridge will draw visitors away', marks: [] };
        return words.includes('More boats')
          ? { tag: 'More boats prove to empty the last train and always will', marks: [] }
          : null;
      },
    ],
  ];

  it.each(faults)('a card is flagged where %s', (_what, reason, make) => {
    let made = 0;
    fc.assert(
      fc.property(honest, fc.nat(), (card, at) => {
        const fault = make(card, at);
        if (!fault) return;
        made++;
        expect(flagsOf({ ...card, ...fault }).map((flag) => flag.reason)).toContain(reason);
      }),
      { numRuns: 300 },
    );
    expect(made).toBeGreaterThan(10);
  });
});

function withWord(words: string, at: number, change: (word: string) => string): string {
  const all = words.split(' ');
  // Not the last: after it there is nothing to stand between.
  const place = at % Math.max(1, all.length - 1);
  return all.with(place, change(all[place] ?? '')).join(' ');
}
