// The ways that every view of a room has: the palette and the list of keys. Both come late, when first asked for.

import dynamic from 'next/dynamic';
import { useEffect, useEffectEvent, useState } from 'react';
import { useShortcuts } from '#components/ui/device/shortcuts.ts';

const HelpDialog = dynamic(() => import('./help-dialog.tsx').then((module) => module.HelpDialog), {
  ssr: false,
});
const RoomPalette = dynamic(() => import('./room-palette.tsx').then((module) => module.RoomPalette), {
  ssr: false,
});

type Shown = 'help' | 'palette' | null;

export function Wayfinding() {
  const [shown, setShown] = useState<Shown>(null);
  const close = () => setShown(null);
  useShortcuts({ '?': () => setShown('help') });
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (
      event.key.toLowerCase() !== 'k' ||
      !(event.ctrlKey || event.metaKey) ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    setShown('palette');
  });
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  if (shown === 'help') return <HelpDialog onClose={close} />;
  return shown === 'palette' ? <RoomPalette onClose={close} onHelp={() => setShown('help')} /> : null;
}
