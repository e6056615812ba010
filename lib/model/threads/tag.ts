// Tags in a note's words: "#word" as it is typed. The record keeps them beside the words, so that a filter, an export and
// the flow read one list, whoever wrote it. Pure.

import { maxTags } from '../record.ts';
import { folded } from './filter.ts';

/** After a space or an opening mark, with at least one letter: neither "#1" nor an address with a fragment is a tag. */
const tagInWords = /(?<=^|[\s([{“‘"'])#(?=[\p{N}_-]*\p{L})([\p{L}\p{N}\p{M}_-]{1,60})/gu;

/** A stretch of words: plain, or a tag without its mark. */
export type TagPiece = { text: string; tag?: string };

/** The words in pieces, tags apart; their texts joined are the words. */
export function tagPiecesOf(words: string): TagPiece[] {
  const pieces: TagPiece[] = [];
  let end = 0;
  for (const { 0: text, 1: tag, index } of words.matchAll(tagInWords)) {
    if (tag === undefined) continue;
    if (index > end) pieces.push({ text: words.slice(end, index) });
    pieces.push({ text, tag });
    end = index + text.length;
  }
  if (end < words.length) pieces.push({ text: words.slice(end) });
  return pieces;
}

/** The tags that words hold, each once whatever its case, as many as a note may have. */
export function tagsIn(words: string): string[] {
  return distinct(tagPiecesOf(words).flatMap(({ tag }) => (tag === undefined ? [] : [tag])));
}

/** A note's tags once its words are others: those that did not come from its old words stay. */
export function retagged(tags: readonly string[], before: string, after: string): string[] {
  const fromWords = new Set(tagsIn(before).map(folded));
  return distinct([...tags.filter((tag) => !fromWords.has(folded(tag))), ...tagsIn(after)]);
}

/** A note's tags that its words do not hold: they are shown beside them. */
export function tagsBeside(tags: readonly string[], words: string): string[] {
  const inWords = new Set(tagsIn(words).map(folded));
  return tags.filter((tag) => !inWords.has(folded(tag)));
}

function distinct(tags: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const tag of tags) if (!known.has(folded(tag))) known.set(folded(tag), tag);
  return [...known.values()].slice(0, maxTags);
}
