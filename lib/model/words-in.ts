// Which words of a person's own a record holds: what is lost with it.

import type { Cite, CounterpointRecord } from './record.ts';

/** Everything that its author wrote in a record, in the order of reading; empty for a record without words. */
export function wordsIn(value: CounterpointRecord): string[] {
  return said(value).filter((words): words is string => words !== undefined && words.trim() !== '');
}

function said(value: CounterpointRecord): (string | undefined)[] {
  switch (value.type) {
    case 'point':
    case 'revision':
      return [...cardWords(value.card), value.body];
    case 'filing':
      return [value.pocket, value.hat, value.block];
    case 'ballot':
    case 'ruling':
      return [value.reason];
    case 'stamp':
    case 'remark':
      return [value.body];
    case 'reaction':
    case 'placing':
    case 'clock':
    case 'seen':
      return [];
  }
}

type CardLike = Extract<CounterpointRecord, { type: 'point' | 'revision' }>['card'];

/** A card cut from a reading has only its tag and cite of its author's. */
function cardWords(card: CardLike): (string | undefined)[] {
  if (!card) return [];
  return [card.tag, card.cite && citeWords(card.cite), 'text' in card ? card.text : undefined];
}

/** What was filled in, and nothing that only a language adds. */
function citeWords({ author, qualification, date, title, publication, link, accessed }: Cite): string {
  return [author, qualification, date, title, publication, link, accessed].filter(Boolean).join(', ');
}
