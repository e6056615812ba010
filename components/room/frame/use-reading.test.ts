import { expect, test } from 'vitest';
import { withReading } from './use-reading.ts';

test.each([
  ['', 'b', '/rooms/x?reading=b'],
  ['?q=cost', 'b', '/rooms/x?q=cost&reading=b'],
  ['?reading=b&q=cost', 'c', '/rooms/x?reading=c&q=cost'],
  ['?reading=b', '', '/rooms/x'],
])('%s with reading “%s” is %s', (search, id, address) => {
  expect(withReading({ pathname: '/rooms/x', search }, id)).toBe(address);
});
