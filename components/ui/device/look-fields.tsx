'use client';
// How the text looks: theme, size, width, leading (U48). The same fields in the room's bar and in the settings.

import { Monitor, Moon, Sun } from 'lucide-react';
import type { Manners } from '#lib/model/manners.ts';
import { useChangeManners, useManners } from './manners.tsx';
import { Segments } from './segments.tsx';

type Options<Key extends keyof Manners> = readonly { value: Manners[Key]; label: string }[];

const themes = [
  { value: 'system', label: 'As the system', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const;
const sizes: Options<'size'> = [
  { value: 'small', label: 'Small' },
  { value: 'usual', label: 'Usual' },
  { value: 'large', label: 'Large' },
  { value: 'largest', label: 'Largest' },
];
const widths: Options<'width'> = [
  { value: 'narrow', label: 'Narrow' },
  { value: 'usual', label: 'Usual' },
  { value: 'wide', label: 'Wide' },
];
const leadings: Options<'leading'> = [
  { value: 'tight', label: 'Tight' },
  { value: 'usual', label: 'Usual' },
  { value: 'loose', label: 'Loose' },
];
const margins: Options<'margin'> = [
  { value: 'open', label: 'Beside the text' },
  { value: 'rail', label: 'As dots' },
  { value: 'hidden', label: 'Hidden' },
];

export function LookFields() {
  const { theme, size, width, leading, margin } = useManners();
  const change = useChangeManners();
  return (
    <>
      <Segments legend="Theme" value={theme} options={themes} onChange={(theme) => change({ theme })} />
      <Segments
        legend="Size of the text"
        value={size}
        options={sizes}
        onChange={(size) => change({ size })}
      />
      <Segments
        legend="Width of its lines"
        value={width}
        options={widths}
        onChange={(width) => change({ width })}
      />
      <Segments
        legend="Space between lines"
        value={leading}
        options={leadings}
        onChange={(leading) => change({ leading })}
      />
      <Segments legend="Notes" value={margin} options={margins} onChange={(margin) => change({ margin })} />
    </>
  );
}
