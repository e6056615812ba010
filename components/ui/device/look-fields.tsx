'use client';
// How the text looks: theme, size, width, leading (U48). The same fields in the room's bar and in the settings.

import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { leadings, margins, sizes, themes, widths } from '#lib/model/manners.ts';
import { useChangeManners, useManners } from './manners.tsx';
import { Segments } from './segments.tsx';

const icons = { system: Monitor, light: Sun, dark: Moon } as const;

export function LookFields() {
  const { theme, size, width, leading, margin } = useManners();
  const change = useChangeManners();
  const t = useTranslations('ui.look');
  return (
    <>
      <Segments
        legend={t('theme.legend')}
        value={theme}
        options={themes.map((value) => ({ value, label: t(`theme.${value}`), icon: icons[value] }))}
        onChange={(theme) => change({ theme })}
      />
      <Segments
        legend={t('size.legend')}
        value={size}
        options={sizes.map((value) => ({ value, label: t(`size.${value}`) }))}
        onChange={(size) => change({ size })}
      />
      <Segments
        legend={t('width.legend')}
        value={width}
        options={widths.map((value) => ({ value, label: t(`width.${value}`) }))}
        onChange={(width) => change({ width })}
      />
      <Segments
        legend={t('leading.legend')}
        value={leading}
        options={leadings.map((value) => ({ value, label: t(`leading.${value}`) }))}
        onChange={(leading) => change({ leading })}
      />
      <Segments
        legend={t('margin.legend')}
        value={margin}
        options={margins.map((value) => ({ value, label: t(`margin.${value}`) }))}
        onChange={(margin) => change({ margin })}
      />
    </>
  );
}
