// The manners of the reading room: naming people, tagging, and how what was said is shown to have changed.

import { expect, isSaved, note, openThread, selectWords, test } from './story.ts';

test('[U19] someone is mentioned by keyboard and told once; a tag leads to its notes', async ({
  guest,
  server,
  problems: _,
}) => {
  const ada = await guest('Ada Okafor');
  const bea = await guest('Bea');
  await note(bea, 'Comment', 'nobody asked', 'Whose #money is it?');
  await expect(ada.getByText('Whose #money is it?').first()).toBeVisible();

  await selectWords(ada, 'one salary');
  await ada.keyboard.press('a');
  const box = ada.getByRole('textbox', { name: 'Your note' });
  await ada.keyboard.type('Ask @be');
  await expect(ada.getByRole('option', { name: 'Bea', selected: true })).toBeVisible();
  await expect(box).toHaveAttribute('aria-activedescendant', /.+/);
  await ada.keyboard.press('Enter');
  await expect(box).toHaveValue('Ask @Bea ');
  await ada.keyboard.type('about #mo');
  await expect(ada.getByRole('option', { name: '#money' })).toBeVisible();
  await ada.keyboard.press('ArrowDown');
  await ada.keyboard.press('Tab');
  await ada.keyboard.type('and #wages');
  await expect(box).toHaveValue('Ask @Bea about #money and #wages');
  // Esc closes the list alone: what is being written stays.
  await ada.keyboard.type(' @');
  await expect(ada.getByRole('option', { name: 'Bea' })).toBeVisible();
  await ada.keyboard.press('Escape');
  await expect(ada.getByRole('listbox', { name: 'People' })).toHaveCount(0);
  await ada.keyboard.press('Backspace');
  await ada.keyboard.press('Control+Enter');
  await isSaved(ada);

  await openThread(bea, 'Ask @Bea about');
  await expect(bea.getByRole('article', { name: /^Ada Okafor/ })).toContainText('Ask @Bea about #money');
  await bea.getByRole('link', { name: '#money' }).click();
  await expect(bea).toHaveURL(/\?tag=money/);
  await bea.getByRole('link', { name: '#wages' }).first().click();
  await expect(bea.getByText('1 note of 2 shown')).toBeVisible();

  // What was said before is there for whoever sees the note.
  await ada.keyboard.press('Escape');
  await openThread(ada, 'Ask @Bea about');
  await ada.getByRole('button', { name: 'Edit', exact: true }).click();
  const change = ada.getByRole('textbox', { name: 'Change your note' });
  await expect(change).toHaveValue('Ask @Bea about #money and #wages');
  await change.fill('Ask @Bea, not me, about #money and #wages');
  await ada.getByRole('button', { name: 'Save', exact: true }).click();
  await isSaved(ada);
  await bea.getByRole('button', { name: 'Show all' }).click();
  await bea.getByRole('button', { name: 'edited: what it said before' }).click();
  const steps = bea.getByRole('dialog', { name: 'What Ada Okafor wrote before' }).getByRole('listitem');
  await expect(steps).toHaveCount(2);
  await expect(steps.first()).toContainText('Ask @Bea, not me, about');
  await expect(steps.first().getByRole('insertion')).toHaveText(/not me/);
  await expect(steps.last()).toContainText('First written');
  await bea.keyboard.press('Escape');
  await expect(bea.getByRole('button', { name: 'edited: what it said before' })).toBeFocused();

  await bea.goto(`${server.url}/inbox`);
  const told = bea.getByRole('list', { name: 'Inbox' }).getByRole('listitem');
  await expect(told).toHaveCount(1);
  await expect(told).toContainText('Ask @Bea, not me, about #money');
});
