// What is wrong with a form, in words: of the catalogue where a person may have typed it, as valibot has it where only a
// program can have sent it.

import type { BaseIssue } from 'valibot';
import { getDotPath } from 'valibot';
import { maxPromptLength } from '#lib/model/classes/assignment.ts';
import { maxGroupName } from '#lib/model/classes/roster.ts';
import { faultIn } from '#lib/model/fault.ts';
import type { Locale } from '#lib/model/manners.ts';
import { maxNameLength, maxTitleLength } from '#lib/model/text/text.ts';
import { translatorOf } from './translate.ts';

/** What is wrong and where. `max` is the limit that the operator set, where the fault is about one. */
export type Misfit = { path: string | null; message: string; max?: number };

const limits = {
  maxName: maxNameLength,
  maxTitle: maxTitleLength,
  maxGroup: maxGroupName,
  maxPrompt: maxPromptLength,
};

/** The first thing that a schema found wrong. */
export function misfitOf([issue]: [BaseIssue<unknown>, ...BaseIssue<unknown>[]]): Misfit {
  return { path: getDotPath(issue), message: issue.message };
}

/** What is wrong, without the full stop. */
export function faultWords({ message, max = 0 }: Omit<Misfit, 'path'>, locale: Locale): string {
  const known = faultIn(message);
  if (known) return translatorOf(locale, 'refusals.fault')(known, { ...limits, max });
  return translatorOf(locale, 'refusals')('unlike', { what: message });
}

/** What is wrong, where that is, and what has come of it. */
export function misfitWords(misfit: Misfit, then: 'done' | 'kept' | 'made', locale: Locale): string {
  const { path } = misfit;
  const fault = faultWords(misfit, locale);
  const t = translatorOf(locale, 'refusals.misfit');
  return path === null ? t(then, { fault }) : t(`${then}At`, { path, fault });
}
