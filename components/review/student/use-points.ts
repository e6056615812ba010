// Points as the page's language writes and reads them: 8.5 or 8,5. Never in groups of thousands.

import { useMemo } from 'react';
import { useLocale } from 'use-intl/react';
import type { Locale } from '#lib/model/manners.ts';

export type Points = {
  /** What marks come to: whole ones with one place, so that columns line up. */
  pointsOf(points: number): string;
  /** What a rubric gives at most, and what stands in a field: no more places than it has. */
  figureOf(points: number): string;
  /** What someone typed; NaN for what is no number. */
  typedPoints(text: string): number;
};

/** How points are written and typed in a language. */
export function pointsIn(locale: Locale): Points {
  const even = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 2,
    useGrouping: false,
  });
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 10, useGrouping: false });
  const decimal = plain.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  return {
    pointsOf: (points) => even.format(points),
    figureOf: (points) => plain.format(points),
    typedPoints: (text) => (text.trim() === '' ? Number.NaN : Number(text.trim().replace(decimal, '.'))),
  };
}

export function usePoints(): Points {
  const locale = useLocale();
  return useMemo(() => pointsIn(locale), [locale]);
}
