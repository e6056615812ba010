// What tools do that know a page only as it is now: the quote is searched for, exactly and else letter by letter, and
// of what resembles it the place is taken that scores best by quote, context and position. Weights and limits are those
// of Hypothesis' client (match-quote.ts), the lines are ours.

import search from 'approx-string-match';
import type { Anchor } from '#lib/model/record.ts';
import type { Range } from '#lib/model/text/text.ts';

type Match = Range & { errors: number };

const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 };
const mostErrors = 256;

/** Where such a tool attaches the anchor; null where it does not. */
export function bestQuoteMatch({ quote, prefix, suffix, start }: Anchor, text: string): Range | null {
  const matches = matchesOf(quote, text, Math.min(mostErrors, quote.length / 2));
  const scoreOf = (match: Match) => {
    const before = likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix);
    const after = likeness(text.slice(match.end, match.end + suffix.length), suffix);
    const near = 1 - Math.abs(match.start - start) / text.length;
    return (
      weights.quote * (1 - match.errors / quote.length) +
      weights.prefix * before +
      weights.suffix * after +
      weights.position * near
    );
  };
  let best: { match: Match; score: number } | null = null;
  for (const match of matches) {
    const score = scoreOf(match);
    if (!best || score > best.score) best = { match, score };
  }
  return best && { start: best.match.start, end: best.match.end };
}

function matchesOf(quote: string, text: string, errors: number): Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    exact.push({ start: at, end: at + quote.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, quote, Math.floor(errors));
}

/** 1 where the two are equal, 0 where nothing is. */
function likeness(text: string, wanted: string): number {
  if (wanted.length === 0) return 1;
  if (text.length === 0) return 0;
  const [first] = matchesOf(wanted, text, wanted.length);
  return first ? 1 - first.errors / wanted.length : 0;
}
