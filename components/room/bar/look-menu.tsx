'use client';
// "Aa" in the room's bar: how the text looks and where its notes stand, over the text itself (U48, U12). Loaded late.

import { ALargeSmall } from 'lucide-react';
import { LookFields } from '#components/ui/device/look-fields.tsx';
import { useChangeManners, useManners } from '#components/ui/device/manners.tsx';
import { PopoverButton } from '#components/ui/over/popover.tsx';
import spoken from '#components/ui/spoken.module.css';
import styles from './look-menu.module.css';

export function LookMenu() {
  const { invisible } = useManners();
  const change = useChangeManners();
  return (
    <PopoverButton
      title="How the text looks"
      className={styles.trigger}
      face={
        <>
          <ALargeSmall aria-hidden />
          <span className={spoken.only}>How the text looks</span>
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
            Invisible
            <small>Nobody sees that you are here, what you select, or whom you answer.</small>
          </span>
        </label>
        <a href="/settings">All settings</a>
      </div>
    </PopoverButton>
  );
}
