// Mentions in a note's words: kept by participant id, so that a pseudonym stays one and a new name is shown at once, and
// read and written as "@Name". Pure; who may be mentioned is the roster's to say.

import type { ParticipantId } from '../record.ts';

const mention = /@\[([A-Za-z0-9_-]{1,64})\]/g;

/** The name of someone the reader knows by name; undefined for anyone else, whose mention shows as it was typed. */
export type NameOf = (participant: ParticipantId) => string | undefined;

/** How someone is mentioned in a note's words. */
export function mentionOf(participant: ParticipantId): string {
  return `@[${participant}]`;
}

/** A stretch of a note's words: as they were typed, or a mention with the name it shows. */
export type Piece = { text: string; shown: string; participant?: ParticipantId };

/** The words in pieces, mentions apart; their texts joined are the words. */
export function piecesOf(words: string, nameOf: NameOf): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const plain = (to: number) => {
    const text = words.slice(end, to);
    if (text) pieces.push({ text, shown: text });
  };
  for (const found of words.matchAll(mention)) {
    const [text, participant = ''] = found;
    const name = nameOf(participant);
    if (name === undefined) continue;
    plain(found.index);
    pieces.push({ text, shown: `@${name}`, participant });
    end = found.index + text.length;
  }
  plain(words.length);
  return pieces;
}

/** The words as they are read: names instead of ids. */
export function shownWords(words: string, nameOf: NameOf): string {
  return piecesOf(words, nameOf)
    .map(({ shown }) => shown)
    .join('');
}

/**
 * The words after their shown form was edited into `next`. A mention that the edit did not touch stays one; one that was
 * cut into becomes the letters that are left of it, so that what is shown is always exactly `next`.
 */
export function rewritten(words: string, nameOf: NameOf, next: string): string {
  return replaced(words, nameOf, editBetween(shownWords(words, nameOf), next));
}

/** A stretch of the shown words, by its offsets there, and what is to stand in its place. */
export type Edit = { start: number; end: number; text: string };

/** The words with a stretch of what is shown of them replaced. */
export function replaced(words: string, nameOf: NameOf, edit: Edit): string {
  let at = 0;
  let before = '';
  let after = '';
  for (const { text, shown } of piecesOf(words, nameOf)) {
    const [start, end] = [at, at + shown.length];
    at = end;
    if (end <= edit.start) before += text;
    else if (start >= edit.end) after += text;
    else {
      before += shown.slice(0, Math.max(0, edit.start - start));
      after += shown.slice(Math.max(0, edit.end - start));
    }
  }
  return before + edit.text + after;
}

/** What was replaced: one stretch of the old text, by one of the new. */
function editBetween(old: string, next: string): Edit {
  const most = Math.min(old.length, next.length);
  let start = 0;
  while (start < most && old[start] === next[start]) start++;
  let same = 0;
  while (same < most - start && old[old.length - 1 - same] === next[next.length - 1 - same]) same++;
  return { start, end: old.length - same, text: next.slice(start, next.length - same) };
}
