// A choice of on or off that this device keeps, heard at once by every part that asks. Never known to the server, whose
// page is the same for all.

import { useSyncExternalStore } from 'react';

export type DeviceChoice = {
  /** In a component: the choice as it stands, `initial` while rendered by the server. */
  use(): boolean;
  choose(on: boolean): void;
};

export function deviceChoice(name: string, initial: boolean): DeviceChoice {
  const key = `counterpoint:${name}`;
  const listeners = new Set<() => void>();
  let chosen: boolean | null = null;
  const read = () => {
    chosen ??= kept(key) ?? initial;
    return chosen;
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    use: () => useSyncExternalStore(subscribe, read, () => initial),
    choose(on) {
      chosen = on;
      keep(key, on);
      for (const listener of [...listeners]) listener();
    },
  };
}

function kept(key: string): boolean | null {
  try {
    const value = localStorage.getItem(key);
    return value === null ? null : value === 'on';
  } catch {
    // Without storage the choice lasts as long as the page.
    return null;
  }
}

function keep(key: string, on: boolean): void {
  try {
    localStorage.setItem(key, on ? 'on' : 'off');
  } catch {
    // As above.
  }
}
