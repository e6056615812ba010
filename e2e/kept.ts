// For stories without a network: waits until a page is wholly on its device.

import type { Page } from '@playwright/test';
import { expect } from './story.ts';

/** The service worker holds this page of the room, and the code of all its parts. */
export async function isKept(page: Page, path: string): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(
          async (wanted) => (await caches.match(wanted, { ignoreVary: true })) !== undefined,
          path,
        ),
      {
        timeout: 60_000,
      },
    )
    .toBe(true);
  await page.evaluate(async () => {
    let last = -1;
    for (;;) {
      const names = (await caches.keys()).filter((name) => name.startsWith('code:'));
      const counts = await Promise.all(
        names.map(async (name) => (await (await caches.open(name)).keys()).length),
      );
      const sum = counts.reduce((a, b) => a + b, 0);
      if (sum === last && sum > 30) return;
      last = sum;
      await new Promise((later) => setTimeout(later, 1000));
    }
  });
}
