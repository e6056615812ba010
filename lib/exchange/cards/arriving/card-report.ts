// What is not as it was in a Word file of cards, counted while it is read and said at the end.

import type { Said } from '#lib/words/said.ts';
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

  sentences(): Said[] {
    const guess: Said[] = this.#guess ? [{ key: `cards.guess.${this.#guess}` }] : [];
    const fates = [...this.#counts].map(
      ([fate, count]): Said => ({ key: `cards.fate.${fate}`, values: { count } }),
    );
    const leavings = [...this.#leftOut].map(
      ([what, count]): Said => ({ key: `cards.leftOut.${what}`, values: { count } }),
    );
    const beyond: Said[] =
      this.#beyond > 0 ? [{ key: 'cards.tooMany', values: { count: this.#beyond } }] : [];
    return [...guess, ...fates, ...leavings, ...beyond];
  }
}
