// A choice that this device keeps, heard at once by every part that asks. Never known to the server, whose page is the
// same for all.

import { useSyncExternalStore } from 'react';

export type DeviceValue<T> = {
  /** In a component: the choice as it stands, `initial` while rendered by the server. */
  use(): T;
  choose(value: T): void;
};

export type DeviceChoice = DeviceValue<boolean>;

/** On or off. */
export function deviceChoice(name: string, initial: boolean): DeviceChoice {
  return deviceValue(name, initial, {
    read: (text) => text === 'on',
    write: (on) => (on ? 'on' : 'off'),
  });
}

/** A whole number between two others; what was kept and is none of these counts as nothing. */
export function deviceNumber(
  name: string,
  initial: number,
  [least, most]: [number, number],
): DeviceValue<number> {
  const read = (text: string) => {
    const value = Number(text);
    return Number.isSafeInteger(value) && value >= least && value <= most ? value : null;
  };
  return deviceValue(name, initial, { read, write: String });
}

/** How a value is kept as text; null for a text that says nothing. */
type Writing<T> = { read: (text: string) => T | null; write: (value: T) => string };

function deviceValue<T>(name: string, initial: T, { read, write }: Writing<T>): DeviceValue<T> {
  const key = `counterpoint:${name}`;
  const listeners = new Set<() => void>();
  let chosen: T | null = null;
  const now = () => {
    const text = chosen === null ? kept(key) : null;
    chosen ??= (text === null ? null : read(text)) ?? initial;
    return chosen;
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    use: () => useSyncExternalStore(subscribe, now, () => initial),
    choose(value) {
      chosen = value;
      keep(key, write(value));
      for (const listener of [...listeners]) listener();
    },
  };
}

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Without storage the choice lasts as long as the page.
    return null;
  }
}

function keep(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // As above.
  }
}
