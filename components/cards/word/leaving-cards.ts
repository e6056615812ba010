// What of a file or a speech goes to Word: each card as one's side has it, under its headings, in the order of the file.

import type { LeavingCard } from '#lib/model/card/leaving.ts';
import type { Filing, Ref } from '#lib/model/record.ts';
import type { Item } from '../file/use-items.ts';

export function leavingCards(
  filings: readonly Filing[],
  itemOf: (of: Ref) => Item | undefined,
): LeavingCard[] {
  return filings.flatMap(({ of, pocket, hat, block, stopped }) => {
    const item = itemOf(of);
    if (!item) return [];
    const heading = { ...(pocket && { pocket }), ...(hat && { hat }), ...(block && { block }) };
    return [{ ...heading, ...wordsOf(item), ...(stopped !== undefined && { stopped }) }];
  });
}

function wordsOf({ card, body, quoted }: Item): LeavingCard {
  if (card) {
    const { tag, cite, marks } = card;
    return { tag, cite, marks, words: quoted, ...(body && { note: body }) };
  }
  const [first = '', ...rest] = body.split('\n');
  return { tag: first, ...(rest.length > 0 && { note: rest.join('\n') }) };
}
