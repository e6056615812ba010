'use client';
// How one is told things, and what one tells of oneself: keys, announcements, presence, marks for screen readers.

import { useTranslations } from 'use-intl/react';
import { announcements } from '#lib/model/manners.ts';
import { Choice } from '../form/choice.tsx';
import { useChangeManners, useManners } from './manners.tsx';

const onOff = ['on', 'off'] as const;
const presence = ['seen', 'invisible'] as const;
const passages = ['painted', 'marks'] as const;

export function TellingFields() {
  const manners = useManners();
  const change = useChangeManners();
  const t = useTranslations('ui.telling');
  return (
    <>
      <Choice
        label={t('keys.legend')}
        value={manners.keys ? 'on' : 'off'}
        options={onOff.map((value) => ({ value, label: t(`keys.${value}`) }))}
        onChange={(value) => change({ keys: value === 'on' })}
      />
      <Choice
        label={t('announcements.legend')}
        value={manners.announcements}
        options={announcements.map((value) => ({ value, label: t(`announcements.${value}`) }))}
        onChange={(announcements) => change({ announcements })}
      />
      <Choice
        label={t('presence.legend')}
        value={manners.invisible ? 'invisible' : 'seen'}
        options={presence.map((value) => ({ value, label: t(`presence.${value}`) }))}
        onChange={(value) => change({ invisible: value === 'invisible' })}
      />
      <Choice
        label={t('passages.legend')}
        value={manners.marks ? 'marks' : 'painted'}
        options={passages.map((value) => ({ value, label: t(`passages.${value}`) }))}
        onChange={(value) => change({ marks: value === 'marks' })}
      />
    </>
  );
}
