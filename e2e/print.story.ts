// A handout for the seminar: the text with its threads as numbered footnotes, without what was meant for oneself alone.

import { expect, isSaved, note, openThread, selectWords, test } from './story.ts';

test('[U49] who prints gets the text and what all may read, each thread under its number', async ({
  guest,
}) => {
  const [ada, bea] = await Promise.all([guest('Ada'), guest('Bea')]);
  await note(ada, 'Claim', 'staff have families too', 'Sundays are for families.');
  await note(ada, 'Ask', 'habits are dearer', 'Dearer by how much?');
  await selectWords(bea, 'nobody asked');
  await bea.getByRole('toolbar').getByRole('button', { name: 'Comment', exact: true }).click();
  await bea.getByLabel('Seen by').selectOption('private');
  await bea.getByRole('textbox', { name: 'Your note' }).fill('Ask my aunt at the council.');
  await bea.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(bea.getByText('Ask my aunt').first()).toBeVisible();
  await openThread(bea, 'Sundays are for');
  await bea
    .getByRole('list', { name: /^Answer Ada with/ })
    .getByRole('button', { name: 'Disagree', exact: true })
    .click();
  await bea.getByRole('textbox', { name: 'Answer Ada' }).fill('So are Mondays.');
  await bea.getByRole('textbox', { name: 'Answer Ada' }).press('Control+Enter');
  await isSaved(bea);

  await bea.getByRole('button', { name: 'Export and import' }).click();
  await bea.getByRole('menuitem', { name: 'Print the text with its notes' }).click();
  await bea.waitForURL('**/print/*');
  const notes = bea.getByRole('region', { name: 'Notes' }).getByRole('listitem');
  await expect(notes).toHaveCount(2);
  await expect(notes.nth(0)).toContainText('1 habits are dearer');
  await expect(notes.nth(1)).toContainText('2 staff have families too');
  await expect(notes.nth(1)).toContainText(/Ada claims\s*Sundays are for families\./);
  await expect(notes.nth(1)).toContainText(/Bea disagrees\s*So are Mondays\./);
  await expect(bea.getByText('Ask my aunt')).toHaveCount(0);
  await expect(bea.getByRole('button', { name: 'Print' })).toBeVisible();

  await bea.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(bea.getByRole('button', { name: 'Print' })).toBeHidden();
  const ink = await bea.getByRole('heading', { level: 1 }).evaluate((title) => getComputedStyle(title).color);
  expect(ink).toBe('rgb(0, 0, 0)');
});
