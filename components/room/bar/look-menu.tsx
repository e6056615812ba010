'use client';
// "Aa" in the room's bar: how the text looks and where its notes stand, over the text itself (U48, U12). Loaded late.

import { ALargeSmall } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { LookFields } from '#components/ui/device/look-fields.tsx';
import { useChangeManners, useManners } from '#components/ui/device/manners.tsx';
import styles from './look-menu.module.css';

export function LookMenu() {
  const { invisible } = useManners();
  const change = useChangeManners();
  return (
    <DialogTrigger>
      <Button aria-label="How the text looks" className={styles.trigger ?? ''}>
        <ALargeSmall aria-hidden />
      </Button>
      <Popover placement="bottom end" className={styles.popover ?? ''}>
        <Dialog aria-label="How the text looks" className={styles.dialog ?? ''}>
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
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
