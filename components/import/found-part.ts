// Where in the source a block was found.

import type { Block } from '#lib/model/text/text.ts';
import type { Found } from './preview.ts';

/** So many letters tell a block from the others. */
const tellingLength = 24;

/** The part that holds a block's first words: on its page where it names one. -1 where none does. */
export function foundPart(found: readonly Found[], block: Block): number {
  const onPage = found.findIndex(({ page }) => page !== undefined && page === block.page);
  if (onPage >= 0) return onPage;
  const start = letters(block.text).slice(0, tellingLength);
  return start === '' ? -1 : found.findIndex(({ text }) => letters(text).includes(start));
}

/** Letters alone: spaces and marks are set differently on the way in. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
