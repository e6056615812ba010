// On a bus without a network: a visited discussion opens, is read and answered; what was written arrives later. And what
// was kept goes with an update, with one's session, and with signing out.

import type { Page } from '@playwright/test';
import { isKept } from './kept.ts';
import { expect, isSaved, note, openThread, test } from './story.ts';

const cacheNames = (page: Page) => page.evaluate(async () => (await caches.keys()).sort());

test('[U28] a visited discussion opens, is read and answered without a network', async ({
  guest,
  server,
  room,
  losesNetwork,
}) => {
  losesNetwork.value = true;
  const path = `/rooms/${room.roomId}`;
  const [ada, bea] = await Promise.all([guest('Ada'), guest('Bea')]);
  await note(bea, 'Claim', 'staff have families too', 'Sundays are for families.');
  await isSaved(bea);
  await expect(ada.getByText('Sundays are for families.').first()).toBeVisible();
  await isKept(ada, path);

  await server.stop();
  await ada.context().setOffline(true);
  await ada.reload();
  await expect(ada.getByRole('heading', { name: 'The Library Should Open on Sundays' })).toBeVisible();
  await expect(ada.getByRole('status').filter({ hasText: /^Offline$/ })).toBeVisible();
  await openThread(ada, 'Sundays are for');
  await ada
    .getByRole('list', { name: /^Answer Bea with/ })
    .getByRole('button', { name: 'Disagree', exact: true })
    .click();
  await ada.getByRole('textbox', { name: 'Answer Bea' }).fill('Written on the bus.');
  await ada.getByRole('textbox', { name: 'Answer Bea' }).press('Control+Enter');
  await expect(ada.getByRole('status').filter({ hasText: '1 change only on this device' })).toBeVisible();

  // Still there when the page is opened anew, and other pages say what is safe.
  await ada.goto('about:blank');
  await ada.goto(`${server.url}/library`);
  await expect(ada.getByRole('heading', { name: /No connection/ })).toBeVisible();
  await expect(ada.getByText('What you wrote in discussions is safe')).toBeVisible();
  await ada.getByRole('link', { name: 'The Library Should Open on Sundays' }).click();
  await openThread(ada, 'Sundays are for');
  await expect(ada.getByText('Written on the bus.')).toBeVisible();

  await server.run();
  await ada.context().setOffline(false);
  await isSaved(ada);
  await openThread(bea, 'Sundays are for');
  await expect(bea.getByText('Written on the bus.')).toBeVisible();
});

test('what is kept offline goes with an update, with one’s session, and with signing out', async ({
  guest,
  server,
  room,
  losesNetwork,
}) => {
  losesNetwork.value = true;
  const path = `/rooms/${room.roomId}`;
  const [ada, bea] = await Promise.all([guest('Ada'), guest('Bea')]);
  await Promise.all([isKept(ada, path), isKept(bea, path)]);

  await server.restartWith({ APP_VERSION: 'another-build' });
  await ada.reload();
  await expect
    .poll(() => cacheNames(ada), { timeout: 60_000 })
    .toEqual(['code:another-build', 'pages:another-build']);
  await isKept(ada, path);
  await server.stop();
  await ada.reload();
  await expect(ada.getByRole('heading', { name: 'The Library Should Open on Sundays' })).toBeVisible();
  await server.run();
  await isSaved(ada);

  // Online, the server is asked first, and its no is remembered.
  await isKept(bea, path);
  await bea.goto('about:blank');
  const ended = await bea
    .context()
    .request.delete(`${server.url}/api/sessions/current`, { headers: { origin: server.url } });
  expect(ended.status()).toBe(204);
  await bea.goto(room.url);
  await bea.waitForURL('**/sign-in?*');
  await server.stop();
  await bea.goto(room.url);
  await expect(bea.getByRole('heading', { name: /No connection/ })).toBeVisible();
  await server.run();

  await isSaved(ada);
  await ada.goto(`${server.url}/library`);
  await ada.getByRole('button', { name: 'Ada: account' }).click();
  await ada.getByRole('menuitem', { name: 'Sign out' }).click();
  await ada.waitForURL(`${server.url}/`);
  const isForgotten = () =>
    ada.evaluate(async (wanted) => (await caches.match(wanted, { ignoreVary: true })) === undefined, path);
  await expect.poll(isForgotten).toBe(true);
});
