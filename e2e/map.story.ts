// A debate on the map and in the room: an objection changes a claim's standing on every screen, and so does its answer;
// and all of the map by keyboard.

import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { AppServer } from './server.ts';
import {
  choosePostAct,
  expect,
  isSaved,
  joinAs,
  newPage,
  note,
  openThread,
  type Room,
  test,
} from './story.ts';

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

/** The bytes of the map as a picture. */
async function savedAs(page: Page, form: 'svg' | 'png'): Promise<Buffer> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: `Save as ${form.toUpperCase()}` }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${form}$`));
  return readFileSync(await file.path());
}

/** In the browser: how large a picture is, how many colours it has, and how much of it is not its ground. */
async function seenIn(url: string) {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0);
  const pixels = new Uint32Array(
    context?.getImageData(0, 0, canvas.width, canvas.height).data.buffer ?? new ArrayBuffer(0),
  );
  return {
    width: image.naturalWidth,
    height: image.naturalHeight,
    colors: new Set(pixels).size,
    ink: pixels.filter((pixel) => pixel !== pixels[0]).length,
  };
}

test('[U35] an objection makes a claim an unanswered one on both screens, in the room and on the map, and an answer answers it', async ({
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
  await choosePostAct(ada, 'Show in the map', ada.getByRole('article', { name: /Kim disagrees/ }));
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

test('[U34] the map by keyboard, as a list, linked, moved and saved, without a fault that axe finds', async ({
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
  await answer(ada, 'Disagree', 'Lamps cost most.');
  const lamps = node(ada, /Lamps come first/);
  await test.step('is put in other words from its node, and keeps the first', async () => {
    const panel = ada.getByRole('complementary', { name: 'Point by Ada' });
    await panel.getByRole('button', { name: 'Edit', exact: true }).press('Enter');
    const words = panel.getByRole('textbox', { name: 'Change your note' });
    await expect(words).toBeFocused();
    await words.fill('Lamps come first.');
    await words.press('Control+Enter');
    await expect(lamps).toBeVisible();
    await isSaved(ada);
    await panel.getByRole('button', { name: 'edited: what it said before' }).press('Enter');
    const before = ada.getByRole('dialog');
    await expect(before).toContainText('most');
    await ada.keyboard.press('Escape');
    await expect(before).toHaveCount(0);
  });

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

  await test.step('and is dragged under a third', async () => {
    await ada.getByRole('button', { name: 'Fit' }).click();
    await shifts.hover();
    await ada.mouse.down();
    const onto = await books.boundingBox();
    if (!onto) throw new Error('the other point is not on the map');
    await ada.mouse.move(onto.x + onto.width / 2, onto.y + onto.height / 2, { steps: 6 });
    await expect(shifts).toHaveAttribute('aria-disabled', 'true');
    await ada.mouse.up();
    await ada
      .getByRole('group', { name: 'How it answers Ada' })
      .getByText('Disagree', { exact: true })
      .click();
    await ada.getByRole('button', { name: 'Move', exact: true }).click();
    await expect(shifts).toHaveAttribute('aria-level', '2');
    await isSaved(ada);
  });
  await test.step('a picture of it opens anywhere, with its words', async () => {
    const svg = await savedAs(ada, 'svg');
    const png = await savedAs(ada, 'png');
    const viewer = await ada.context().newPage();
    await viewer.goto(`data:image/svg+xml;base64,${svg.toString('base64')}`);
    await expect(viewer.locator('parsererror')).toHaveCount(0);
    for (const words of ['Books come first.', 'Lamps come first.', 'Shifts can be shared.', 'Ada'])
      await expect(viewer.locator('text').filter({ hasText: words }).first()).toBeVisible();
    const [width, height] = await viewer
      .locator('svg')
      .first()
      .evaluate((root) => [Number(root.getAttribute('width')), Number(root.getAttribute('height'))]);
    await viewer.goto('about:blank');
    const seen = await viewer.evaluate(seenIn, `data:image/png;base64,${png.toString('base64')}`);
    expect([seen.width, seen.height]).toEqual([Math.ceil((width ?? 0) * 2), Math.ceil((height ?? 0) * 2)]);
    expect(seen.colors).toBeGreaterThan(8);
    expect(seen.ink).toBeGreaterThan(500);
    await viewer.close();
  });
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
