// For tests: instants at which the process kills itself as a power cut would, chosen by FAILPOINT in the environment
// (DUR3). The settings refuse it outside of tests.

import { type Failpoint, settings } from '#lib/data/settings.ts';

let timesReached = 0;

/** Marks an instant. Outside of tests nothing happens. */
export function reach(name: Failpoint): void {
  const { failpoint } = settings();
  if (failpoint?.name !== name) return;
  timesReached++;
  if (timesReached === failpoint.nth) process.kill(process.pid, 'SIGKILL');
}
