'use client';
// Which version of the text one reads, who made it, and the way to correct it.

import { useTranslations } from 'use-intl/react';
import { LinkButton } from '#components/ui/form/button.tsx';
import { Time } from '#components/ui/time.tsx';
import css from './versions.module.css';

type Props = {
  reading: { id: string; number: number };
  /** The newest first. */
  editions: readonly { number: number; createdAt: string; by: string | null }[];
  mayCorrect: boolean;
};

export function Versions({ reading, editions, mayCorrect }: Props) {
  const t = useTranslations('imports.correction');
  if (editions.length < 2 && !mayCorrect) return null;
  return (
    <div className={css.versions}>
      {editions.length > 1 && (
        <ol className={css.list} aria-label={t('versions.label')}>
          {editions.map(({ number, createdAt, by }) => (
            <li key={number} aria-current={number === reading.number || undefined}>
              {t.rich(by ? 'versions.by' : 'versions.one', {
                number: String(number),
                name: by ?? '',
                time: () => <Time at={createdAt} />,
              })}
            </li>
          ))}
        </ol>
      )}
      {mayCorrect && <LinkButton href={`/readings/${reading.id}/correct`}>{t('title')}</LinkButton>}
    </div>
  );
}
