// What people type into forms (names, titles, e-mail addresses, passwords): the one place where it is cleaned and judged.

import * as v from 'valibot';
import { type Fault, fault } from '#lib/model/fault.ts';
import { cleanLine, maxNameLength, maxTitleLength } from '#lib/model/text/text.ts';

const line = (what: 'name' | 'title', maxLength: number) => {
  const tooLong: Fault = `${what}-too-long`;
  return v.pipe(
    v.string(fault(`${what}-not-text`)),
    v.maxLength(maxLength * 4, tooLong),
    v.transform(cleanLine),
    v.minLength(1, fault(`${what}-empty`)),
    v.maxLength(maxLength, tooLong),
  );
};

export const nameField = line('name', maxNameLength);
export const titleField = line('title', maxTitleLength);

export const emailField = v.pipe(
  v.string(fault('email-not-text')),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(254, fault('email-too-long')),
  v.email(fault('email-unlike')),
);

/** At least 8 characters, no further rules: length is what helps. The upper bound keeps hashing cheap. */
export const passwordField = v.pipe(
  v.string(fault('password-not-text')),
  v.minLength(8, fault('password-too-short')),
  v.maxLength(256, fault('password-too-long')),
);

export const timeField = v.pipe(
  v.string(fault('time-not-text')),
  v.isoTimestamp(fault('time-unlike')),
  v.transform((text) => new Date(text).toISOString()),
);
