// The law of every catalogue: what English says, each language says with the same values and tags, in ICU syntax.

import compile from 'icu-minify/compile';
import { expect, test } from 'vitest';
import { locales } from '#lib/model/manners.ts';
import { type Area, messagesOf } from './catalogue.ts';
import { english } from './en/english.ts';

const areas = Object.keys(english) as Area[];
const others = locales.filter((locale) => locale !== 'en');

type Tree = { readonly [key: string]: string | Tree };

function messagesIn(tree: Tree, path = ''): [key: string, message: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : messagesIn(value, `${path}${key}.`),
  ) as [string, string][];
}

/** The names of the values and tags in a compiled message, wherever they stand. */
function valuesOf(message: string): string[] {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    const [name, ...rest] = part;
    if (typeof name === 'string') names.add(name);
    rest.forEach(visitInner);
  };
  // A tag holds parts; a plural or a choice holds, by name, a list of parts each.
  const visitInner = (inner: unknown): void => {
    if (Array.isArray(inner)) visit(inner);
    else if (inner && typeof inner === 'object') Object.values(inner).forEach(visitAll);
  };
  const visitAll = (parts: unknown): void => {
    if (Array.isArray(parts)) parts.forEach(visit);
  };
  visitAll(compile(message));
  return [...names].sort();
}

const inEnglish = new Map(messagesIn(messagesOf('en', areas) as Tree));

test.each([...inEnglish])('%s is well formed', (_, message) => {
  expect(() => compile(message)).not.toThrow();
});

test.each(others)('the catalogue in %s has the keys of the English one, and nothing empty', (locale) => {
  const said = messagesIn(messagesOf(locale, areas) as Tree);
  expect(said.map(([key]) => key).sort()).toEqual([...inEnglish.keys()].sort());
  expect(said.filter(([, message]) => message.trim() === '')).toEqual([]);
});

test.each(others)('each message in %s takes the values that the English one takes', (locale) => {
  for (const [key, message] of messagesIn(messagesOf(locale, areas) as Tree))
    expect(valuesOf(message), key).toEqual(valuesOf(inEnglish.get(key) ?? ''));
});
