'use client';
// "Aa" in the room's bar: how the text looks and where its notes stand, over the text itself (U48, U12). Loaded late.

import { ALargeSmall } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { LookFields } from '#components/ui/device/look-fields.tsx';
import { useChangeManners, useManners } from '#components/ui/device/manners.tsx';
import { PopoverButton } from '#components/ui/over/popover.tsx';
import spoken from '#components/ui/spoken.module.css';
import styles from './look-menu.module.css';

export function LookMenu() {
  const { invisible } = useManners();
  const change = useChangeManners();
  const t = useTranslations('room.bar');
  return (
    <PopoverButton
      title={t('look')}
      className={styles.trigger}
      face={
        <>
          <ALargeSmall aria-hidden />
          <span className={spoken.only}>{t('look')}</span>
        </>
      }
    >
      <div className={styles.fields}>
        <LookFields />
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={invisible}
            onChange={(event) => change({ invisible: event.target.checked })}
          />
          <span>
            {t('invisible')}
            <small>{t('invisibleHelp')}</small>
          </span>
        </label>
        <a href="/settings">{t('settings')}</a>
      </div>
    </PopoverButton>
  );
}
