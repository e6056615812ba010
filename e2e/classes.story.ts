// A class: made from a file, and come to by those it expects.

import type { Browser, Page } from '@playwright/test';
import type { AppServer } from './server.ts';
import { expect, isSaved, newPage, storyText, test } from './story.ts';

const password = 'a long enough password';

async function signUp(browser: Browser, server: AppServer, name: string, problems: string[]): Promise<Page> {
  const page = await newPage(browser, problems);
  await page.goto(`${server.url}/sign-up`);
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(`${name.toLowerCase()}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL('**/library');
  return page;
}

/** Thirty students in six groups, as a sheet. */
function sheet(): string {
  const lines = Array.from(
    { length: 30 },
    (_, i) => `Student ${i + 1},s${i + 1}@example.org,Group ${(i % 6) + 1}`,
  );
  return ['name,e-mail,group', ...lines].join('\n');
}

/** An instructor with a course of that sheet and an assignment on the story's text. */
async function makeClass(browser: Browser, server: AppServer, problems: string[], rows = sheet()) {
  const ines = await signUp(browser, server, 'Ines', problems);
  await ines
    .getByRole('link', { name: /course/i })
    .first()
    .click();
  await ines.waitForURL('**/spaces/*');
  const spaceUrl = ines.url();
  await ines.getByRole('link', { name: 'Roster' }).click();
  await ines.getByRole('button', { name: 'Add from a file' }).click();
  await ines
    .getByLabel('Roster file')
    .setInputFiles({ name: 'class.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await ines
    .getByRole('dialog')
    .getByRole('button', { name: /^Add \d+ (people|person)$/ })
    .click();
  await expect(
    ines
      .getByRole('status')
      .filter({ hasText: /people/ })
      .first(),
  ).toBeVisible();
  await ines.goto(`${server.url}/assignments/new?space=${spaceUrl.split('/').at(-1)}`);
  await ines.getByRole('textbox', { name: 'Text' }).fill(storyText);
  await ines.getByRole('button', { name: 'See how it reads' }).click();
  await ines.getByRole('button', { name: 'Publish and set the assignment' }).click();
  await ines.waitForURL('**/assignments/new?*');
  return { ines, spaceUrl };
}

test('a class of 30 in 6 groups from a CSV; who is expected signs up and is in their group', async ({
  browser,
  server,
  problems,
}) => {
  const { ines } = await makeClass(browser, server, problems);
  await ines.getByLabel('Prompt').fill('Which answer is stronger, and why?');
  await ines.getByLabel('Notes due').fill('2031-03-04T18:00');
  await ines.getByRole('button', { name: 'Set the assignment' }).click();
  await ines.waitForURL(/assignments\/[\w-]{10,}$/);
  const rooms = ines.getByRole('list', { name: 'Discussions' }).getByRole('listitem');
  await expect(rooms).toHaveCount(6);
  await expect(rooms.first()).toContainText('0 of 5 here');
  const student = await signUp(browser, server, 'S8', problems);
  await student
    .getByRole('link', { name: /Group 2/ })
    .first()
    .click();
  await isSaved(student);
  await expect(student.getByText('Which answer is stronger, and why?')).toBeVisible();
  await expect(
    student.getByText(/Notes due 4 Mar 2031 · you have 0 of 3 notes and 0 of 2 replies/),
  ).toBeVisible();
  await ines.reload();
  await expect(rooms.nth(1)).toContainText('1 of 5 here');
  await ines.context().close();
  await student.context().close();
});
