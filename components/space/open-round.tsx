'use client';
// Opens a debate round on a reading: choose a format, and one is in its room. Who sits where is said there.

import { Swords } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import * as v from 'valibot';
import { send } from '#components/ui/form/request.ts';
import { Menu } from '#components/ui/over/menu.tsx';
import { MenuItem } from '#components/ui/over/menu-item.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import { type PresetId, presetIds, presetNames } from '#lib/model/round/presets.ts';
import styles from './open-round.module.css';

const opened = v.object({ id: v.string() });

/** The ways to open one, beside each other. */
export function Openers({ children }: { children: ReactNode }) {
  return <div className={styles.openers}>{children}</div>;
}

export function OpenRound({ readingId }: { readingId: string }) {
  const t = useTranslations('library.open');
  const open = async (preset: PresetId) => {
    const answer = await send('/rooms', opened, { body: { readingId, format: { preset } } });
    if (answer.ok) window.location.assign(`/rooms/${answer.value.id}/flow`);
    else showToast(answer.problem.message);
  };
  return (
    <Menu
      label={t('round')}
      face={
        <span className={styles.face}>
          <Swords aria-hidden />
          {t('round')}
        </span>
      }
    >
      {presetIds.map((preset) => (
        <MenuItem key={preset} onAction={() => void open(preset)}>
          {presetNames[preset]}
        </MenuItem>
      ))}
    </Menu>
  );
}
