// What is not as it was in a Word file of cards, counted while it is read and said in sentences at the end.

import { counted } from '#lib/model/counted.ts';
import type { LeftOut } from './word-lines.ts';

type Guess = 'headings' | 'bold' | 'nothing';
/** What may have happened to a card. */
type Fate =
  | 'untagged'
  | 'cite-guessed'
  | 'cite-missing'
  | 'cite-kept-whole'
  | 'split'
  | 'tag-cut'
  | 'heading-cut'
  | 'note-cut'
  | 'marks-cut';

const guesses: Record<Guess, string> = {
  headings: 'No tags (Heading 4) in this file: its lowest headings were taken for tags.',
  bold: 'No headings in this file: lines all in bold were taken for tags.',
  nothing: 'Neither headings nor bold lines in this file: its words came in without tags.',
};
const fates: Record<Fate, (count: number) => string> = {
  untagged: (n) => `${counted(n, 'passage stands', 'passages stand')} under no tag.`,
  'cite-guessed': (n) =>
    n === 1
      ? '1 cite was taken apart by its looks: look it over.'
      : `${counted(n, 'cite')} were taken apart by their looks: look them over.`,
  'cite-missing': (n) => `${counted(n, 'card has', 'cards have')} no cite that could be told from the words.`,
  'cite-kept-whole': (n) =>
    `${counted(n, 'cite is', 'cites are')} too long to be taken apart, and stand beside the card.`,
  split: (n) => `${counted(n, 'card is', 'cards are')} longer than 16 KB, and came in as several.`,
  'tag-cut': (n) => `${counted(n, 'tag goes', 'tags go')} on beside the card: it is too long.`,
  'heading-cut': (n) => `${counted(n, 'heading was', 'headings were')} cut to 200 signs.`,
  'note-cut': (n) => `${counted(n, 'text', 'texts')} beside a card cut to 8 KB.`,
  'marks-cut': (n) => `${counted(n, 'card has', 'cards have')} more than 2,000 marks; the rest was left out.`,
};

export class CardReport {
  readonly #leftOut: LeftOut;
  readonly #counts = new Map<Fate, number>();
  #guess: Guess | undefined;
  #beyond = 0;

  constructor(leftOut: LeftOut) {
    this.#leftOut = leftOut;
  }

  /** How tags were found where no style says which they are. */
  guess(guess: Guess): void {
    this.#guess = guess;
  }

  count(fate: Fate): void {
    this.#counts.set(fate, (this.#counts.get(fate) ?? 0) + 1);
  }

  /** So many cards are past what one file takes. */
  tooMany(count: number): void {
    this.#beyond = count;
  }

  sentences(): string[] {
    return [
      ...(this.#guess ? [guesses[this.#guess]] : []),
      ...[...this.#counts].map(([fate, count]) => fates[fate](count)),
      ...this.#leavings(),
      ...(this.#beyond > 0
        ? [
            `${counted(this.#beyond, 'card is', 'cards are')} past what one file takes. Bring in the rest as another.`,
          ]
        : []),
    ];
  }

  #leavings(): string[] {
    return [...this.#leftOut].map(([what, count]) => {
      if (what === 'table') return `${counted(count, 'table')} came in line by line.`;
      if (what === 'stop') return `${counted(count, 'sign')} that reading stopped left out.`;
      return `${counted(count, what)} left out.`;
    });
  }
}
