// Signing in must not be a way to send people to someone else's site.

import { expect, test } from 'vitest';
import { nextPath, withNext } from './next-path.ts';

test.each(['/rooms/r1', '/join/abc?x=1', '/spaces/s1#people', '/'])('%s is a path of this site', (path) => {
  expect(nextPath(path)).toBe(path);
});

test.each([
  undefined,
  '',
  ['/rooms/r1', '/rooms/r2'],
  'rooms/r1',
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '/\t/evil.example/',
  '/..//evil.example/',
  'javascript:alert(1)',
])('%j leads to the library instead', (next) => {
  expect(nextPath(next)).toBe('/library');
});

test('a path that is carried along comes back as it was', () => {
  const path = '/rooms/r1?note=p/r#p7';
  const carried = new URL(withNext('/sign-in', path), 'http://here.invalid').searchParams.get('next');
  expect(nextPath(carried)).toBe(path);
});
