import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { orderBetween, ordersBetween } from './order.ts';

describe('places in a row', () => {
  it('are found between any two, wherever one more is put', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 200 }), (puts) => {
        const row: string[] = [];
        for (const put of puts) {
          const at = put % (row.length + 1);
          row.splice(at, 0, orderBetween(row[at - 1], row[at]));
        }
        expect(row).toEqual([...new Set(row)].sort());
      }),
    );
  });

  it.each<[string, (i: number, length: number) => number]>([
    ['at the end', (_, length) => length],
    ['at the beginning', () => 0],
    ['in the middle', (_, length) => length >> 1],
    ['always after the first', (_, length) => Math.min(1, length)],
  ])('stay short enough for a record when six hundred are put %s', (_what, placeOf) => {
    const row: string[] = [];
    for (let i = 0; i < 600; i++) {
      const at = placeOf(i, row.length);
      row.splice(at, 0, orderBetween(row[at - 1], row[at]));
    }
    expect(row).toEqual([...new Set(row)].sort());
    expect(Math.max(...row.map(({ length }) => length))).toBeLessThanOrEqual(200);
  });

  it('are given many at once', () => {
    const [a, b] = [
      orderBetween(undefined, undefined),
      orderBetween(orderBetween(undefined, undefined), undefined),
    ];
    for (const many of [
      ordersBetween(a, b, 300),
      ordersBetween(b, undefined, 300),
      ordersBetween(undefined, a, 300),
    ]) {
      expect(many).toEqual([...new Set(many)].sort());
      expect(many).toHaveLength(300);
    }
    const between = ordersBetween(a, b, 300);
    expect([a, ...between, b]).toEqual([a, ...between, b].sort());
  });

  test('two that are one leave no room between: the next comes after both', () => {
    expect(orderBetween('V000', 'V000') > 'V000').toBe(true);
  });

  it('are found between whatever a record may hold, or after the first', () => {
    const order = fc.stringMatching(/^[0-9A-Za-z]{1,8}$/);
    fc.assert(
      fc.property(order, order, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(orderBetween(low, high) > low).toBe(true);
      }),
    );
  });
});
