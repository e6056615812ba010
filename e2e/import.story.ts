// Bringing in a file, from choosing it to the discussion on it.

import { join } from 'node:path';
import { expect, newPage, test } from './story.ts';

const office = join('lib', 'exchange', 'fixtures', 'office');

test('an instructor brings in a PDF of two columns, mends its title and its blocks, and discusses it', async ({
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

  // Two items came in as one paragraph: divided where the second begins, each made an item again, by keys alone.
  await page.getByRole('button', { name: 'Correct it' }).click();
  const merged = page.getByRole('textbox', { name: /^Paragraph 11, page 2$/ });
  await merged.focus();
  await merged.evaluate((field: HTMLTextAreaElement) => {
    const at = field.value.indexOf('run one bus');
    field.setSelectionRange(at, at);
  });
  await page.keyboard.press('Enter');
  const second = page.getByRole('textbox', { name: /^Paragraph 12, page 2$/ });
  await expect(second).toHaveValue(/^run one bus/);
  await expect(second).toBeFocused();
  await expect(page.getByRole('region', { name: 'As found' })).toContainText('run one bus, one way');
  await page.getByRole('combobox', { name: 'What Paragraph 12 is' }).selectOption('List item');
  await page.getByRole('textbox', { name: /^List item 12/ }).focus();
  await page.keyboard.press('Alt+F10');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+Backspace');
  await expect(page.getByText('run one bus')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('textbox', { name: /^List item 12/ })).toBeFocused();

  // A reload keeps what is begun.
  await page.reload();
  await page.getByRole('button', { name: 'Correct it' }).click();
  await expect(page.getByRole('textbox', { name: /^List item 12/ })).toHaveValue(/^run one bus/);
  await page.getByRole('button', { name: 'Publish and discuss' }).click();
  await page.waitForURL(/\/rooms\//);
  await expect(page.getByRole('listitem').filter({ hasText: /^\d*run one bus/ })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nobody Parks on a Bean');
  await expect(page.getByText('I garden there. That makes me a party to the quarrel')).toBeVisible();
});
