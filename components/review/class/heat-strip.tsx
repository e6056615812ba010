// The heat strip: the paragraphs in order, and of each how many people spoke, asked and disagreed there. A picture with
// a table as its twin; a paragraph leads to its words.

import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl/react';
import spoken from '#components/ui/spoken.module.css';
import type { HeatCell } from '#lib/model/review/heat.ts';
import css from './heat-strip.module.css';

const rows = [
  { key: 'people', color: 'var(--claim-ink)' },
  { key: 'questions', color: 'var(--asks)' },
  { key: 'disagreement', color: 'var(--rebuts)' },
] as const;

type Props = {
  heat: readonly HeatCell[];
  /** What a paragraph is called: its number, or null for a heading. */
  numberOf: (block: number) => number | null;
  /** Where a paragraph is read. */
  hrefOf: (block: number) => string;
};

export function HeatStrip({ heat, numberOf, hrefOf }: Props) {
  const t = useTranslations('review.class.heat');
  const cells = heat.filter(({ block }) => numberOf(block) !== null);
  const most = Math.max(1, ...cells.map(({ people }) => people));
  return (
    <div className={css.scroller}>
      <table className={css.strip}>
        <caption className={spoken.only}>{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className={spoken.only}>{t('paragraph')}</span>
              <span aria-hidden="true">¶</span>
            </th>
            {cells.map(({ block }) => (
              <th key={block} scope="col">
                <a href={hrefOf(block)}>{numberOf(block)}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, color }) => (
            <tr key={key} style={{ '--c': color } as CSSProperties}>
              <th scope="row">{t(key)}</th>
              {cells.map((cell) => (
                <td
                  key={cell.block}
                  data-zero={cell[key] === 0}
                  style={{ '--heat': `${Math.round((70 * cell[key]) / most)}%` } as CSSProperties}
                >
                  {cell[key] || <span className={spoken.only}>0</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
