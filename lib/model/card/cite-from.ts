// A cite filled from what a reading says of itself. Apart from how cites are written, which every list of cards needs.

import type { Cite } from '../record.ts';
import { cleanLine, type Heading, isSafeHref } from '../text/text.ts';

const months =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?';
const datePattern = new RegExp(
  `\\b(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[-/]\\d{1,2}[-/](?:\\d{4}|\\d{2})|\\d{1,2} ${months} \\d{4}|${months} \\d{1,2}, \\d{4}|${months} \\d{4}|(?:1[5-9]|20)\\d{2})\\b`,
  'u',
);
const edges = /^[\s,;·|–—-]+|[\s,;·|–—-]+$/gu;

/** The first date in a line, as it stands there. */
export function dateIn(line: string): string | undefined {
  return datePattern.exec(line)?.[0];
}

/** A cite from what a reading says of itself; what it does not say is left for people to fill in. */
export function citeFrom(reading: Heading, accessed?: string): Cite {
  const { author, qualification } = namedIn(reading.byline ?? '');
  const credit = reading.credit ?? '';
  const date = dateIn(credit) ?? dateIn(reading.byline ?? '');
  const publication = tidy(date ? credit.replace(date, ' ') : credit);
  const { source } = reading;
  const link = source !== undefined && isSafeHref(source) ? source : undefined;
  const named = publication || (link === undefined ? tidy(source ?? '') : '');
  return {
    author,
    ...(qualification && { qualification }),
    ...(date && { date }),
    ...(reading.title && { title: reading.title.slice(0, 300) }),
    ...(named && { publication: named.slice(0, 300) }),
    ...(link && { link }),
    ...(accessed && { accessed }),
  };
}

/** `By Ann Lee, a pilot` is a name and what she is; further names begin with capitals and stay names. */
function namedIn(byline: string): { author: string; qualification: string } {
  const date = dateIn(byline);
  const line = tidy((date ? byline.replace(date, ' ') : byline).replace(/^\s*by\s+/iu, ''));
  const [, author, qualification] = /^(.*?), (?=\p{Ll})(.*)$/u.exec(line) ?? [];
  return { author: (author ?? line).slice(0, 300), qualification: (qualification ?? '').slice(0, 500) };
}

function tidy(line: string): string {
  return cleanLine(line).replace(edges, '').replace(/ ,/g, ',');
}
