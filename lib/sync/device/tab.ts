// One visit to a room in one browser tab. Tabs of one person share the outbox: an entry belongs to the tab that sends
// it, and the entries of a tab that is gone are taken over. A held Web Lock tells that a tab is alive.

export type Tab = {
  readonly id: string;
  isAlive(tab: string): Promise<boolean>;
  /** After this, other tabs may take over what this one left unsettled. */
  release(): void;
};

const lockPrefix = 'counterpoint-tab:';

/**
 * Names this visit and holds its lock.
 * Without Web Locks (an insecure origin) every other tab counts as gone: both then send the same words, which is harmless.
 */
export async function holdTab(): Promise<Tab> {
  const id = randomId();
  const locks = globalThis.navigator?.locks;
  if (!locks) return { id, isAlive: async () => false, release: () => {} };
  const released = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  void locks.request(lockPrefix + id, () => {
    held.resolve();
    return released.promise;
  });
  await held.promise;
  return {
    id,
    isAlive: async (tab) =>
      (await locks.query()).held?.some((lock) => lock.name === lockPrefix + tab) ?? false,
    release: () => released.resolve(),
  };
}

/** 96 random bits in hex. `crypto.randomUUID` is missing on insecure origins. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
