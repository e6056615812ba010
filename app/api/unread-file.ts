// A file that could not be read, as an answer: its code, what happened and what to do instead, as its importer says it, and
// what is safe, which is the same for all.

import type { Refused } from '#lib/exchange/refusal.ts';
import { type Misfit, misfitWords } from '#lib/words/fault-words.ts';
import { sentenceOf } from '#lib/words/said.ts';
import { type Saying, translatorOf } from '#lib/words/translate.ts';
import { type Refusal, refused } from './respond.ts';

export function unreadFile({ reason, said }: Refused): Refusal {
  const known = reason === 'too-large' || reason === 'busy' ? reason : 'import-refused';
  return refused(known, { code: reason, say: unkept((locale) => sentenceOf(locale, said)) });
}

/** What happened, and that nothing was kept. */
export function unkept(say: Saying): Saying {
  return (locale) => translatorOf(locale, 'refusals')('unkept', { what: say(locale) });
}

/** A form without the file it is about. */
export const noFile: Saying = (locale) => translatorOf(locale, 'refusals')('noFile.kept');

/** Something that is not as a text is to be. */
export const misfit =
  (wrong: Misfit): Saying =>
  (locale) =>
    misfitWords(wrong, 'kept', locale);
