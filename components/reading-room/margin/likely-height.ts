// How high a compact card will be, before it is in the page: most cards never are, and which of them stand must not change
// each time that one was measured. card.module.css has these sizes too; where they differ, the card's own counts once it
// is there. All in CSS pixels.

import type { Thread } from '#lib/model/threads/thread.ts';

/** The card's edges and the line with who says it. */
const bareHeight = 44.8;
const lineHeight = 19.6;
const wordsGap = 4.8;
const metaHeight = 23.6;
const usualCharactersOnLine = 52;
const mostLines = 2;
const wideLetters = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** The card for words that one has begun. */
export const draftHeight = 88;

/** By thread, as it was worked out with so much news. A thread that changed is another object. */
const known = new WeakMap<Thread, { news: number; height: number }>();

/** `news`: how many of its posts one has not read yet. */
export function likelyHeight(thread: Thread, news: number): number {
  const before = known.get(thread);
  if (before?.news === news) return before.height;
  const height = heightOf(thread, news);
  known.set(thread, { news, height });
  return height;
}

function heightOf({ root, size, resolvedBy }: Thread, news: number): number {
  const { withdrawn, body, card } = root.entry?.value ?? {};
  const words = widthOf(card?.tag ?? body ?? '');
  const lines = withdrawn ? 1 : Math.min(mostLines, Math.ceil(words / usualCharactersOnLine));
  const hasMeta = news > 0 || size > 1 || root.reactions.size > 0 || resolvedBy || card;
  return bareHeight + (lines > 0 ? wordsGap + lines * lineHeight : 0) + (hasMeta ? metaHeight : 0);
}

/** In characters of usual width: of scripts that fill a square a letter counts twice. */
function widthOf(words: string): number {
  const wide = words.match(wideLetters)?.length ?? 0;
  return words.length + wide;
}
