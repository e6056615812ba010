// What is said of a card whose words the reading, as it is now, does not bear out.

import type { CardWords } from '#lib/model/card/card.ts';

export const sourceWords: Record<CardWords['source'], string | null> = {
  reading: null,
  unchecked: 'Source not checked: it was brought in without its reading.',
  changed: 'The reading has changed since: these are the words as they were cut.',
  lost: 'The reading has changed since, and only the two ends of this passage were kept.',
};
