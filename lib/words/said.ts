// What is said of a file, as data: which sentence of the catalogue, and what stands in it. It crosses from the thread in
// which the file is read to the answer, where it becomes words, since only there the reader's language is known.

import type { ICUArgs, NestedKeyOf, NestedValueOf } from 'use-intl/core';
import type { Locale } from '#lib/model/manners.ts';
import type { English } from './en/english.ts';
import { translatorOf } from './translate.ts';

type Files = English['files'];

/** A size as people say it: `5 MB`, `300 KB`. */
export type Size = { count: number; unit: keyof Files['size'] };

type Given = { ICUArgument: string | Size; ICUNumberArgument: number; ICUDateArgument: Date };
type Sentence = {
  [Key in NestedKeyOf<Files>]: NestedValueOf<Files, Key> extends string ? Key : never;
}[NestedKeyOf<Files>];
type ValuesOf<Key extends Sentence> = ICUArgs<NestedValueOf<Files, Key>, Given>;

/** Sentences that take a count and nothing else: whichever of them it is, the values are the same. */
type Counting = {
  [Key in Sentence]: ValuesOf<Key> extends { count: number }
    ? keyof ValuesOf<Key> extends 'count'
      ? Key
      : never
    : never;
}[Sentence];

/** A sentence of the catalogue with its values, which its key tells. */
export type Said =
  | { key: Counting; values: { count: number } }
  | {
      [Key in Exclude<Sentence, Counting>]: keyof ValuesOf<Key> extends never
        ? { key: Key }
        : { key: Key; values: ValuesOf<Key> };
    }[Exclude<Sentence, Counting>];

/** The sentence in a language. */
export function sentenceOf(locale: Locale, said: Said): string {
  // That key and values belong together is told by `Said`, which the translator cannot see of any but a literal key.
  const say = translatorOf(locale, 'files') as unknown as Say;
  if (!('values' in said)) return say(said.key);
  const values = Object.entries(said.values).map(([name, value]: [string, Plain | Size]) => [
    name,
    typeof value === 'object' ? say(`size.${value.unit}`, { count: value.count }) : value,
  ]);
  return say(said.key, Object.fromEntries(values));
}

type Plain = string | number;
type Say = (key: string, values?: Record<string, Plain>) => string;
