// What a correction does to the notes, in words: "14 notes stay exact, 2 move, 1 is reworded, 1 loses its words".

import type { Outlook } from '#lib/model/editions/outlook.ts';

/** One sentence; null where nothing was said about the text yet. */
export function outlookWords({ exact, moved, reworded, uncertain, gone }: Outlook): string | null {
  const lost = uncertain + gone;
  const parts = [
    said(exact, 'stays exact', 'stay exact'),
    said(moved, 'moves', 'move'),
    said(reworded, 'is reworded', 'are reworded'),
    said(lost, 'loses its words', 'lose their words'),
  ].filter((part) => part !== null);
  const [first, ...rest] = parts;
  if (!first) return null;
  const noun = first.count === 1 ? 'note' : 'notes';
  return [`${first.count} ${noun} ${first.verb}`, ...rest.map(({ count, verb }) => `${count} ${verb}`)].join(
    ', ',
  );
}

function said(count: number, one: string, many: string): { count: number; verb: string } | null {
  return count === 0 ? null : { count, verb: count === 1 ? one : many };
}
