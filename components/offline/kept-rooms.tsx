'use client';
// What can be opened without a network: the discussions kept on this device. Plain links, because only a whole page load
// reaches the service worker.

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Section } from '#components/ui/page/page.tsx';
import { type KeptPage, keptPages } from '#lib/sync/device/pages.ts';
import css from './kept-rooms.module.css';

export function KeptRooms() {
  const t = useTranslations('room');
  const [kept, setKept] = useState<KeptPage[] | null>(null);
  useEffect(() => {
    keptPages().then(setKept, () => setKept([]));
  }, []);
  if (kept === null) return null;
  return (
    <Section title={t('offline.kept')}>
      {kept.length === 0 ? (
        <p className={css.none}>{t('offline.nothingKept')}</p>
      ) : (
        <ul className={css.rooms}>
          {kept.map(({ path, title }) => (
            <li key={path}>
              <a href={path} dir="auto">
                {title || t('discussion')}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
