// Cites, written out as debaters write them, surname and date first.

import type { Cite } from '../record.ts';

/** What of a cite differs from language to language. */
export type CiteWords = {
  two: (first: string, second: string) => string;
  more: (first: string) => string;
  title: (title: string) => string;
  accessed: (when: string) => string;
};

/** As it stands in files and in what is copied. */
const inFiles: CiteWords = {
  two: (first, second) => `${first} and ${second}`,
  more: (first) => `${first} et al.`,
  title: (title) => `“${title}”`,
  accessed: (when) => `accessed ${when}`,
};

/** What is said aloud, and set in bold: `Lee 26`, `Lee and Ray 26`, `Lee et al. 26`. Without an author, who published it. */
export function shortCite(cite: Cite, words = inFiles): string {
  return [namesOf(cite, words), yearOf(cite.date)].filter(Boolean).join(' ');
}

function namesOf({ author, publication, title }: Cite, words: CiteWords): string {
  if (author.trim() === '') return publication ?? title ?? '';
  const people = author.split(/\s*(?:,|;|&|\band\b)\s*/u).filter((name) => name !== '');
  const [first = '', second] = people.map((name) => surnameOf(name));
  if (people.length > 2) return words.more(first);
  return second === undefined ? first : words.two(first, second);
}

/** The last word of a name, with what belongs to it: `van der Berg`, and not `Jr`. */
function surnameOf(name: string): string {
  const words = name.replace(/,?\s+(?:Jr|Sr|II|III|IV)\.?$/u, '').split(/\s+/u);
  let at = words.length - 1;
  while (at > 1 && /^\p{Ll}/u.test(words[at - 1] ?? '')) at--;
  return words.slice(at).join(' ');
}

function yearOf(date: string | undefined): string {
  const year = date && /\b(?:1[5-9]|20)(\d{2})\b/.exec(date)?.[1];
  return year || (date ?? '');
}

/** A cite on one line; `isCite` marks surname and date, which alone are set in bold. */
export type CitePart = { text: string; isCite: boolean };

/** Surname and date, then everything: `Lee 26 (Ann Lee, a pilot, 3 March 2026, “Slow boats”, The Pier, https://…, accessed …)`. */
export function citeParts(cite: Cite, words = inFiles): CitePart[] {
  const { author, qualification, date, title, publication, link, accessed } = cite;
  // What stands in for an author that is not named has been said by then.
  const isNamed = author.trim() !== '';
  const rest = [
    author,
    qualification,
    date,
    title && (isNamed || publication) && words.title(title),
    isNamed && publication,
    link,
    accessed && words.accessed(accessed),
  ].filter(Boolean);
  const short = shortCite(cite, words);
  return [
    ...(short ? [{ text: short, isCite: true }] : []),
    ...(rest.length > 0 ? [{ text: `${short ? ' ' : ''}(${rest.join(', ')})`, isCite: false }] : []),
  ];
}

/** The same as one text. */
export function fullCite(cite: Cite, words = inFiles): string {
  return citeParts(cite, words)
    .map(({ text }) => text)
    .join('');
}
