// Anchors never lie: what a carried passage is said to be is what the two texts show.

import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import { describe } from '../text/anchor.ts';
import { attachedRange, type Carried, carry, type Destination } from './carry.ts';
import { mappingOf } from './mapping.ts';

const to = (was: string, is: string): Destination => ({
  reading: 'r',
  edition: 'new',
  text: is,
  mappings: new Map([['old', mappingOf(was, is)]]),
});
const anchorOn = (words: string, text: string) => {
  const start = text.indexOf(words);
  return describe({ start, end: start + words.length }, text, { reading: 'r', edition: 'old' });
};
const wordsAt = (carried: Carried, text: string) =>
  carried.state === 'gone' ? null : text.slice(carried.start, carried.end);

const was = [
  'A harbour that closes at night is a harbour that has given up on half of its boats.',
  'The council says that nobody sails after dark. Nobody can: the lamps were sold in spring.',
  'Count the masts behind the mole on any evening in May, and ask the skippers why they wait.',
  'A lamp costs less than a lawsuit, and far less than a drowned apprentice.',
].join('\n');

/** What was selected, how the text was corrected, and what must be said of it. */
const cases: [
  name: string,
  words: string,
  correct: (text: string) => string,
  state: string,
  now: string | null,
][] = [
  [
    'words before it were put in',
    'nobody sails after dark',
    (t) => `New words came first.\n${t}`,
    'exact',
    'nobody sails after dark',
  ],
  ['nothing was changed', 'Nobody can', (t) => t, 'exact', 'Nobody can'],
  [
    'its neighbours were reworded',
    'the lamps were sold',
    (t) => t.replace('Nobody can:', 'They cannot:').replace('in spring', 'last year'),
    'exact',
    'the lamps were sold',
  ],
  [
    'its paragraph went to the front',
    'Count the masts behind the mole',
    (t) => move(t, 2, 0),
    'moved',
    'Count the masts behind the mole',
  ],
  [
    'its paragraphs were joined',
    'its boats.\nThe council',
    (t) => t.replace('boats.\nThe', 'boats. The'),
    'exact',
    'its boats. The council',
  ],
  [
    'its paragraph was divided',
    'after dark. Nobody can',
    (t) => t.replace('dark. Nobody', 'dark.\nNobody'),
    'exact',
    'after dark.\nNobody can',
  ],
  [
    'a word in it was replaced',
    'A lamp costs less than a lawsuit',
    (t) => t.replace('lawsuit', 'trial'),
    'reworded',
    'A lamp costs less than a trial',
  ],
  [
    'words in it were put in',
    'ask the skippers why they wait',
    (t) => t.replace('the skippers', 'the old skippers there'),
    'reworded',
    'ask the old skippers there why they wait',
  ],
  [
    'words in it were taken out',
    'far less than a drowned apprentice',
    (t) => t.replace(' drowned', ''),
    'reworded',
    'far less than a apprentice',
  ],
  [
    'its first word was replaced',
    'Nobody can: the lamps were sold',
    (t) => t.replace('Nobody can', 'None may'),
    'reworded',
    'None may: the lamps were sold',
  ],
  [
    'its sentence was taken out',
    'The council says that nobody sails after dark.',
    (t) => t.replace('The council says that nobody sails after dark. ', ''),
    'gone',
    null,
  ],
  ['its one word was replaced', 'lawsuit', (t) => t.replace('lawsuit', 'trial'), 'uncertain', 'trial'],
  [
    'little of it is left',
    'Count the masts behind the mole on any evening in May',
    (t) => t.replace('Count the masts behind the mole on any evening', 'Look out at sea some night'),
    'uncertain',
    'Look out at sea some night in May',
  ],
  [
    'everything else was written anew',
    'Count the masts behind the mole on any evening in May',
    () => 'A wholly different text about bread, and how long to bake it.',
    'gone',
    null,
  ],
];

function move(text: string, from: number, after: number): string {
  const lines = text.split('\n');
  const [line = ''] = lines.splice(from, 1);
  lines.splice(after, 0, line);
  return lines.join('\n');
}

group('a passage of an earlier version', () => {
  it.each(cases)('%s', (_, words, correct, state, now) => {
    const is = correct(was);
    const carried = carry(anchorOn(words, was), to(was, is));
    expect([carried.state, wordsAt(carried, is)]).toEqual([state, now]);
  });

  it('is found again where a sentence was taken to another paragraph, altered there or not', () => {
    const sentence =
      'Count the masts behind the mole on any evening in May, and ask the skippers why they wait.';
    const rest = was.replace(`\n${sentence}`, '');
    const taken = rest.replace('night is', `night. ${sentence} It is`);
    expect(carry(anchorOn(sentence, was), to(was, taken))).toMatchObject({ state: 'moved' });
    const altered = taken.replace('any evening', 'some evening');
    const carried = carry(anchorOn(sentence, was), to(was, altered));
    expect([carried.state, wordsAt(carried, altered)]).toEqual(['reworded', sentence.replace('any', 'some')]);
  });

  it('is gone where its words stand elsewhere only by chance', () => {
    const twice = `${was}\nThe end of it is that the boats wait.`;
    const without = twice.replace('\nThe end of it is that the boats wait.', '');
    expect(
      attachedRange(carry(anchorOn('The end of it is that the boats wait.', twice), to(twice, without))),
    ).toBeNull();
  });

  it('is not said to be where its quote never stood', () => {
    const forged = { ...anchorOn('nobody sails after dark', was), quote: 'everybody loves the council' };
    expect(carry(forged, to(was, `New.\n${was}`))).toEqual({ state: 'gone' });
  });

  it('of another reading is gone', () => {
    expect(carry({ ...anchorOn('dark', was), reading: 'other' }, to(was, was))).toEqual({ state: 'gone' });
  });

  it('is found by its words with their context while the way from its version is not known', () => {
    const unknown = { ...to(was, `New.\n${was}`), mappings: new Map() };
    expect(carry(anchorOn('the lamps were sold', was), unknown)).toMatchObject({ state: 'moved' });
    expect(
      carry({ ...anchorOn('a harbour', was), prefix: 'other', suffix: 'words' }, { ...unknown, text: was }),
    ).toEqual({
      state: 'gone',
    });
  });

  it('longer than two KiB is carried by its ends and its hash', () => {
    const many = Array.from({ length: 600 }, (_, i) => `word${i}`).join(' ');
    const text = `${was}\n${many}\n${was.replaceAll('harbour', 'port')}`;
    const anchor = anchorOn(many, text);
    const shifted = `First.\n${text}`;
    expect(anchor.hash).toBeDefined();
    expect(wordsAt(carry(anchor, to(text, shifted)), shifted)).toBe(many);
    expect(carry(anchor, to(text, shifted)).state).toBe('exact');
    const altered = shifted.replace('word300', 'other');
    expect(carry(anchor, to(text, altered)).state).toBe('reworded');
    expect(carry({ ...anchor, quote: `x${anchor.quote}` }, to(text, shifted))).toEqual({ state: 'gone' });
  });
});

// Words of several scripts; emoji, accents and writing from right to left among them.
const word = fc.constantFrom(
  ...'the sea a harbour lamp night boat skipper mole apprentice council dark'.split(' '),
  ...[
    'été',
    'e\u0301te',
    '👩‍👩‍👧‍👦',
    '🇰🇵',
    'שלום',
    'سلام',
    'क्षि',
    '船が',
    '夜は',
    'ไทย',
    'don’t',
    'well-known',
    '1,200',
    '“dark,”',
  ],
);
const paragraph = fc.array(word, { minLength: 4, maxLength: 30 }).map((words) => words.join(' '));
const text = fc.array(paragraph, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'));
const rangeIn = (whole: string) =>
  fc
    .tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 200 }))
    .map(([start, length]) => ({ start, end: Math.min(whole.length, start + length) }));
const where = { reading: 'r', edition: 'old' };

group('whatever the edit', () => {
  it('a passage of an unchanged text is exact, whatever its script and wherever it is cut', () => {
    fc.assert(
      fc.property(
        text.chain((whole) => fc.tuple(fc.constant(whole), rangeIn(whole))),
        ([whole, range]) => {
          const anchor = describe(range, whole, where);
          const carried = carry(anchor, to(whole, whole));
          expect(carried).toMatchObject({ state: 'exact', start: anchor.start, end: anchor.end });
        },
      ),
    );
  });

  it('what is called exact or moved holds the very words, and what is attached lies in the text', () => {
    fc.assert(
      fc.property(
        fc.tuple(text, text, text).chain(([a, b, c]) => {
          const whole = `${a}\n${b}`;
          return fc.tuple(
            fc.constant(whole),
            fc.constantFrom(`${b}\n${a}`, `${a}\n${c}`, `${c}\n${b}`, c),
            rangeIn(whole),
          );
        }),
        ([before, after, range]) => {
          const anchor = describe(range, before, where);
          const carried = carry(anchor, to(before, after));
          if (carried.state === 'gone') return;
          expect(carried.start).toBeGreaterThanOrEqual(0);
          expect(carried.end).toBeLessThanOrEqual(after.length);
          expect(carried.end).toBeGreaterThan(carried.start);
          if (carried.state !== 'exact' && carried.state !== 'moved') return;
          expect(wordsAt(carried, after)?.replace(/\s/g, ' ')).toBe(anchor.quote.replace(/\s/g, ' '));
        },
      ),
    );
  });

  it('going back to the earlier text brings every attached passage to words of its own', () => {
    fc.assert(
      fc.property(
        fc
          .tuple(text, paragraph)
          .chain(([whole, line]) => fc.tuple(fc.constant(whole), fc.constant(line), rangeIn(whole))),
        ([before, line, range]) => {
          const after = `${line}\n${before}`;
          const there = attachedRange(carry(describe(range, before, where), to(before, after)));
          if (!there) return;
          const back = carry(describe(there, after, where), to(after, before));
          const at = attachedRange(back);
          if (at) expect(at.end).toBeGreaterThan(at.start);
          if (back.state === 'exact') expect(wordsAt(back, before)).toBe(after.slice(there.start, there.end));
        },
      ),
    );
  });
});
