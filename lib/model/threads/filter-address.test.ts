import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noteKinds, stances } from '../record.ts';
import { type Filter, noFilter, threadTraits } from './filter.ts';
import { filterFrom, toggled, withFilter } from './filter-address.ts';

const filters: fc.Arbitrary<Filter> = fc.record({
  words: fc.string({ unit: 'grapheme' }),
  by: fc.option(fc.stringMatching(/^[a-z0-9_-]{1,20}$/)),
  kind: fc.option(fc.constantFrom(...noteKinds)),
  stance: fc.option(fc.constantFrom(...stances)),
  tag: fc.option(fc.string({ minLength: 1 })),
  is: fc.subarray([...threadTraits]),
});

it('[U32] any filter comes back from the address it was written to, and leaves the rest of it alone', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const address = new URLSearchParams(withFilter(new URLSearchParams('from=map'), filter));
      expect(filterFrom(address)).toEqual(filter);
      expect(address.get('from')).toBe('map');
    }),
  );
});

it('[U32] no filter leaves no trace in the address', () => {
  expect(withFilter(new URLSearchParams('q=a&by=b&is=mine'), noFilter)).toBe('');
});

it('what an address makes up is left out', () => {
  expect(filterFrom(new URLSearchParams('kind=card&stance=loves&is=rich,mine'))).toEqual({
    ...noFilter,
    is: ['mine'],
  });
});

it('a trait is asked for and not any more', () => {
  expect(toggled(toggled(noFilter, 'mine'), 'unread').is).toEqual(['mine', 'unread']);
  expect(toggled(toggled(noFilter, 'mine'), 'mine')).toEqual(noFilter);
});
