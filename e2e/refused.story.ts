// What the server would not take comes back to whoever wrote it, on the device where they wrote it; all the rest is saved.

import type { Browser, Page } from '@playwright/test';
import { join, openRound, seat } from './debate.ts';
import {
  choosePostAct,
  expect,
  isSaved,
  newPage,
  note,
  openThread,
  type Room,
  selectWords,
  test,
} from './story.ts';

test('[GATE10] answers to a thread that was locked meanwhile come back as drafts on two devices, and all else is saved', async ({
  browser,
  server,
  room,
  losesNetwork,
  problems,
}) => {
  test.setTimeout(300_000);
  losesNetwork.value = true;
  const ines = await newPage(browser, problems);
  const [link] = await server.cli<{ url: string }>('invite', room.roomId, '--role', 'assistant');
  await signUp(ines, server.url, 'Ines');
  await joinBy(ines, link?.url ?? '', room);
  await note(ines, 'Claim', 'habits are dearer to bring back than people', 'So open the doors.');
  await isSaved(ines);

  // Bea has a laptop and a phone, and neither has a network when Ines locks the thread.
  const laptop = await newPage(browser, problems);
  await signUp(laptop, server.url, 'Bea');
  await joinBy(laptop, room.invite, room);
  const phone = await secondDevice(browser, laptop, problems);
  await phone.goto(room.url);
  await isSaved(phone);
  const devices = [laptop, phone];
  for (const device of devices) {
    await openThread(device, 'So open the doors');
    await device.getByRole('button', { name: 'Disagree', exact: true }).click();
    await device.context().setOffline(true);
  }
  await answer(laptop, 'Written on the laptop.');
  await answer(phone, 'Written on the phone.');
  await laptop.keyboard.press('Escape');
  await note(laptop, 'Ask', 'A quiet room with a lamp', 'Who lights it?');
  await openThread(ines, 'So open the doors');
  await choosePostAct(ines, 'Lock the thread');
  await isSaved(ines);

  for (const device of devices) await device.context().setOffline(false);
  await expect(ines.getByText('Who lights it?').first()).toBeVisible();
  for (const [device, own, other] of [
    [laptop, 'Written on the laptop.', 'Written on the phone.'],
    [phone, 'Written on the phone.', 'Written on the laptop.'],
  ] as const) {
    const refused = device.getByRole('region', { name: 'Not taken by the server' });
    await expect(refused).toContainText('An instructor has locked this.');
    await expect(refused).toContainText(own);
    await expect(refused).not.toContainText(other);
    // It is still there after the page was loaded anew, and what was taken is, too.
    await device.reload();
    await expect(refused).toContainText(own);
    await expect(device.getByText('Who lights it?').first()).toBeVisible();
  }

  // The thread is opened again: both say their words once more, and everyone has each of them once.
  await choosePostAct(ines, 'Unlock the thread');
  await isSaved(ines);
  for (const device of devices) {
    await device.getByRole('button', { name: 'Use again' }).click();
    await device.getByRole('textbox', { name: 'Answer Ines' }).press('Control+Enter');
    await isSaved(device);
    await expect(device.getByRole('region', { name: 'Not taken by the server' })).toHaveCount(0);
  }
  for (const words of ['Written on the laptop.', 'Written on the phone.'])
    await expect(ines.getByRole('article').filter({ hasText: words })).toHaveCount(1);
  for (const page of [ines, ...devices]) await page.context().close();
});

test('[GATE10] a card made while its round was closed comes back whole, and is saved once the round is open again', async ({
  browser,
  server,
  losesNetwork,
  problems,
}) => {
  test.setTimeout(300_000);
  losesNetwork.value = true;
  const round = await openRound(browser, server, problems);
  const { coach } = round;
  const ann = await join(browser, problems, round, 'Ann');
  await seat(coach, 'Ann', { side: 'Pro' });
  await expect(ann.getByText('You flow for Pro')).toBeVisible();
  await ann.goto(round.url.replace(/\/flow$/, ''));
  await isSaved(ann);

  // Ann's train goes into a tunnel while she cuts a card; the round is closed meanwhile.
  await selectWords(ann, 'Opening it costs one salary');
  await ann.keyboard.press('e');
  const editor = ann.getByRole('dialog', { name: 'Card' });
  await editor.getByRole('textbox', { name: 'Tag' }).fill('Opening costs little');
  await editor.getByRole('textbox', { name: 'Author' }).fill('Mara Lind');
  await editor.getByRole('combobox', { name: 'Save to' }).selectOption('side');
  await ann.context().setOffline(true);
  await editor.getByRole('button', { name: 'Save card' }).click();
  await expect(editor).toHaveCount(0);
  await setOpen(coach, server.url, false);
  await ann.context().setOffline(false);

  const refused = ann.getByRole('region', { name: 'Not taken by the server' });
  await expect(refused).toContainText('Opening costs little');
  await expect(refused).toContainText('Mara Lind');
  await setOpen(coach, server.url, true);
  await expect(ann.getByText('Closed', { exact: true })).toHaveCount(0);
  await refused.getByRole('button', { name: 'Use again' }).click();
  await expect(refused).toHaveCount(0);
  await expect(editor.getByRole('textbox', { name: 'Tag' })).toHaveValue('Opening costs little');
  await expect(editor.getByRole('textbox', { name: 'Author' })).toHaveValue('Mara Lind');
  await editor.getByRole('button', { name: 'Save card' }).click();
  await expect(editor).toHaveCount(0);
  await isSaved(ann);
  await expect(refused).toHaveCount(0);
  for (const page of [coach, ann]) await page.context().close();
});

/** Whoever may opens or closes the room that the page shows. */
async function setOpen(page: Page, origin: string, open: boolean): Promise<void> {
  const id = /rooms\/([^/]+)/.exec(page.url())?.[1];
  const changed = await page
    .context()
    .request.patch(`${origin}/api/rooms/${id}`, { data: { closed: !open }, headers: { origin } });
  expect(changed.ok()).toBe(true);
}

async function signUp(page: Page, url: string, name: string): Promise<void> {
  const account = { name, email: `${name.toLowerCase()}@example.org`, password: 'a long enough password' };
  const made = await page
    .context()
    .request.post(`${url}/api/accounts`, { data: account, headers: { origin: url } });
  expect(made.ok()).toBe(true);
}

async function joinBy(page: Page, invite: string, room: Room): Promise<void> {
  await page.goto(invite);
  await page.getByRole('button', { name: 'Join the discussion' }).click();
  await page.waitForURL(`**/rooms/${room.roomId}`);
  await isSaved(page);
}

/** Another browser in which the same person is signed in. */
async function secondDevice(browser: Browser, page: Page, problems: string[]): Promise<Page> {
  const device = await newPage(browser, problems);
  await device.context().addCookies(await page.context().cookies());
  return device;
}

async function answer(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Answer Ines' }).fill(words);
  await page.getByRole('textbox', { name: 'Answer Ines' }).press('Control+Enter');
  await expect(page.getByText(words).first()).toBeVisible();
}
