// What a correction does to the notes, in words: "14 notes stay exact, 2 move, 1 is reworded, 1 loses its words".

import type { useTranslations } from 'use-intl/react';
import type { Outlook } from '#lib/model/editions/outlook.ts';

type Translate = ReturnType<typeof useTranslations<'imports.correction'>>;

/** One sentence without its stop; null where nothing was said about the text yet. */
export function outlookWords(outlook: Outlook, t: Translate): string | null {
  const { exact, moved, reworded, uncertain, gone } = outlook;
  const counts = { exact, moved, reworded, lost: uncertain + gone };
  const fates = (['exact', 'moved', 'reworded', 'lost'] as const).filter((fate) => counts[fate] > 0);
  const [first, ...more] = fates;
  if (!first) return null;
  return [
    t(`outlook.first.${first}`, { count: counts[first] }),
    ...more.map((fate) => t(`outlook.more.${fate}`, { count: counts[fate] })),
  ].join(', ');
}
