// The whole way by keys alone, from signing in to a rebuttal three deep, as a screen reader is told it: what has the
// focus by role and name, what is spoken, and how a thread is nested. Nothing here touches a mouse.

import type { Locator, Page } from '@playwright/test';
import { expect, isSaved, newPage, test } from './story.ts';

const most = 120;

/** Tab until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab');
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
  }
  throw new Error(`no way by Tab to ${target}`);
}

/** The same, and Enter. */
async function press(page: Page, role: 'button' | 'link', name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole(role, { name, exact: true }));
  await page.keyboard.press('Enter');
}

/** What the live regions say just now. */
async function says(page: Page, words: string): Promise<void> {
  const regions = page.locator('[aria-live], [role="status"]');
  await expect(regions.filter({ hasText: new RegExp(`^${words}$`) })).toBeAttached();
}

test('[U23] [U53] by keyboard alone: sign in, select by word and sentence, note, be answered, and answer that', async ({
  browser,
  server,
  room,
  problems,
}) => {
  const ada = await newPage(browser, problems);
  await withAccount(ada, server.url, room.invite, 'Ada');
  await ada.goto(server.url);
  await press(ada, 'link', 'Sign in');
  await ada.waitForURL('**/sign-in');
  // What is typed on a page that its script has not reached yet would be sent by the browser itself.
  await ada.waitForLoadState('networkidle');
  await tabTo(ada, ada.getByRole('textbox', { name: 'E-mail' }));
  await ada.keyboard.type('ada@example.org');
  await tabTo(ada, ada.getByLabel('Password', { exact: true }));
  await ada.keyboard.type('a long enough password');
  await ada.keyboard.press('Enter');
  await ada.waitForURL('**/library');
  await press(ada, 'link', /^The Library Should Open on Sundays/);
  await ada.waitForURL('**/rooms/*');
  await isSaved(ada);

  const bea = await newPage(browser, problems);
  await bea.goto(room.invite);
  await bea.waitForLoadState('networkidle');
  await expect(bea.getByRole('textbox', { name: 'Your name' })).toBeFocused();
  await bea.keyboard.type('Bea');
  await bea.keyboard.press('Enter');
  await bea.waitForURL('**/rooms/*');
  await isSaved(bea);

  // Straight to the text, from paragraph to paragraph, then by word and by sentence: each is spoken.
  await press(ada, 'button', 'Skip to the content');
  await ada.keyboard.press('Tab');
  while (!(await ada.locator('[data-block]:focus').count())) await ada.keyboard.press('Tab');
  while (!(await ada.locator(':focus').textContent())?.startsWith('A library that is closed'))
    await ada.keyboard.press('ArrowDown');
  await ada.keyboard.press('Enter');
  await says(ada, 'Selected: A');
  await ada.keyboard.press('ArrowRight');
  await says(ada, 'Selected: library');
  await ada.keyboard.press('Shift+ArrowRight');
  await says(ada, 'Selected: library that');
  await ada.keyboard.press('Escape');
  await says(ada, 'Stopped selecting.');
  await ada.keyboard.press('Enter');
  await ada.keyboard.press('Alt+ArrowRight');
  await says(
    ada,
    'Selected: A library that is closed on Sundays is closed to whoever works the other six days.',
  );
  await expect(ada.getByRole('toolbar', { name: 'Say something about the selected words' })).toBeVisible();
  // Bea sees whose words these are just now, for a moment.
  const tint = bea.getByRole('main').getByText('Ada', { exact: true });
  await expect(tint).toBeVisible();
  await expect(tint).toBeHidden();
  await ada.keyboard.press('c');
  await expect(ada.getByRole('textbox', { name: 'Your note' })).toBeFocused();
  await ada.keyboard.type('It shuts out those who work.');
  await ada.keyboard.press('Control+Enter');
  await expect(ada.getByRole('button', { name: /^Open the thread of Ada: It shuts/ })).toBeFocused();

  // Bea is told of it, goes there, and disagrees.
  await says(bea, 'New note\\. Ada: claim\\.');
  await bea.keyboard.press('n');
  await expect(bea.getByRole('article', { name: 'Ada: claim, new' })).toBeFocused();
  await press(bea, 'button', 'Well argued');
  await expect(ada.getByText('well argued 1')).toBeVisible();
  await press(bea, 'button', 'Disagree');
  await expect(bea.getByRole('textbox', { name: 'Answer Ada' })).toBeFocused();
  await bea.keyboard.type('They can come in the evening.');
  await bea.keyboard.press('Control+Enter');
  await expect(
    bea.getByRole('article', { name: 'Bea disagrees with Ada, reply 1 of 1, level 2' }),
  ).toBeFocused();

  // Ada answers that, choosing how with the arrows.
  await says(ada, 'New reply\\. Bea disagrees with Ada, reply 1 of 1, level 2\\.');
  await ada.keyboard.press('n');
  await expect(
    ada.getByRole('article', { name: 'Bea disagrees with Ada, reply 1 of 1, level 2, new' }),
  ).toBeFocused();
  await press(ada, 'button', 'Answer');
  await expect(ada.getByRole('textbox', { name: 'Answer Bea' })).toBeFocused();
  await ada.keyboard.type('It closes at five.');
  await expect(bea.getByText('Ada is answering…')).toBeVisible();
  await ada.keyboard.press('Control+Enter');
  await expect(ada.getByRole('alert').filter({ hasText: 'Choose how you answer first.' })).toBeVisible();
  await tabTo(ada, ada.getByRole('radio'));
  await ada.keyboard.press('Space');
  const disagree = ada.getByRole('radio', { name: 'Disagree' });
  for (let steps = 0; steps < 7 && !(await disagree.isChecked()); steps++)
    await ada.keyboard.press('ArrowRight');
  await ada.keyboard.press('Control+Enter');
  await expect(
    ada.getByRole('article', { name: 'Ada disagrees with Bea, reply 1 of 1, level 3' }),
  ).toBeFocused();
  await isSaved(ada);

  // A rebuttal in three levels, as lists in lists; on Bea's screen, which nobody touched, it is the same.
  await says(bea, 'New reply\\. Ada disagrees with Bea, reply 1 of 1, level 3\\.');
  for (const page of [ada, bea])
    await expect(page.getByRole('complementary', { name: 'Notes' })).toMatchAriaSnapshot(`
      - 'article /^Ada: claim/'
      - list "1 reply":
        - listitem:
          - article /^Bea disagrees with Ada, reply 1 of 1, level 2/
          - list "1 reply":
            - listitem:
              - article /^Ada disagrees with Bea, reply 1 of 1, level 3/
    `);

  // Esc goes back to where one read; the paragraph says what stands beside it.
  await ada.keyboard.press('Escape');
  await expect(ada.getByRole('complementary', { name: 'Notes' }).getByRole('article')).toHaveCount(0);
  await expect(ada.locator(':focus')).toHaveCount(1);
  await expect(ada.locator('body:focus')).toHaveCount(0);
  await press(ada, 'button', 'Skip to the content');
  await press(ada, 'button', '1 note on paragraph 2');
  await expect(ada.getByRole('article', { name: 'Ada: claim' })).toBeFocused();
  for (const page of [ada, bea]) await page.context().close();
});

/** Someone with an account in the room, signed out. */
async function withAccount(page: Page, url: string, invite: string, name: string): Promise<void> {
  const { request } = page.context();
  const headers = { origin: url };
  const email = `${name.toLowerCase()}@example.org`;
  const data = { name, email, password: 'a long enough password' };
  expect((await request.post(`${url}/api/accounts`, { data, headers })).ok()).toBe(true);
  const code = invite.split('/').at(-1);
  expect((await request.post(`${url}/api/join`, { data: { code }, headers })).ok()).toBe(true);
  await page.context().clearCookies();
}
