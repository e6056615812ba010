// What an archive of a discussion does not hold. In the archive it is noted in English; whoever opens it reads it in their own
// language, as far as this version knows the sentence.

import { type Said, sentenceOf } from '#lib/words/said.ts';
import type { Discussion } from './discussion.ts';

const losses = ['privateNotes', 'otherSides', 'sides', 'reviews', 'flags', 'access', 'accounts'] as const;
type Loss = (typeof losses)[number];

const saidOf = (loss: Loss): Said => ({ key: `lost.archive.${loss}` });

export function notCarried({ whole: { settings, side, hasReviews, hasFlags } }: Discussion): Said[] {
  const lost: Loss[] = ['privateNotes'];
  if (settings.round) lost.push(side === null ? 'sides' : 'otherSides');
  if (hasReviews) lost.push('reviews');
  if (hasFlags) lost.push('flags');
  return [...lost, 'access' as const, 'accounts' as const].map(saidOf);
}

/** As it stands in the archive. */
export function noted(said: Said): string {
  return sentenceOf('en', said);
}

/** A line that was noted in an archive; as it stands there where another version wrote it. */
export function readNoted(line: string): Said | string {
  const loss = losses.find((one) => noted(saidOf(one)) === line);
  return loss ? saidOf(loss) : line;
}
