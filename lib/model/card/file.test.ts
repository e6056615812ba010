import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Entry, Filing, Ref } from '../record.ts';
import {
  filed,
  filedAfter,
  filedBefore,
  fileOf,
  filingsIn,
  type Heading,
  inFileOrder,
  movedUnder,
  stepped,
} from './file.ts';
import { headingMoved, headingRenamed, headingStepped } from './file-headings.ts';

const aff: Heading = { pocket: 'Aff', hat: 'Case', block: 'Queue' };
const fare: Heading = { pocket: 'Aff', hat: 'Case', block: 'Fare' };
const neg: Heading = { pocket: 'Neg', hat: 'Cost', block: 'Debt' };

/** Writes as a client would: what is written stands in place of what stood for the same card. */
function put(filings: readonly Filing[], ...written: readonly (Filing | null)[]): Filing[] {
  const byRef = new Map(filings.map((one) => [one.of, one]));
  for (const one of written) if (one) byRef.set(one.of, one);
  return filingsIn(
    'file',
    [...byRef.values()].map((value) => entryOf(value)),
  );
}

function entryOf(value: Filing, acceptedAt = '2026-03-01T10:00:00.000Z', participant = 'ann'): Entry<Filing> {
  return { ref: `${participant}/${value.of}`, participant, id: value.of, value, acceptedAt };
}

function filled(...rows: readonly (readonly [Ref, Heading])[]): Filing[] {
  return rows.reduce<Filing[]>((list, [of, heading]) => put(list, filed(list, of, 'file', heading)), []);
}

function at(list: readonly Filing[], of: Ref): Filing {
  const found = list.find((one) => one.of === of);
  if (!found) throw new Error(`${of} is not filed`);
  return found;
}

/** The file as lines, the way it is read. */
function lines(filings: readonly Filing[]): string[] {
  return fileOf(filings).flatMap(({ name, hats }) =>
    hats.flatMap((hat) =>
      hat.blocks.map(
        (block) => `${name}/${hat.name}/${block.name}: ${block.filings.map((f) => f.of.slice(2)).join(' ')}`,
      ),
    ),
  );
}

const three = filled(['a/1', aff], ['a/2', fare], ['a/3', neg], ['a/4', aff], ['a/5', {}]);

describe('a file', () => {
  it('lists what stands under each heading, and what comes later under the same one', () => {
    expect(lines(three)).toEqual(['Aff/Case/Queue: 1 4', 'Aff/Case/Fare: 2', 'Neg/Cost/Debt: 3', '//: 5']);
  });

  test('of partners’ filings the one accepted last counts, and one not accepted yet before all', () => {
    const value = filed([], 'a/1', 'file', aff);
    const [early, late] = ['2026-03-01T10:00:00.000Z', '2026-03-01T11:00:00.000Z'];
    const mine = entryOf({ ...value, ...fare }, late);
    const theirs = entryOf({ ...value, ...neg }, early, 'bo');
    expect(filingsIn('file', [mine, theirs]).map(({ block }) => block)).toEqual(['Fare']);
    const { acceptedAt: _, ...waiting } = theirs;
    expect(filingsIn('file', [mine, waiting]).map(({ block }) => block)).toEqual(['Debt']);
  });

  test('holds nothing that was taken out, nor what stands in a speech', () => {
    const out = put(three, { ...at(three, 'a/1'), removed: true });
    expect(lines(out)[0]).toBe('Aff/Case/Queue: 4');
    expect(
      filingsIn(
        'speech:1AC',
        three.map((one) => entryOf(one)),
      ),
    ).toEqual([]);
  });
});

describe('moving', () => {
  it.each<[string, (list: Filing[]) => (Filing | null)[], string[]]>([
    [
      'up within its block',
      (list) => [stepped(list, 'a/4', -1)],
      ['Aff/Case/Queue: 4 1', 'Aff/Case/Fare: 2'],
    ],
    [
      'down within its block',
      (list) => [stepped(list, 'a/1', 1)],
      ['Aff/Case/Queue: 4 1', 'Aff/Case/Fare: 2'],
    ],
    [
      'up out of its block',
      (list) => [stepped(list, 'a/2', -1)],
      ['Aff/Case/Queue: 1 4 2', 'Neg/Cost/Debt: 3'],
    ],
    [
      'down out of its block',
      (list) => [stepped(list, 'a/4', 1)],
      ['Aff/Case/Queue: 1', 'Aff/Case/Fare: 4 2'],
    ],
    ['up past the top', (list) => [stepped(list, 'a/1', -1)], ['Aff/Case/Queue: 1 4', 'Aff/Case/Fare: 2']],
    [
      'before another',
      (list) => [filedBefore(list, at(list, 'a/3'), at(list, 'a/4'))],
      ['Aff/Case/Queue: 1 3 4', 'Aff/Case/Fare: 2'],
    ],
    [
      'after another',
      (list) => [filedAfter(list, at(list, 'a/3'), at(list, 'a/1'))],
      ['Aff/Case/Queue: 1 3 4', 'Aff/Case/Fare: 2'],
    ],
    [
      'under another heading',
      (list) => [movedUnder(list, at(list, 'a/3'), fare)],
      ['Aff/Case/Queue: 1 4', 'Aff/Case/Fare: 2 3'],
    ],
    ['a block up', (list) => headingStepped(list, fare, -1), ['Aff/Case/Fare: 2', 'Aff/Case/Queue: 1 4']],
    ['a block down', (list) => headingStepped(list, aff, 1), ['Aff/Case/Fare: 2', 'Aff/Case/Queue: 1 4']],
    [
      'a pocket up',
      (list) => headingStepped(list, { pocket: 'Neg' }, -1),
      ['Neg/Cost/Debt: 3', 'Aff/Case/Queue: 1 4'],
    ],
    [
      'the last pocket past the end',
      (list) => headingStepped(list, { pocket: 'Aff', hat: 'Case' }, 1),
      ['Aff/Case/Queue: 1 4'],
    ],
    [
      'a block under another hat, at its end',
      (list) => headingMoved(list, fare, { pocket: 'Neg', hat: 'Cost' }),
      ['Aff/Case/Queue: 1 4', 'Neg/Cost/Debt: 3', 'Neg/Cost/Fare: 2'],
    ],
    [
      'a block before one of another hat',
      (list) => headingMoved(list, fare, neg, { heading: neg, isAfter: false }),
      ['Aff/Case/Queue: 1 4', 'Neg/Cost/Fare: 2', 'Neg/Cost/Debt: 3'],
    ],
    [
      'a hat under another pocket, with its blocks',
      (list) => headingMoved(list, { pocket: 'Aff', hat: 'Case' }, { pocket: 'Neg' }),
      ['Neg/Cost/Debt: 3', 'Neg/Case/Queue: 1 4', 'Neg/Case/Fare: 2'],
    ],
    [
      'a pocket after another',
      (list) => headingMoved(list, { pocket: 'Aff' }, {}, { heading: { pocket: 'Neg' }, isAfter: true }),
      ['Neg/Cost/Debt: 3', 'Aff/Case/Queue: 1 4', 'Aff/Case/Fare: 2'],
    ],
    [
      'a hat’s name',
      (list) => headingRenamed(list, { pocket: 'Aff', hat: 'Case' }, 'Harbour'),
      ['Aff/Harbour/Queue: 1 4', 'Aff/Harbour/Fare: 2'],
    ],
  ])('%s', (_what, act, expected) => {
    expect(lines(put(three, ...act(three))).slice(0, expected.length)).toEqual(expected);
  });

  it('a step up or down changes places with the one beside it, or joins its block, and moves nothing else', () => {
    const headings: Heading[] = [aff, fare, neg, {}, { pocket: 'Aff' }];
    fc.assert(
      fc.property(
        fc.array(fc.nat(4), { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom<-1 | 1>(-1, 1)), { maxLength: 20 }),
        (places, steps) => {
          let list = filled(...places.map((place, i) => [`a/${i}`, headings[place] ?? {}] as const));
          for (const [which, step] of steps) {
            const before = inFileOrder(list).map(({ of }) => of);
            const place = which % before.length;
            const of = before[place] ?? 'a/0';
            const written = stepped(list, of, step);
            const after = inFileOrder(put(list, written)).map((one) => one.of);
            expect(after.filter((one) => one !== of)).toEqual(before.filter((one) => one !== of));
            const isWithin = written && list.find((one) => one.of === of)?.block === written.block;
            if (written && isWithin && list.find((one) => one.of === of)?.pocket === written.pocket)
              expect(after.indexOf(of)).toBe(place + step);
            list = put(list, written);
          }
        },
      ),
    );
  });
});
