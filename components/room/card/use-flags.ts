// What speaks against reading a card as it is, in sentences. Where its reading is not at hand only its own words are asked.

import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import type { CardWords } from '#lib/model/card/card.ts';
import { flagsOf } from '#lib/model/card/integrity.ts';
import type { Anchor, Card } from '#lib/model/record.ts';
import { sourceOf, usePassages } from '../scene/passages.ts';

export function useFlags(
  { tag, marks }: Pick<Card, 'tag' | 'marks'>,
  { words, source: kept }: CardWords,
  anchor: Anchor | undefined,
): readonly string[] {
  const passages = usePassages();
  const t = useTranslations('thread.card.flag');
  const source = kept === 'reading' ? sourceOf(anchor, passages) : undefined;
  return useMemo(() => {
    // Of a passage kept by its two ends alone nothing can be told.
    if (kept === 'lost') return [];
    const flags = flagsOf({ tag, words, marks, source });
    return [...new Set(flags.map(({ reason, words }) => t(reason, { words })))];
  }, [kept, tag, words, marks, source, t]);
}
