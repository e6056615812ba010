import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mixUps, type RosterRow, randomGroups, smallestOf } from './roster.ts';

describe('dealing people into groups', () => {
  test('everyone is in one group, and no two sizes differ by more than one', () => {
    const people = fc.uniqueArray(fc.integer(), { maxLength: 60 });
    fc.assert(
      fc.property(
        people,
        fc.integer({ min: 1, max: 12 }),
        fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
        (all, size, dice) => {
          const groups = randomGroups(all, size, () => dice.next().value ?? 0);
          expect(groups.flat().sort()).toEqual([...all].sort());
          const sizes = groups.map((group) => group.length);
          if (sizes.length > 0) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test.each([
    [30, 5, 6],
    [31, 5, 6],
    [7, 4, 2],
    [3, 5, 1],
    [0, 5, 0],
  ])('%i people in groups of %i make %i groups', (people, size, count) => {
    expect(randomGroups(Array.from({ length: people }), size, Math.random)).toHaveLength(count);
  });

  test('who comes late joins the smallest group, the first among equals', () => {
    const groups = [
      { name: 'A', size: 5 },
      { name: 'B', size: 4 },
      { name: 'C', size: 4 },
    ];
    expect(smallestOf(groups)?.name).toBe('B');
    expect(smallestOf([])).toBeUndefined();
  });
});

describe('people mixed up', () => {
  const person = (name: string, email: string | null, id?: string): RosterRow => ({
    name,
    email,
    section: null,
    group: null,
    canvas: id === undefined ? null : { id, sisUserId: '', sisLoginId: '' },
  });
  const roster = [person('Ann', 'ann@example.org', '1'), person('Bea', 'bea@example.org', '2')];

  test.each([
    [
      'one person’s address beside another’s Canvas ID',
      [person('Ann', 'bea@example.org', '1')],
      [
        {
          key: 'roster.mixed',
          values: { email: 'bea@example.org', byEmail: 'Bea', id: '1', byId: 'Ann' },
        },
      ],
    ],
    [
      'one person by two lines, each with another key',
      [person('Ann', 'ann@example.org'), person('Ann', null, '1')],
      [{ key: 'roster.personTwice', values: { name: 'Ann', line: '1' } }],
    ],
    [
      'an address that the line before gives away',
      [person('Ann', 'a.new@example.org', '1'), person('Anton', 'ann@example.org')],
      [{ key: 'roster.personTwice', values: { name: 'Ann', line: '1' } }],
    ],
    [
      'somebody new twice',
      [person('Cy', 'cy@example.org'), person('Cyril', 'cy@example.org')],
      [{ key: 'roster.emailTwice', values: { email: 'cy@example.org', line: '1' } }],
    ],
  ])('%s', (_, rows, faults) => {
    expect(mixUps(rows, roster).map(({ fault }) => fault)).toEqual(faults);
  });

  test('nobody, where each line is one person, known or new, with a key more or another one', () => {
    const rows = [
      person('Ann', 'ann.new@example.org', '1'),
      person('Bea', 'bea@example.org', '3'),
      person('Cy', null),
      person('Cy', null, ''),
    ];
    expect(mixUps(rows, roster)).toEqual([]);
  });
});
