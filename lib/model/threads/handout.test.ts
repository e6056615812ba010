// What may stand on a sheet of paper that goes to everyone.

import { describe, expect, it } from 'vitest';
import {
  type Anchor,
  type CounterpointRecord,
  type Entry,
  type Point,
  partsOf,
  type Ref,
} from '../record.ts';
import { handoutOf, type Printed } from './handout.ts';
import { anchorOf, threadsOf } from './thread.ts';

const places = [
  { start: 0, length: 20 },
  { start: 21, length: 20 },
];
const anchor = (start: number, end: number): Anchor => ({
  reading: 'r',
  edition: 'e',
  start,
  end,
  quote: `words ${start}`,
  prefix: '',
  suffix: '',
});
let seq = 0;
function entry(ref: Ref, value: CounterpointRecord): Entry {
  return { ref, ...partsOf(ref), value, seq: ++seq };
}
const at = '2026-03-01T10:00:00.000Z';
function point(ref: Ref, body: string, more: Partial<Point> = {}): Entry {
  return entry(ref, { type: 'point', kind: 'comment', at, body, ...more });
}
const answer = (ref: Ref, to: Ref, body: string) => point(ref, body, { links: [{ to, stance: 'rebuts' }] });
const hide = (of: Ref) => entry(`pro/${seq}`, { type: 'ruling', of, act: 'hide', at });

const people: Printed[] = [
  { id: 'ada', name: 'Ada Lovely', pseudonym: 'Heron' },
  { id: 'ben', name: 'Ben' },
];
const locate = (post: Parameters<typeof anchorOf>[0]) => {
  const found = anchorOf(post);
  return found && found.end <= 41 ? { start: found.start, end: found.end } : null;
};
const handout = (...entries: Entry[]) => handoutOf({ threads: threadsOf(entries), locate, places, people });
const wordsIn = (...entries: Entry[]) =>
  handout(...entries).notes.map(({ lines }) => lines.map(({ words }) => words));

describe('[U49] the handout', () => {
  it('numbers threads in the order of the text, then those on all of it, then those whose words are gone', () => {
    const { notes, numberOf, marks } = handout(
      point('ada/gone', 'Gone.', { anchor: anchor(50, 60) }),
      point('ada/whole', 'On all of it.'),
      point('ada/late', 'Late.', { anchor: anchor(24, 30) }),
      point('ben/early', 'Early.', { anchor: anchor(3, 25) }),
    );
    expect(notes.map(({ number, ref, place }) => [number, ref, place])).toEqual([
      [1, 'ben/early', 'passage'],
      [2, 'ada/late', 'passage'],
      [3, 'ada/whole', 'whole'],
      [4, 'ada/gone', 'gone'],
    ]);
    expect(numberOf.get('ada/late')).toBe(2);
    expect(marks.map((block) => block.map(({ ref, start, end }) => [ref, start, end]))).toEqual([
      [['ben/early', 3, 20]],
      [
        ['ben/early', 0, 4],
        ['ada/late', 3, 9],
      ],
    ]);
  });

  it('never prints what is hidden, also for those who may read it on screen', () => {
    expect(wordsIn(point('ben/1', 'Rude.'), hide('ben/1'))).toEqual([]);
    const { notes } = handout(
      point('ben/2', 'Rude.', { anchor: anchor(3, 9) }),
      answer('ada/3', 'ben/2', 'That was rude.'),
      hide('ben/2'),
    );
    expect(notes[0]).toMatchObject({ quote: null });
    expect(notes[0]?.lines).toMatchObject([
      { words: null, author: null, kind: null },
      { words: 'That was rude.' },
    ]);
  });

  it('keeps the place of what was taken back or never sent to this reader, while it is answered', () => {
    const taken = entry('ben/4', { type: 'point', kind: 'comment', at, withdrawn: true });
    expect(wordsIn(taken, answer('ada/5', 'ben/4', 'Still.'))).toEqual([[null, 'Still.']]);
    expect(wordsIn(answer('ada/6', 'zoe/1', 'To someone unseen.'))).toEqual([[null, 'To someone unseen.']]);
  });

  it('leaves out mere highlights, and the silent ends of threads', () => {
    const bare = entry('ben/7', { type: 'point', kind: 'highlight', at, anchor: anchor(2, 5) });
    const end = entry('ada/9', {
      type: 'point',
      kind: 'comment',
      at,
      withdrawn: true,
      links: [{ to: 'ben/8', stance: 'asks' }],
    });
    expect(wordsIn(bare, point('ben/8', 'A word.'), end)).toEqual([['A word.']]);
  });

  it('prints pseudonyms even where the reader knows the names, in mentions too', () => {
    const { notes } = handout(point('ada/10', 'As @[ben] and @[ada] say.'));
    expect(notes[0]?.lines[0]).toMatchObject({ author: 'Heron', words: 'As @Ben and @Heron say.' });
  });
});
