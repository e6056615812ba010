import { expect, it } from 'vitest';
import { locales } from './manners.ts';
import { nameOrder } from './name-order.ts';

const named = ['Zoe', 'Group 10', 'ärzte', 'Ähn', 'anna', 'group 2', 'Ahn'];

it.each(locales)('in %s an umlaut stands with its letter, case parts nobody, numbers count', (locale) => {
  expect(named.toSorted(nameOrder(locale))).toEqual([
    'Ahn',
    'Ähn',
    'anna',
    'ärzte',
    'group 2',
    'Group 10',
    'Zoe',
  ]);
});
