// The manners of the reading room: naming people, tagging, and how what was said is shown to have changed.

import { paintedWords } from './painted.ts';
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

test('[U48] [U12] [U13] the text looks as its reader likes, from the first frame on, and the margin stays as it was left', async ({
  guest,
  server,
  problems: _,
}) => {
  const ada = await guest('Ada');
  await note(ada, 'Comment', 'A town that reads', 'Which town?');
  await note(ada, 'Comment', 'most people could sit', 'Which day is that?');
  await ada.keyboard.press('Escape');
  await ada.setViewportSize({ width: 1440, height: 420 });
  await ada.evaluate(() => scrollTo(0, 0));
  const below = ada.getByRole('button', { name: '1 below' });
  await below.click();
  await expect(ada.getByText('Which day is that?')).toBeInViewport();
  await expect(ada.getByRole('button', { name: '1 above' })).toBeVisible();
  await ada.setViewportSize({ width: 1440, height: 900 });

  await ada.getByRole('button', { name: 'How the text looks' }).click();
  const look = ada.getByRole('dialog', { name: 'How the text looks' });
  const choose = (legend: string, label: string) =>
    look.getByRole('group', { name: legend }).getByText(label, { exact: true }).click();
  const sizeOf = () =>
    ada.locator('[data-block="1"]').evaluate((block) => Number.parseFloat(getComputedStyle(block).fontSize));
  const before = await sizeOf();
  await choose('Size of the text', 'Largest');
  expect(await sizeOf()).toBeGreaterThan(before * 1.3);
  const widthOf = async () => (await ada.locator('[data-block="1"]').boundingBox())?.width ?? 0;
  const wide = await widthOf();
  await choose('Width of its lines', 'Narrow');
  expect(await widthOf()).toBeLessThan(wide * 0.9);
  await choose('Space between lines', 'Loose');
  await choose('Theme', 'Dark');
  await choose('Notes', 'As dots');
  await ada.keyboard.press('Escape');
  await expect(ada.getByRole('complementary', { name: 'Notes' })).toHaveCount(0);

  // The server draws the next page so: nothing changes its look once it is there.
  const html = await (await ada.request.get(ada.url())).text();
  expect(html).toMatch(
    /<html[^>]*data-theme="dark"[^>]*data-width="narrow"[^>]*data-size="largest"[^>]*data-leading="loose"/,
  );
  await ada.reload();
  await isSaved(ada);
  await ada.getByRole('button', { name: '1 note on paragraph 1' }).click();
  await expect(ada.getByRole('dialog', { name: 'Thread' })).toContainText('Which town?');
  await ada.getByRole('button', { name: 'Close', exact: true }).click();
  // Out of sight until they are asked for, which a narrow screen always offers.
  await ada.getByRole('button', { name: 'How the text looks' }).click();
  await choose('Notes', 'Hidden');
  await ada.keyboard.press('Escape');
  await ada.setViewportSize({ width: 390, height: 844 });
  await ada.getByRole('button', { name: 'Notes 2' }).click();
  await expect(ada.getByRole('dialog', { name: 'Notes' }).getByRole('listitem')).toHaveCount(2);
  await ada.keyboard.press('Escape');
  await ada.setViewportSize({ width: 1440, height: 900 });

  await ada.goto(`${server.url}/settings`);
  await expect(ada.getByRole('radio', { name: 'Largest' })).toBeChecked();
  await ada.getByRole('group', { name: 'Notes' }).getByText('Beside the text').click();
  await ada.goBack();
  await expect(ada.getByRole('complementary', { name: 'Notes' })).toBeVisible();
});

test('[U22] [U25] one’s selection is seen, one is followed only after saying yes, and not seen at all while invisible', async ({
  guest,
  room,
  problems: _,
}) => {
  const small = { viewport: { width: 1200, height: 420 } };
  const ada = await guest('Ada', small);
  const bea = await guest('Bea', small);
  const here = ada.getByRole('list', { name: 'Also here now' });
  await here.getByRole('button', { name: /^Bea/ }).click();
  await expect(ada.getByText('You asked to follow Bea')).toBeVisible();
  const last = ada.locator('[data-block]').last();
  await expect(last).not.toBeInViewport();
  const question = bea.getByRole('alert', { name: 'Ada asks to follow you' });
  await question.getByRole('button', { name: 'Not now' }).click();
  await expect(ada.getByText('Bea would rather not be followed now.')).toBeVisible();

  await here.getByRole('button', { name: /^Bea/ }).click();
  await question.getByRole('button', { name: 'Let them' }).click();
  await expect(ada.getByText('You follow Bea')).toBeVisible();
  await bea.locator('[data-block]').last().scrollIntoViewIfNeeded();
  await bea.mouse.wheel(0, 4000);
  await expect(last).toBeInViewport();
  await ada.keyboard.press('Escape');
  await expect(ada.getByText('You follow Bea')).toHaveCount(0);
  await expect(bea.getByText('follows where you read')).toHaveCount(0);

  // What someone selects is a tint with their name over it, until they let it go.
  await selectWords(bea, 'A quiet room with a lamp');
  await expect.poll(() => paintedWords(ada, 'others-selection')).toEqual(['A quiet room with a lamp']);
  await expect(ada.locator('span[aria-hidden="true"]').filter({ hasText: /^Bea$/ })).toHaveCount(1);
  await bea.evaluate(() => getSelection()?.removeAllRanges());
  await expect.poll(() => paintedWords(ada, 'others-selection')).toEqual([]);

  await bea.getByRole('button', { name: 'How the text looks' }).click();
  await bea.getByRole('checkbox', { name: /^Invisible/ }).check();
  await expect(here).toHaveCount(0);
  await bea.reload();
  await isSaved(bea);
  await note(bea, 'Comment', 'one salary', 'Said by someone unseen.');
  await expect(ada.getByText('Said by someone unseen.').first()).toBeVisible();
  await expect(here).toHaveCount(0);
  expect(ada.url()).toContain(room.roomId);
});
