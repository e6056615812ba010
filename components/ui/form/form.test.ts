// What a form can say before it asks the server.

import { expect, test } from 'vitest';
import { emailRule, faultsOf, needed, newPasswordRule } from './form.ts';

const rules = { name: needed('Write your name.'), email: emailRule, password: newPasswordRule };

test('a form that is right has no faults', () => {
  expect(faultsOf({ name: 'Ada', email: ' ada@example.org ', password: 'eight ch' }, rules)).toEqual({});
});

test.each([
  [{ name: '  ' }, 'name'],
  [{ email: 'ada' }, 'email'],
  [{ email: 'ada @example.org' }, 'email'],
  [{ password: 'seven c' }, 'password'],
])('%j is told beside its field only', (change, field) => {
  const faults = faultsOf({ name: 'Ada', email: 'ada@example.org', password: 'eight ch', ...change }, rules);
  expect(Object.keys(faults)).toEqual([field]);
});
