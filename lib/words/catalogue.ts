// The catalogue of each language, in the form that the formatter at hand takes: as written where it reads ICU messages
// itself, compiled once where the bundle holds the small one that does not (next.config.js).

import compile from 'icu-minify/compile';
import formatMessage from 'use-intl/format-message';
import type { Locale } from '#lib/model/manners.ts';
import { german } from './de/german.ts';
import { type English, english } from './en/english.ts';
import type { Words } from './shape.ts';

/** A part of the catalogue: what one group of screens says. */
export type Area = keyof English;
/** Typed as the English ones whatever the language, as use-intl has it (en/english.ts). */
export type Messages = Partial<English>;

type Tree = { readonly [key: string]: string | Tree };
type Compiled = { [key: string]: unknown };

const written: Record<Locale, Words<English>> = { en: english, de: german };
const made = new Map<string, unknown>();

/** Some areas of a language's catalogue, as data that can be sent to a browser. */
export function messagesOf(locale: Locale, areas: readonly Area[]): Messages {
  return Object.fromEntries(areas.map((area) => [area, areaOf(locale, area)])) as Messages;
}

function areaOf(locale: Locale, area: Area): unknown {
  if (formatMessage.raw) return written[locale][area];
  const key = `${locale}.${area}`;
  if (!made.has(key)) made.set(key, compiled(written[locale][area]));
  return made.get(key);
}

function compiled(tree: Tree): Compiled {
  const entries = Object.entries(tree).map(([key, value]) => [
    key,
    typeof value === 'string' ? plain(compile(value)) : compiled(value),
  ]);
  return Object.fromEntries(entries);
}

/** The compiler's choices have no prototype; what goes from the server to a client component has to have one. */
function plain(message: unknown): unknown {
  return JSON.parse(JSON.stringify(message));
}
