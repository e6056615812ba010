// The reading room as people use it: by mouse, by keyboard alone, by finger, by a link, and on the way out.

import type { Page } from '@playwright/test';
import { likelyHeight } from '#components/reading-room/margin/likely-height.ts';
import { type Thread, threadsOf } from '#lib/model/threads/thread.ts';
import { choosePostAct, expect, isSaved, note, openThread, selectWords, test } from './story.ts';

/** Where the words stand on screen, scrolled into the upper half of it. */
async function placeOf(page: Page, words: string): Promise<{ x: number; y: number }> {
  const place = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('article') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      scrollBy(0, range.getBoundingClientRect().top - innerHeight / 3);
      const [line] = range.getClientRects();
      return line ? { x: line.left + line.width / 2, y: line.top + line.height / 2 } : null;
    }
    return null;
  }, words);
  if (!place) throw new Error(`the text does not say: ${words}`);
  return place;
}

test('[U6] [U10] a click where passages overlap asks which note is meant', async ({ guest }) => {
  const [ada, bea] = await Promise.all([guest('Ada'), guest('Bea')]);
  await note(ada, 'Claim', 'Opening it costs one salary', 'The sum is the whole argument.');
  await expect(bea.getByText('The sum is the whole argument.').first()).toBeVisible();
  await note(bea, 'Ask', 'one salary; keeping it shut', 'Whose salary?');
  await expect(ada.getByText('Whose salary?').first()).toBeVisible();

  const { x, y } = await placeOf(ada, 'one salary');
  await ada.mouse.click(x, y);
  const chooser = ada.getByRole('dialog', { name: '2 notes on these words' });
  await chooser.getByRole('button', { name: /Whose salary/ }).click();
  await expect(chooser).toHaveCount(0);
  await expect(ada.getByRole('article', { name: /^Bea: / })).toBeFocused();
  await expect(ada.locator('[data-card][data-active="true"]')).toHaveCount(1);
  await expect(ada.getByRole('list', { name: /^Answer .* with/ })).toHaveCount(1);

  const alone = await placeOf(ada, 'Opening it');
  await ada.mouse.click(alone.x, alone.y);
  await expect(ada.getByRole('article', { name: /^Ada: claim/ })).toBeVisible();
});

test('[U9] the open card is level with its words; those before it are pushed up, and those after it down', async ({
  guest,
}) => {
  const ada = await guest('Ada');
  const passages = ['A library that is closed', 'one salary', 'keeping it shut', 'dearer to bring back'];
  for (const [i, words] of passages.entries())
    await note(ada, 'Comment', words, `Note ${i + 1} on these words.`);
  await isSaved(ada);
  await ada.keyboard.press('Escape');
  const boxes = async () => {
    const cards = await Promise.all(
      passages.map((_, i) =>
        ada
          .locator('[data-card]')
          .filter({ hasText: `Note ${i + 1} on these words.` })
          .boundingBox(),
      ),
    );
    return cards.map((box) => ({ top: box?.y ?? 0, bottom: (box?.y ?? 0) + (box?.height ?? 0) }));
  };
  // A closed card is as high as is assumed before it is there: else more or fewer would stand than have room.
  const wasLikely = likelyHeight(
    threadsOf([
      {
        ...{ ref: 'ada/1', participant: 'ada', id: '1' },
        value: {
          type: 'point',
          kind: 'comment',
          at: '2026-01-01T00:00:00.000Z',
          body: 'Note 2 on these words.',
        },
      },
    ])[0] as Thread,
    0,
  );
  const second = (await boxes())[1];
  expect(Math.abs((second?.bottom ?? 0) - (second?.top ?? 0) - wasLikely)).toBeLessThan(1);
  // Their words are in three lines of one paragraph: the first card is level with it, the others give way to it.
  const paragraph = async () => (await ada.locator('[data-block="1"]').boundingBox())?.y ?? 0;
  expect(Math.abs(((await boxes())[0]?.top ?? 0) - (await paragraph()))).toBeLessThan(32);
  await openThread(ada, 'Note 3');
  await expect(ada.locator('[data-card][data-active="true"]')).toContainText('Note 3');
  const { y } = await placeOf(ada, 'keeping it shut');
  await expect(async () => {
    const [first, second, open, last] = await boxes();
    if (!first || !second || !open || !last) throw new Error('a card is missing');
    // Within a line of the words it is about.
    expect(Math.abs(open.top - y)).toBeLessThan(32);
    expect(first.top).toBeLessThan((await paragraph()) - 32);
    expect(first.bottom).toBeLessThanOrEqual(second.top);
    expect(second.bottom).toBeLessThanOrEqual(open.top);
    expect(last.top).toBeGreaterThanOrEqual(open.bottom);
  }).toPass();
});

test('[U30] a link opens its point, on a device that has an older copy too', async ({ guest, room }) => {
  const [ada, bea] = await Promise.all([guest('Ada'), guest('Bea')]);
  await bea.goto('about:blank');
  await note(ada, 'Claim', 'habits are dearer to bring back than people', 'Habits come back by themselves.');
  await isSaved(ada);
  await openThread(ada, 'Habits come back');
  await ada.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await choosePostAct(ada, 'Copy link');
  await expect(ada.getByText('Link copied')).toBeVisible();
  const link = await ada.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(new RegExp(`/rooms/${room.roomId}#p=`));

  await bea.goto(link);
  await expect(bea.getByRole('article', { name: /^Ada: claim/ })).toBeFocused();
  await isSaved(bea);
  await expect(bea.getByText('is not here')).toHaveCount(0);

  await bea.goto(`${room.url}#p=nobody/nothing`);
  await expect(bea.getByText('This link leads to a note that is not here')).toBeVisible();
});

test('[U17] who began a thread resolves and reopens it, and everyone reads who did', async ({ guest }) => {
  const [ada, bea] = await Promise.all([guest('Ada'), guest('Bea')]);
  await note(ada, 'Ask', 'nobody asked', 'Was anybody ever asked?');
  await isSaved(ada);
  await openThread(bea, 'Was anybody ever');
  await expect(bea.getByRole('button', { name: 'Answer', exact: true }).first()).toBeVisible();
  await expect(bea.getByRole('button', { name: 'Resolve', exact: true })).toHaveCount(0);

  await openThread(ada, 'Was anybody ever');
  await ada.getByRole('button', { name: 'Resolve', exact: true }).click();
  await expect(bea.getByText(/^Resolved by Ada/)).toBeVisible();
  await isSaved(ada);
  await bea.reload();
  await openThread(bea, 'Was anybody ever');
  await expect(bea.getByText(/^Resolved by Ada/)).toBeVisible();

  await ada.getByRole('button', { name: 'Reopen', exact: true }).click();
  await expect(bea.getByText(/^Resolved by Ada/)).toHaveCount(0);
});

test('by keyboard alone: select words, comment on them, and answer another', async ({ guest }) => {
  const [ada, bea] = await Promise.all([guest('Ada'), guest('Bea')]);
  await note(bea, 'Claim', 'staff have families too', 'Sundays are for families.');
  await expect(ada.getByText('Sundays are for families.').first()).toBeVisible();

  const focused = ada.locator(':focus');
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 60; presses++) {
      await ada.keyboard.press('Tab');
      const label = await focused.evaluate((it) => it.getAttribute('aria-label') ?? it.textContent ?? '');
      if (name.test(label)) return;
    }
    throw new Error(`no way by Tab to ${name}`);
  };

  await tabTo(/^A town that reads only|^The Library Should/);
  while (!(await focused.textContent())?.startsWith('A library that is closed')) {
    await ada.keyboard.press('ArrowDown');
  }
  await ada.keyboard.press('Enter');
  await ada.keyboard.press('Shift+ArrowRight');
  await expect(ada.getByText('Selected: A library', { exact: true })).toBeAttached();
  await expect(ada.getByRole('toolbar', { name: /selected words/ })).toBeVisible();
  await ada.keyboard.press('a');
  await expect(ada.getByRole('textbox', { name: 'Your note' })).toBeFocused();
  await ada.keyboard.type('Which library is meant?');
  await ada.keyboard.press('Control+Enter');
  await expect(bea.getByText('Which library is meant?').first()).toBeVisible();

  await tabTo(/^Open the thread of Bea/);
  await ada.keyboard.press('Enter');
  await expect(ada.getByRole('article', { name: /^Bea: claim/ })).toBeFocused();
  await tabTo(/^Disagree$/);
  await ada.keyboard.press('Enter');
  await expect(ada.getByRole('textbox', { name: 'Answer Bea' })).toBeFocused();
  await ada.keyboard.type('Mondays can be, too.');
  await ada.keyboard.press('Control+Enter');
  await expect(ada.getByRole('article', { name: /Ada disagrees with Bea/ })).toBeFocused();
  await isSaved(ada);
  await openThread(bea, 'Sundays are for');
  await expect(bea.getByText('Mondays can be, too.')).toBeVisible();
});

test('on a phone a tap on marked words opens their thread, and it can be answered', async ({ guest }) => {
  const bea = await guest('Bea');
  await note(bea, 'Claim', 'A quiet room with a lamp', 'A lamp is cheap; the room is not.');
  await isSaved(bea);
  const ada = await guest('Ada', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const { x, y } = await placeOf(ada, 'quiet room with');
  await ada.touchscreen.tap(x, y);
  const sheet = ada.getByRole('dialog', { name: 'Thread' });
  await expect(sheet.getByText('A lamp is cheap; the room is not.')).toBeVisible();
  // Three stops, by button and by dragging; on the narrowest phone too.
  const heightOf = async () => (await sheet.boundingBox())?.height ?? 0;
  const half = await heightOf();
  await sheet.getByRole('button', { name: 'Full height' }).tap();
  await expect.poll(heightOf).toBeGreaterThan(780);
  await ada.setViewportSize({ width: 360, height: 740 });
  await sheet.getByRole('button', { name: 'Half height' }).tap();
  await expect.poll(heightOf).toBeLessThan(Math.max(half, 534) + 1);
  for (const button of await sheet.getByRole('button').all()) {
    const box = await button.boundingBox();
    if (box) expect(box.height, await button.innerText()).toBeGreaterThanOrEqual(44);
  }
  expect(await ada.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await sheet
    .getByRole('list', { name: /^Answer Bea with/ })
    .getByRole('button', { name: 'Yes, but' })
    .tap();
  await sheet.getByRole('textbox', { name: 'Answer Bea' }).fill('The room stands there already.');
  await sheet.getByRole('button', { name: 'Answer', exact: true }).last().tap();
  await isSaved(ada);
  await openThread(bea, 'A lamp is cheap');
  await expect(bea.getByText('The room stands there already.')).toBeVisible();
});

test('signing out offline asks before unsaved words are lost, and loses none', async ({
  guest,
  losesNetwork,
}) => {
  losesNetwork.value = true;
  const [ada, bea] = await Promise.all([guest('Ada'), guest('Bea')]);
  await ada.getByRole('button', { name: 'Ada: account' }).click();
  await expect(ada.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  await ada.keyboard.press('Escape');
  await ada.context().setOffline(true);
  await note(ada, 'Comment', 'staff have families too', 'Written on the bus.');
  await selectWords(ada, 'nobody asked');
  await ada.keyboard.press('q');
  await ada.getByRole('textbox', { name: 'Your note' }).fill('Begun on the bus');

  await ada.getByRole('button', { name: 'Ada: account' }).click();
  await ada.getByRole('menuitem', { name: 'Sign out' }).click();
  const question = ada.getByRole('alertdialog', { name: 'Not everything has been saved' });
  await expect(question).toContainText('2 changes and drafts are only on this device');
  await question.getByRole('button', { name: 'Sign out and lose them' }).click();
  await expect(question).toContainText('The server cannot be reached');
  await question.getByRole('button', { name: 'Cancel' }).click();

  await ada.context().setOffline(false);
  await isSaved(ada);
  await expect(bea.getByText('Written on the bus.').first()).toBeVisible();
  await expect(ada.getByRole('textbox', { name: 'Your note' })).toHaveValue('Begun on the bus');
});
