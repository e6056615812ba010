// A phone, by finger: everything that is pressed is 44 px wide and high, and the screen's keyboard never covers the box.

import type { Page } from '@playwright/test';
import { apiGuest } from './api-guest.ts';
import { expect, isSaved, joinAs, newPage, test } from './story.ts';

const keyboardPx = 320;

test('[U50] at 390 and at 360 px every target is large enough, and what one writes stays in sight', async ({
  browser,
  server,
  room,
  problems,
}) => {
  const bea = await apiGuest(server.url, room, 'Bea');
  const claim = await bea.say({ quote: 'A quiet room with a lamp', body: 'A lamp is cheap.' });
  await bea.say({ to: claim, stance: 'qualifies', body: 'The room is not.' });
  const phone = await newPage(browser, problems, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await withScreenKeyboard(phone);
  await joinAs(phone, room, 'Ada');
  for (const width of [390, 360]) {
    await phone.setViewportSize({ width, height: 780 });
    await isLargeEnough(phone, `the room at ${width}`);

    await phone.getByRole('button', { name: /^Notes \d/ }).tap();
    await isLargeEnough(phone, `all notes at ${width}`);
    await phone.getByRole('button', { name: /Open the thread of Bea/ }).tap();
    const sheet = phone.getByRole('dialog', { name: 'Thread' });
    await expect(sheet.getByText('The room is not.')).toBeVisible();
    await isLargeEnough(phone, `a thread at ${width}`);
    await sheet.getByRole('button', { name: 'More', exact: true }).first().tap();
    await expect(phone.getByRole('menuitem', { name: 'Copy link' })).toBeVisible();
    await isLargeEnough(phone, `what can be done with a note at ${width}`);
    await phone.keyboard.press('Escape');

    await sheet
      .getByRole('list', { name: /^Answer Bea with/ })
      .getByRole('button', { name: 'Agree', exact: true })
      .tap();
    const box = sheet.getByRole('textbox', { name: 'Answer Bea' });
    await expect(box).toBeFocused();
    await isLargeEnough(phone, `an answer at ${width}`);
    await raiseKeyboard(phone, keyboardPx);
    for (const part of [box, sheet.getByRole('button', { name: 'Answer', exact: true }).last()])
      await expect.poll(() => isAboveKeyboard(part)).toBe(true);
    await raiseKeyboard(phone, 0);
    await sheet.getByRole('button', { name: 'Cancel' }).tap();
    await sheet.getByRole('button', { name: 'Close' }).tap();

    // Words selected by their handles: the acts dock below them, and a new note rises with the keyboard, too.
    await holdWords(phone, 'nobody asked');
    const bar = phone.getByRole('toolbar', { name: /selected words/ });
    await expect(bar).toHaveAttribute('data-docked', 'true');
    await isLargeEnough(phone, `words selected at ${width}`);
    await bar.getByRole('button', { name: 'Comment' }).tap();
    const words = phone.getByRole('textbox', { name: 'Your note' });
    await expect(words).toBeFocused();
    await raiseKeyboard(phone, keyboardPx);
    for (const part of [words, phone.getByRole('button', { name: 'Post', exact: true })])
      await expect.poll(() => isAboveKeyboard(part)).toBe(true);
    await raiseKeyboard(phone, 0);
    await phone.getByRole('button', { name: 'Cancel' }).tap();
  }
  await isSaved(phone);
  await phone.context().close();
});

for (const { locale, more, words } of [
  { locale: 'en-GB', more: 'More', words: ['Answer', 'Helpful', 'Well argued'] },
  { locale: 'de-DE', more: 'Mehr', words: ['Antworten', 'Hilfreich', 'Gut begründet'] },
])
  test(`[U20] [U50] what can be done with a note stands on one line of a phone, in ${locale}`, async ({
    browser,
    server,
    room,
    problems,
  }) => {
    const bea = await apiGuest(server.url, room, 'Bea');
    const claim = await bea.say({ quote: 'A quiet room with a lamp', body: 'A lamp is cheap.' });
    await bea.say({ to: claim, stance: 'qualifies', body: 'The room is not.' });
    const first = await newPage(browser, problems);
    await joinAs(first, room, 'Ada');
    const storageState = await first.context().storageState();
    await first.context().close();
    const phone = await newPage(browser, problems, {
      ...{ locale, storageState, hasTouch: true, isMobile: true },
      viewport: { width: 390, height: 844 },
    });
    await phone.goto(`${room.url}#p=${claim.split('/annotations/')[1]}`);
    const posts = phone.getByRole('dialog').getByRole('article');
    await expect(posts).toHaveCount(2);
    for (const width of [390, 320])
      for (const post of await posts.all()) {
        await phone.setViewportSize({ width, height: 780 });
        // Each keeps its name, whether it is shown as a word or, where there is no room for one, as an icon.
        const acts = [...words, more].map((name) => post.getByRole('button', { name, exact: true }));
        const tops = async () =>
          new Set(await Promise.all(acts.map(async (act) => (await act.boundingBox())?.y)));
        await expect.poll(async () => (await tops()).size, { message: `at ${width}` }).toBe(1);
      }
    await isLargeEnough(phone, 'a thread at 320');
    // A finger cannot ask an icon what it means: the menu has the word.
    const [, helpful = ''] = words;
    const applauded = posts.first();
    await applauded.getByRole('button', { name: more, exact: true }).tap();
    await phone.getByRole('menuitem', { name: helpful, exact: true }).tap();
    await expect(applauded.getByRole('button', { name: helpful })).toHaveAttribute('aria-pressed', 'true');
    await phone.context().close();
  });

/** Puts a visual viewport in place of the browser's whose height this story sets: no browser shows its keyboard here. */
async function withScreenKeyboard(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const screen = Object.assign(new EventTarget(), {
      covered: 0,
      ...{ offsetTop: 0, offsetLeft: 0, pageTop: 0, pageLeft: 0, scale: 1 },
    });
    Object.defineProperties(screen, {
      height: { get: () => innerHeight - screen.covered },
      width: { get: () => innerWidth },
    });
    Object.defineProperty(window, 'visualViewport', { value: screen });
  });
}

async function raiseKeyboard(page: Page, height: number): Promise<void> {
  await page.evaluate((covered) => {
    Object.assign(window.visualViewport ?? {}, { covered });
    window.visualViewport?.dispatchEvent(new Event('resize'));
  }, height);
}

async function isAboveKeyboard(part: ReturnType<Page['locator']>): Promise<boolean> {
  return part.evaluate((element, covered) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight - covered;
  }, keyboardPx);
}

async function holdWords(page: Page, words: string): Promise<void> {
  await page.locator('[data-block="2"]').tap();
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('article') ?? document,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, words);
}

/** [2.5.8, and more] Whatever is pressed takes a finger; links among words are as high as their line. */
async function isLargeEnough(page: Page, where: string): Promise<void> {
  const small = () =>
    page.evaluate(() => {
      const found: string[] = [];
      for (const element of document.querySelectorAll<HTMLElement>(
        'button, a, select, input, [role="menuitem"]',
      )) {
        if (element.closest('[aria-hidden="true"], [inert]') || element.closest('p, [data-block]')) continue;
        const target = element instanceof HTMLInputElement ? (element.closest('label') ?? element) : element;
        if (!target.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        const { width, height } = target.getBoundingClientRect();
        if (width < 2 || getComputedStyle(target).clipPath !== 'none') continue;
        // A small mark may be larger to the finger than to the eye.
        const more = getComputedStyle(target, '::after');
        const reaches = more.content !== 'none' && more.position === 'absolute';
        const wide = reaches ? Math.max(width, Number.parseFloat(more.width)) : width;
        const high = reaches ? Math.max(height, Number.parseFloat(more.height)) : height;
        if (wide < 43.5 || high < 43.5)
          found.push(`${Math.round(wide)}×${Math.round(high)} ${target.outerHTML.slice(0, 140)}`);
      }
      return found;
    });
  await expect.poll(small, { message: where, timeout: 4000 }).toEqual([]);
}
