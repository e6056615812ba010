// Coming in: a guest by a link, a first visitor by the sample, an instructor with a text of their own, and closed doors.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { choose, expect, isSaved, newPage, note, selectWords, storyText, test } from './story.ts';

test('[U54] a guest goes from the link to a first highlight', async ({ guest }) => {
  const ada = await guest('Ada');
  await selectWords(ada, 'Count instead the children');
  await ada.keyboard.press('h');
  await expect(ada.getByRole('complementary', { name: 'Notes' }).getByText('Highlight')).toBeVisible();
  await isSaved(ada);
});

test('one click opens the sample debate, and a first answer is on disk', async ({
  browser,
  server,
  problems,
  losesNetwork,
}) => {
  losesNetwork.value = true;
  const page = await newPage(browser, problems);
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Try the sample debate' }).click();
  await expect(page.getByRole('heading', { name: 'Pressure Is Not a Plan' })).toBeVisible();
  await isSaved(page);
  await putHintsAway(page);
  await page
    .getByRole('button', { name: /Open the thread of Ada O\./ })
    .first()
    .click();
  await page
    .getByRole('list', { name: /^Answer Ada O\. with/ })
    .getByRole('button', { name: 'Agree', exact: true })
    .click();
  await page.getByRole('textbox', { name: 'Answer Ada O.' }).fill('The exit is what makes it credible.');
  await page.getByRole('textbox', { name: 'Answer Ada O.' }).press('Control+Enter');
  // The box goes once the words are in the outbox: from then on "Saved" speaks of them, too.
  await expect(page.getByRole('textbox', { name: 'Answer Ada O.' })).toHaveCount(0);
  await isSaved(page);
  await server.crashAndRestart();
  await page.context().close();
  const again = await newPage(browser, []);
  await again.goto(server.url);
  await again.getByRole('button', { name: 'Try the sample debate' }).click();
  await again
    .getByRole('button', { name: /Open the thread of Ada O\./ })
    .first()
    .click();
  await expect(again.getByText('The exit is what makes it credible.')).toBeVisible();
  await again.context().close();
});

/** A newcomer is told three things, one after the other, by keyboard; none of them comes back. */
async function putHintsAway(page: Page): Promise<void> {
  const hint = page.getByRole('note', { name: 'Hint' });
  await expect(hint).toContainText('Select any words');
  await expect(page.getByRole('status').filter({ hasText: 'Hint: Select any words' })).toBeAttached();
  const put = hint.getByRole('button', { name: 'Got it' });
  await put.focus();
  await page.keyboard.press('Enter');
  await expect(hint).toContainText('Tinted words have notes');
  await page.keyboard.press('Enter');
  await expect(hint).toContainText('leads to the next note');
  await page.keyboard.press('Enter');
  await expect(hint).toHaveCount(0);
  await expect(page.getByText('In September 2017')).toBeFocused();
  await page.reload();
  await isSaved(page);
  await expect(hint).toHaveCount(0);
}

test('an instructor signs up, pastes a text, opens a discussion and invites someone into it', async ({
  browser,
  server,
  problems,
}) => {
  const ines = await newPage(browser, problems);
  await ines.goto(`${server.url}/sign-up`);
  await ines.getByRole('textbox', { name: 'Name' }).fill('Ines');
  await ines.getByRole('textbox', { name: 'E-mail' }).fill('ines@example.org');
  await ines.getByLabel('Password', { exact: true }).fill('a long enough password');
  await ines.getByRole('button', { name: 'Create account' }).click();
  await ines.waitForURL('**/library');
  await ines.getByRole('link', { name: 'Bring in a text' }).click();
  await ines.getByRole('textbox', { name: 'Text' }).fill(storyText);
  await ines.getByRole('button', { name: 'See how it reads' }).click();
  await ines.getByRole('textbox', { name: 'Title', exact: true }).fill('Open the Library on Sundays');
  await ines.getByRole('button', { name: 'Publish and discuss' }).click();
  await ines.waitForURL('**/rooms/*');
  await isSaved(ines);
  await expect(ines.getByRole('heading', { name: 'Open the Library on Sundays', level: 1 })).toBeVisible();

  await ines.getByRole('button', { name: 'Invite' }).click();
  const dialog = ines.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make an invite link' }).click();
  const link = dialog.getByRole('textbox', { name: /Invite link/ });
  const bea = await newPage(browser, problems);
  await bea.goto(await link.inputValue());
  await bea.getByLabel('Your name').fill('Bea');
  await bea.getByRole('button', { name: 'Join the discussion' }).click();
  await bea.waitForURL('**/rooms/*');
  await isSaved(bea);
  await ines.keyboard.press('Escape');
  await note(bea, 'Ask', 'Opening it costs one salary', 'Whose salary?');
  await expect(ines.getByText('Whose salary?').first()).toBeVisible();
  await ines.context().close();
  await bea.context().close();
});

test('[U47] who is not invited sees a door, not the room; each door says why, and what to do', async ({
  browser,
  server,
  room,
  guest,
  problems,
  losesNetwork,
}) => {
  const stranger = await newPage(browser, problems);
  await stranger.goto(room.url);
  await expect(stranger).toHaveURL(/\/sign-in\?next=/);
  await stranger.goto(room.invite.replace(/.{8}$/, 'xxxxxxxx'));
  await expect(stranger.getByRole('heading', { name: 'This link is not complete' })).toBeVisible();
  await expect(stranger.getByLabel('Your name')).toHaveCount(0);
  await stranger.context().close();

  // Chromium logs a page that is answered with 404 as an error.
  const outsider = await newPage(browser, []);
  const signedUp = await outsider.request.post(`${server.url}/api/accounts`, {
    data: { name: 'Olu', email: 'olu@example.org', password: 'a long enough password' },
    headers: { origin: server.url },
  });
  expect(signedUp.ok()).toBe(true);
  await outsider.goto(room.url);
  await expect(outsider.getByRole('heading', { name: 'There is no such discussion for you' })).toBeVisible();
  await outsider.goto(`${server.url}/nowhere`);
  await expect(outsider.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  await outsider.getByRole('link', { name: 'Go to your library' }).click();
  await expect(outsider.getByRole('heading', { name: 'Your first discussion, in a minute' })).toBeVisible();
  await outsider.context().close();

  // Signed out in another tab: one reads on, and is told how to come back to this very room.
  losesNetwork.value = true;
  const ada = await guest('Ada');
  const ended = await ada.request.delete(`${server.url}/api/sessions/current`, {
    headers: { origin: server.url },
  });
  expect(ended.ok()).toBe(true);
  await expect(ada.getByText('You are signed out')).toBeVisible();
  await expect(ada.getByText('A quiet room with a lamp')).toBeVisible();
  await ada.getByRole('link', { name: 'Sign in' }).click();
  await expect(ada).toHaveURL(new RegExp(`/sign-in\\?next=%2Frooms%2F${room.roomId}`));
  // What the tab asked while it was signed out was refused, and Chromium logs that as an error.
  problems.splice(0, problems.length, ...problems.filter((line) => !line.includes('status of 401')));
});

test('[U48] what someone chose on one device holds on another', async ({ browser, server, problems }) => {
  const account = { name: 'Uma', email: 'uma@example.org', password: 'a long enough password' };
  const enter = async (path: string, data: object) => {
    const page = await newPage(browser, problems);
    const answer = await page.request.post(`${server.url}/api${path}`, {
      data,
      headers: { origin: server.url },
    });
    expect(answer.ok()).toBe(true);
    await page.goto(`${server.url}/settings`);
    return page;
  };
  const radios = ['Dark', 'Large', 'Narrow', 'Loose', 'As dots'];
  const choices = [
    ['Single letters as shortcuts', 'off'],
    ['What a screen reader is told while you read', 'replies'],
    ['In discussions', 'invisible'],
    ['Highlighted passages', 'marks'],
  ] as const;
  const laptop = await enter('/accounts', account);
  for (const label of radios) {
    const kept = laptop.waitForResponse('**/api/account/manners');
    await laptop.getByText(label, { exact: true }).click();
    await kept;
  }
  for (const [label, value] of choices) {
    const kept = laptop.waitForResponse('**/api/account/manners');
    await choose(laptop.getByLabel(label), value);
    await kept;
  }
  const phone = await enter('/sessions', account);
  for (const label of radios) {
    await expect(phone.getByRole('radio', { name: label, exact: true })).toBeChecked();
  }
  for (const [label, value] of choices) await expect(phone.getByLabel(label)).toHaveValue(value);
  await expect(phone.locator('html')).toHaveAttribute('data-theme', 'dark');
  await laptop.context().close();
  await phone.context().close();
});

test('the text is there before any script runs', async ({ browser, server, problems }) => {
  const page = await newPage(browser, problems, { javaScriptEnabled: false });
  const made = await page.request.post(`${server.url}/api/demo`, {
    data: {},
    headers: { origin: server.url },
  });
  const { url } = (await made.json()) as { url: string };
  await page.goto(url.replace('localhost', '127.0.0.1'));
  await expect(page.getByText('In September 2017')).toBeVisible();
  await page.context().close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in the room, ${colorScheme}`, async ({ guest }) => {
    const ada = await guest('Ada', { colorScheme });
    await isClean(ada);
    await note(ada, 'Claim', 'Opening it costs one salary', 'The sum is the whole argument.');
    await ada.getByRole('button', { name: /Open the thread of Ada/ }).click();
    await isClean(ada);
    await selectWords(ada, 'Count instead the children');
    await isClean(ada);
  });
}

async function isClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`)).toEqual([]);
}
