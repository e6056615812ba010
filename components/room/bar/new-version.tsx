'use client';
// A corrected version of the text is there: offered, never forced, because the text never moves under a reader (U24).
// Taking it keeps the place one reads at.

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { useOpenRoom } from '../frame/open-room.ts';
import { usePassages } from '../scene/passages.ts';
import styles from './new-version.module.css';
import { placeInSight, type ReadingPlace, returnTo } from './reading-place.ts';

/** The numbers of the version on screen, and of the newest one as far as the server told of it. */
export function NewVersion({ shown, newest }: { shown: number; newest: number | null }) {
  const t = useTranslations('room.bar');
  const router = useRouter();
  const passages = usePassages();
  const { places } = useOpenRoom();
  const [isComing, begin] = useTransition();
  const place = useRef<ReadingPlace | null>(null);
  useEffect(() => {
    const left = place.current;
    if (!left || shown <= left.version) return;
    place.current = null;
    returnTo(left, passages, places);
  }, [shown, passages, places]);
  if (newest === null || newest <= shown) return null;
  const show = () => {
    place.current = placeInSight(shown, passages, places);
    begin(() => router.refresh());
  };
  return (
    <div className={styles.offer} role="status">
      <p>{t('newVersion')}</p>
      <Button look="primary" isPending={isComing} onPress={show}>
        {t('showVersion')}
      </Button>
    </div>
  );
}
