// The report of a way out: what of this very discussion a format cannot carry, sentence by sentence, and nothing about
// what the discussion does not hold.

import type { Stance } from '#lib/model/record.ts';
import type { Said } from '#lib/words/said.ts';
import type { Discussion, Saying } from './discussion.ts';

/** What a discussion may hold that some formats have no place for. */
const features = [
  'passages',
  'kinds',
  'stances',
  'links',
  'tags',
  'authors',
  'times',
  'edits',
  'reactions',
  'rulings',
  'wordless',
  'paragraphs',
] as const;
type Feature = (typeof features)[number];

/** What becomes of a feature that a format loses. */
export type Loss = Extract<Said['key'], `lost.${Feature}.${string}`>;

const known = new Set(['point', 'reaction', 'ruling']);

/**
 * Says what of this discussion is lost by a format with these losses.
 * @param isLost which stances count as lost, where they are among the losses; all of them unless told otherwise.
 */
export function reportOf(
  discussion: Discussion,
  sayings: readonly Saying[],
  losses: readonly Loss[],
  isLost: (stance: Stance, saying: Saying) => boolean = () => true,
): Said[] {
  const counts = countsOf(discussion, sayings, isLost);
  const lost = losses.flatMap((key): Said[] => {
    const feature = features.find((one) => key.startsWith(`lost.${one}.`));
    return saidOf(key, feature ? counts[feature] : 0);
  });
  return [
    ...lost,
    ...cutIn(discussion, sayings),
    ...cardsIn(discussion),
    ...unknownIn(discussion),
    ...unseenIn(sayings),
  ];
}

/** Nothing is said of what there is none of. */
function saidOf(key: Loss | 'lost.cards', count: number): Said[] {
  return count > 0 ? [{ key, values: { count } }] : [];
}

function countsOf(
  { entries }: Discussion,
  sayings: readonly Saying[],
  isLost: (stance: Stance, saying: Saying) => boolean,
): Record<Feature, number> {
  const count = (is: (saying: Saying) => boolean) => sayings.filter(is).length;
  const ofType = (type: string) => entries.filter((entry) => entry.value.type === type).length;
  return {
    passages: count(({ passage }) => passage !== undefined),
    kinds: count(({ kind, state }) => state === 'said' && kind !== 'comment'),
    stances: count((saying) => saying.stance !== undefined && isLost(saying.stance, saying)),
    links: sayings.reduce((sum, { links }) => sum + Math.max(0, links.length - 1), 0),
    tags: sayings.reduce((sum, { tags }) => sum + tags.length, 0),
    authors: new Set(sayings.map(({ author }) => author).filter(Boolean)).size,
    times: count(({ state }) => state === 'said'),
    edits: count(({ editedAt }) => editedAt !== undefined),
    reactions: ofType('reaction'),
    rulings: ofType('ruling'),
    wordless: count(({ state }) => state !== 'said'),
    paragraphs: count(({ body }) => body.includes('\n')),
  };
}

/** Whatever the format: no file names a note that it does not hold. */
function cutIn({ leftOut }: Discussion, sayings: readonly Saying[]): Said[] {
  const cut = sayings.flatMap((saying) => saying.cut);
  const filtered = cut.filter((ref) => leftOut?.has(ref)).length;
  return [...saidOf('lost.links.filtered', filtered), ...saidOf('lost.links.absent', cut.length - filtered)];
}

function cardsIn({ entries }: Discussion): Said[] {
  return saidOf('lost.cards', entries.filter(({ value }) => value.type === 'point' && value.card).length);
}

/** Records of kinds that came after this file: never dropped in silence. */
function unknownIn({ entries }: Discussion): Said[] {
  const counts = new Map<string, number>();
  for (const { value } of entries) {
    const type: string = value.type;
    if (!known.has(type)) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts].map(([type, count]) => ({ key: 'lost.unknown', values: { type, count } }));
}

function unseenIn(sayings: readonly Saying[]): Said[] {
  const without = sayings.flatMap(({ passage }) => (passage && passage.start === undefined ? [passage] : []));
  const elsewhere = without.filter(({ isElsewhere }) => isElsewhere).length;
  return [
    ...saidOf('lost.passages.gone', without.length - elsewhere),
    ...saidOf('lost.passages.elsewhere', elsewhere),
  ];
}
