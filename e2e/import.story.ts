// Bringing in a file, from choosing it to the discussion on it.

import { join } from 'node:path';
import { expect, newPage, test } from './story.ts';

const office = join('lib', 'exchange', 'fixtures', 'office');

test('an instructor brings in a PDF of two columns, mends its title, and discusses it', async ({
  browser,
  server,
  problems,
}) => {
  const page = await newPage(browser, problems);
  await page.goto(`${server.url}/sign-up`);
  await page.getByRole('textbox', { name: 'Name' }).fill('Imke');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('imke@example.org');
  await page.getByLabel('Password', { exact: true }).fill('a long enough password');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL('**/library');
  await page.getByRole('link', { name: 'Bring in a text' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();

  await page.locator('input[type=file]').setInputFiles(join(office, 'chromium-two.pdf'));
  const title = page.getByRole('textbox', { name: 'Title', exact: true });
  await expect(title).toHaveValue('Nobody Parks on a Cabbage');
  await expect(page.getByText('6 running heads and page numbers dropped.')).toBeVisible();
  await title.fill('Nobody Parks on a Bean');
  await page.getByRole('button', { name: 'Publish and discuss' }).click();
  await page.waitForURL(/\/rooms\//);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nobody Parks on a Bean');
  await expect(page.getByText('I garden there. That makes me a party to the quarrel')).toBeVisible();
});
