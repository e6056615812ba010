// A correction that is begun, kept in this tab: a reload or somebody who publishes first loses nothing (U3).

import * as v from 'valibot';
import type { DeskText } from '#components/text-desk/desk.ts';
import type { HeadingForm } from '#components/text-desk/heading-form.ts';
import type { Block } from '#lib/model/text/text.ts';

/** The paragraphs that are not as they were, or not where they were. */
export function changedBlocks(before: readonly Block[], after: readonly Block[]): Block[] {
  const texts = new Map(before.map(({ id, text }) => [id, text]));
  return after.filter(({ id, text }) => texts.get(id) !== text);
}

const line = v.string();
const fields = { title: line, standfirst: line, byline: line, credit: line, source: line };
const keptSchema = v.object({
  number: v.number(),
  heading: v.object(fields),
  blocks: v.array(v.looseObject({ id: v.string(), type: v.string(), text: v.string() })),
});

export type KeptCorrection = { number: number; heading: HeadingForm; blocks: Block[] };

const keyOf = (readingId: string) => `counterpoint.correction.${readingId}`;

/** Keeps what is begun for this tab, under the number of the version it corrects; null forgets it. */
export function keepCorrection(readingId: string, kept: (DeskText & { number: number }) | null): void {
  try {
    if (kept) sessionStorage.setItem(keyOf(readingId), JSON.stringify(kept));
    else sessionStorage.removeItem(keyOf(readingId));
  } catch {
    // A browser without room keeps it on the page alone; leaving asks first.
  }
}

export function keptCorrection(readingId: string): KeptCorrection | null {
  try {
    const parsed = v.safeParse(keptSchema, JSON.parse(sessionStorage.getItem(keyOf(readingId)) ?? 'null'));
    // The server judges every block again before it is published.
    return parsed.success ? (parsed.output as KeptCorrection) : null;
  } catch {
    return null;
  }
}
