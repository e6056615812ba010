// What people type into forms (names, titles, e-mail addresses, passwords): the one place where it is cleaned and judged.

import * as v from 'valibot';
import { cleanLine, maxNameLength, maxTitleLength } from '#lib/model/text/text.ts';

const line = (what: string, maxLength: number) =>
  v.pipe(
    v.string(`${what} must be text`),
    v.maxLength(maxLength * 4, `${what} must be at most ${maxLength} characters long`),
    v.transform(cleanLine),
    v.minLength(1, `${what} must not be empty`),
    v.maxLength(maxLength, `${what} must be at most ${maxLength} characters long`),
  );

export const nameField = line('The name', maxNameLength);
export const titleField = line('The title', maxTitleLength);

export const emailField = v.pipe(
  v.string('The e-mail address must be text'),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(254, 'The e-mail address is too long'),
  v.email('This is not an e-mail address'),
);

/** At least 8 characters, no further rules: length is what helps. The upper bound keeps hashing cheap. */
export const passwordField = v.pipe(
  v.string('The password must be text'),
  v.minLength(8, 'The password must have at least 8 characters'),
  v.maxLength(256, 'The password must have at most 256 characters'),
);

export const timeField = v.pipe(
  v.string('The time must be text'),
  v.isoTimestamp('The time must look like 2030-01-31T12:00:00Z'),
  v.transform((text) => new Date(text).toISOString()),
);
