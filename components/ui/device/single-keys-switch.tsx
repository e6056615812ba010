'use client';
// Single letters as shortcuts, on or off: who speaks to their computer, or rests a hand on the keys, wants them off (U29).

import { Choice } from '../form/choice.tsx';
import { singleKeys } from './shortcuts.ts';

const options = [
  { value: 'on', label: 'On: n is the next unread note, ? lists all keys' },
  { value: 'off', label: 'Off' },
] as const;

export function SingleKeysSwitch() {
  const isOn = singleKeys.use();
  return (
    <Choice
      label="Single letters as shortcuts, on this device"
      value={isOn ? 'on' : 'off'}
      options={options}
      onChange={(value) => singleKeys.choose(value === 'on')}
    />
  );
}
