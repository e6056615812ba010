import { describe, expect, it } from 'vitest';
import { findable, type Goal, goalsFor } from './goals.ts';

const goals: Goal[] = [
  { id: 'map', label: 'Map', kind: 'View', go: () => {} },
  { id: 'p3', label: 'There are two usual endings', kind: 'Paragraph 3', go: () => {} },
  { id: 'n1', label: 'A map of the café', kind: 'Ada O.', words: 'endings', go: () => {} },
];
const found = (query: string) => goalsFor(goals.map(findable), query).map(({ id }) => id);

describe('the palette', () => {
  it.each([
    ['', ['map', 'p3', 'n1']],
    ['map', ['map', 'n1']],
    ['cafe MAP', ['n1']],
    ['endings', ['p3', 'n1']],
    ['paragraph 3', ['p3']],
    ['ada', ['n1']],
    ['nowhere', []],
  ])('%j finds %j', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it('puts what begins with the words before what holds them', () => {
    expect(goalsFor([...goals].reverse().map(findable), 'map').map(({ id }) => id)).toEqual(['map', 'n1']);
  });

  it('lists no more than anyone reads', () => {
    const many = Array.from(
      { length: 5000 },
      (_, i): Goal => ({ id: `${i}`, label: `note ${i}`, kind: '', go: () => {} }),
    );
    expect(goalsFor(many.map(findable), 'note').length).toBe(40);
  });
});
