// A debate on the map and in the room: an objection changes a claim's standing on every screen, and so does its answer;
// and all of the map by keyboard.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { AppServer } from './server.ts';
import { expect, isSaved, joinAs, newPage, note, openThread, type Room, test } from './story.ts';

const node = (page: Page, name: RegExp) => page.getByRole('treeitem', { name });

async function answer(page: Page, act: string, words: string): Promise<void> {
  const panel = page.getByRole('complementary', { name: /^Point by/ });
  await panel.getByRole('button', { name: 'Answer', exact: true }).first().click();
  await panel.getByRole('textbox').fill(words);
  await panel
    .getByRole('group', { name: /how you answer/ })
    .getByText(act, { exact: true })
    .click();
  await panel.getByRole('button', { name: 'Answer', exact: true }).last().click();
  await expect(node(page, new RegExp(words.slice(0, 20)))).toBeVisible();
  await isSaved(page);
}

async function toMap(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Map', exact: true }).click();
  await expect(page.getByRole('tree', { name: 'Claims and answers' })).toBeVisible();
}

async function staffLink(server: AppServer, room: Room): Promise<Room> {
  const [link] = await server.cli<{ url: string }>('invite', room.roomId, '--role', 'assistant');
  if (!link) throw new Error('the invite printed nothing');
  return { ...room, invite: link.url };
}

test('an objection makes a claim an unanswered one on both screens, in the room and on the map, and an answer answers it', async ({
  guest,
  browser,
  problems,
  server,
  room,
}) => {
  test.slow();
  const kim = await newPage(browser, problems);
  const [ada] = await Promise.all([guest('Ada'), joinAs(kim, await staffLink(server, room), 'Kim')]);
  await note(ada, 'Claim', 'Opening it costs one salary', 'The sum is the whole argument.');
  await isSaved(ada);
  await expect(ada.getByText('Not challenged')).toHaveCount(0);
  await toMap(kim);
  await kim.getByRole('button', { name: 'Show standing' }).click();
  await expect(node(kim, /The sum is the whole.*Not challenged/)).toBeVisible();
  await expect(ada.getByText('Not challenged').first()).toBeVisible();

  await node(kim, /The sum is the whole/).click();
  await answer(kim, 'Disagree', 'Heat and light cost more than the salary.');
  await expect(node(kim, /The sum is the whole.*Unanswered objection/)).toBeVisible();
  await expect(ada.getByText('Unanswered objection').first()).toBeVisible();

  await openThread(ada, 'The sum is the whole');
  await ada.getByRole('article', { name: /Kim disagrees/ }).hover();
  await ada
    .getByRole('article', { name: /Kim disagrees/ })
    .getByRole('link', { name: 'Show in the map' })
    .click();
  await expect(node(ada, /Heat and light/)).toHaveAttribute('aria-selected', 'true');
  await expect(node(ada, /Heat and light/)).toBeFocused();
  await answer(ada, 'Disagree', 'The staff meeting heats it already.');
  await expect(node(ada, /The sum is the whole.*Answered so far/)).toBeVisible();
  await expect(node(kim, /The sum is the whole.*Answered so far/)).toBeVisible();

  await node(kim, /The sum is the whole/).click();
  const why = kim.getByRole('region', { name: 'Standing' });
  await expect(why).toContainText('Kim disagrees. Ada has answered.');
  const turning = why.getByRole('listitem');
  await expect(turning).toHaveText(['the point itself', /^Ada: The staff meeting/]);

  await kim.getByRole('link', { name: 'Show in the text' }).click();
  await expect(kim.getByRole('article', { name: /Ada: claim/ })).toBeFocused();
  await expect(kim.getByText('Answered so far').first()).toBeVisible();
  await kim.context().close();
});

test('the map by keyboard, as a list, linked, moved and saved, without a fault that axe finds', async ({
  guest,
}) => {
  test.slow();
  const ada = await guest('Ada');
  await note(ada, 'Claim', 'Opening it costs one salary', 'Books come first.');
  await note(ada, 'Claim', 'staff have families too', 'Shifts can be shared.');
  await isSaved(ada);
  await toMap(ada);
  const [books, shifts] = [node(ada, /Books come first/), node(ada, /Shifts can be shared/)];
  await books.click();
  await answer(ada, 'Disagree', 'Lamps come first.');
  const lamps = node(ada, /Lamps come first/);

  await lamps.focus();
  await ada.keyboard.press('Home');
  await expect(books).toBeFocused();
  await ada.keyboard.press('ArrowRight');
  await expect(lamps).toBeFocused();
  await ada.keyboard.press('ArrowLeft');
  await expect(books).toBeFocused();
  await ada.keyboard.press('ArrowLeft');
  await expect(books).toHaveAttribute('aria-expanded', 'false');
  await expect(lamps).toHaveCount(0);
  await ada.keyboard.press('ArrowDown');
  await expect(shifts).toBeFocused();
  await ada.keyboard.press('ArrowUp');
  await ada.keyboard.press('ArrowRight');
  await expect(lamps).toBeVisible();
  await ada.keyboard.press('End');
  await expect(shifts).toBeFocused();
  await ada.keyboard.press('Enter');
  await expect(shifts).toHaveAttribute('aria-selected', 'true');

  await test.step('answers another point, too, all by keyboard', async () => {
    await ada.getByRole('button', { name: 'Answer another point, too' }).press('Enter');
    await expect(shifts).toBeFocused();
    await ada.keyboard.press('Home');
    await ada.keyboard.press('Enter');
    const stance = ada.getByRole('group', { name: 'How it answers Ada' });
    await stance.getByRole('radio', { name: 'Agree', exact: true }).press(' ');
    await ada.getByRole('button', { name: 'Link', exact: true }).press('Enter');
    // Its first link is its thread.
    await expect(shifts).toHaveAttribute('aria-level', '2');
  });
  await test.step('and is moved under another', async () => {
    await shifts.click();
    await ada.getByRole('button', { name: 'Move under another point' }).click();
    await expect(shifts).toHaveAttribute('aria-disabled', 'true');
    await lamps.click();
    await ada.getByRole('group', { name: 'How it answers Ada' }).getByText('Doesn’t follow').click();
    await ada.getByRole('button', { name: 'Move', exact: true }).click();
    await expect(shifts).toHaveAttribute('aria-level', '3');
    await isSaved(ada);
  });

  for (const form of ['svg', 'png'] as const) {
    const saved = ada.waitForEvent('download');
    await ada.getByRole('button', { name: `Save as ${form.toUpperCase()}` }).click();
    expect((await saved).suggestedFilename()).toMatch(new RegExp(`\\.${form}$`));
  }
  await ada.getByRole('button', { name: 'Focus thread' }).click();
  await ada.getByRole('button', { name: 'All threads', exact: true }).click();
  await ada.getByRole('button', { name: 'Fit' }).click();

  for (const colorScheme of ['light', 'dark'] as const) {
    await ada.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page: ada }).analyze()).violations).toEqual([]);
  }
  await ada.getByRole('button', { name: 'List view' }).click();
  await expect(lamps).toBeVisible();
  expect((await new AxeBuilder({ page: ada }).analyze()).violations).toEqual([]);
  await ada.getByRole('button', { name: 'Map view' }).click();
  await expect(lamps).toBeVisible();
});
