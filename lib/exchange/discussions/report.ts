// The written report of a way out: what of this very discussion a format cannot carry, in sentences, and nothing about
// what the discussion does not hold.

import { counted } from '#lib/model/counted.ts';
import type { Stance } from '#lib/model/record.ts';
import type { Discussion, Saying } from './discussion.ts';

/** What a discussion may hold that some formats have no place for. */
export type Feature =
  | 'passages'
  | 'kinds'
  | 'stances'
  | 'further-links'
  | 'tags'
  | 'authors'
  | 'times'
  | 'edits'
  | 'reactions'
  | 'resolved'
  | 'rulings'
  | 'wordless'
  | 'markdown'
  | 'paragraphs';

/** For each feature a format loses: what becomes of it, after the count ("3 reactions are …"). */
export type Losses = Partial<Record<Feature, string>>;

const nouns: Record<Feature, [one: string, many: string]> = {
  passages: ['passage', 'passages'],
  kinds: ['question, claim or highlight', 'questions, claims or highlights'],
  stances: ['stance', 'stances'],
  'further-links': ['further link', 'further links'],
  tags: ['tag', 'tags'],
  authors: ['author’s name', 'authors’ names'],
  times: ['time', 'times'],
  edits: ['earlier wording', 'earlier wordings'],
  reactions: ['reaction', 'reactions'],
  resolved: ['resolved thread', 'resolved threads'],
  rulings: ['ruling of an instructor', 'rulings of instructors'],
  wordless: ['withdrawn, hidden or unseen note', 'withdrawn, hidden or unseen notes'],
  markdown: ['note in Markdown', 'notes in Markdown'],
  paragraphs: ['note of several lines', 'notes of several lines'],
};

const known = new Set(['point', 'reaction', 'ruling']);

/**
 * Says what of this discussion is lost by a format with these losses.
 * @param isLost which stances count as lost, where `losses.stances` is given; all of them unless told otherwise.
 */
export function reportOf(
  discussion: Discussion,
  sayings: readonly Saying[],
  losses: Losses,
  isLost: (stance: Stance) => boolean = () => true,
): string[] {
  const counts = countsOf(discussion, sayings, isLost);
  const sentences = (Object.entries(losses) as [Feature, string][]).flatMap(([feature, fate]) => {
    const count = counts[feature];
    return count > 0 ? [`${counted(count, ...nouns[feature])} ${count === 1 ? 'is' : 'are'} ${fate}.`] : [];
  });
  return [...sentences, ...cardsIn(discussion), ...unknownIn(discussion), ...unseenIn(sayings)];
}

function countsOf(
  { entries }: Discussion,
  sayings: readonly Saying[],
  isLost: (stance: Stance) => boolean,
): Record<Feature, number> {
  const count = (is: (saying: Saying) => boolean) => sayings.filter(is).length;
  const ofType = (type: string) => entries.filter((entry) => entry.value.type === type).length;
  return {
    passages: count(({ passage }) => passage !== undefined),
    kinds: count(({ kind, state }) => state === 'said' && kind !== 'comment'),
    stances: count(({ stance }) => stance !== undefined && isLost(stance)),
    'further-links': sayings.reduce((sum, { links }) => sum + Math.max(0, links.length - 1), 0),
    tags: sayings.reduce((sum, { tags }) => sum + tags.length, 0),
    authors: new Set(sayings.map(({ author }) => author).filter(Boolean)).size,
    times: count(({ state }) => state === 'said'),
    edits: count(({ editedAt }) => editedAt !== undefined),
    reactions: ofType('reaction'),
    resolved: count(({ resolved }) => resolved),
    rulings: ofType('ruling'),
    wordless: count(({ state }) => state !== 'said'),
    markdown: count(({ body }) => /[*_`[\]#>]/.test(body)),
    paragraphs: count(({ body }) => body.includes('\n')),
  };
}

function cardsIn({ entries }: Discussion): string[] {
  const count = entries.filter(({ value }) => value.type === 'point' && value.card).length;
  return count === 0
    ? []
    : [
        `${counted(count, 'card leaves', 'cards leave')} as claims, by tag: cite and marks go to Word from the cards’ own view.`,
      ];
}

/** Records of kinds that came after this file: never dropped in silence. */
function unknownIn({ entries }: Discussion): string[] {
  const counts = new Map<string, number>();
  for (const { value } of entries) {
    const type: string = value.type;
    if (!known.has(type)) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts].map(
    ([type, count]) =>
      `${counted(count, `record of the kind “${type}” is`, `records of the kind “${type}” are`)} not carried.`,
  );
}

function unseenIn(sayings: readonly Saying[]): string[] {
  const without = sayings.flatMap(({ passage }) => (passage && passage.start === undefined ? [passage] : []));
  const elsewhere = without.filter(({ isElsewhere }) => isElsewhere).length;
  const gone = without.length - elsewhere;
  const are = (count: number) => counted(count, 'passage is', 'passages are');
  return [
    ...(gone > 0 ? [`${are(gone)} no longer in the text; only the old words are quoted.`] : []),
    ...(elsewhere > 0
      ? [`${are(elsewhere)} in another reading of this debate; only the words are quoted.`]
      : []),
  ];
}
