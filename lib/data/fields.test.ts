import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { cleanLine } from '#lib/model/text/text.ts';
import { emailField, nameField, passwordField, timeField } from './fields.ts';

describe('fields', () => {
  test.each([
    ['  Ann   Lee ', 'Ann Lee'],
    ['Ann\nLee', 'Ann Lee'],
    ['Ann\u0000\u0007 Lee', 'Ann Lee'],
    ['\u202eeeL nnA\u202c', 'eeL nnA'],
    ['A\u200bnn \u200b Lee\ufeff', 'Ann Lee'],
    ['Jose\u0301', 'José'],
    ['Ann\u{E0042}\u{E0065}\u2060', 'Ann'],
    [
      'Ann 🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
      'Ann 🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
    ],
    ['\u0915\u094d\u200d\u0937', '\u0915\u094d\u200d\u0937'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(cleanLine(typed)).toBe(kept);
  });

  test.each(['', '   ', '\u200b', 'x'.repeat(81), 7, null])('%j is not a name', (value) => {
    expect(v.is(nameField, value)).toBe(false);
  });

  test('an e-mail address is trimmed and lower case', () => {
    expect(v.parse(emailField, ' Ann@Example.ORG ')).toBe('ann@example.org');
    expect(v.is(emailField, 'ann@')).toBe(false);
  });

  test('a password has 8 to 256 characters', () => {
    expect(v.is(passwordField, '1234567')).toBe(false);
    expect(v.is(passwordField, '12345678')).toBe(true);
    expect(v.is(passwordField, 'x'.repeat(257))).toBe(false);
  });

  test('a time is kept as ISO UTC', () => {
    expect(v.parse(timeField, '2030-01-31T12:00:00+02:00')).toBe('2030-01-31T10:00:00.000Z');
  });
});
