// The reading room under measurement: opened cold, scrolled, clicked, typed in, and looked at by a second browser.

import type { Page } from '@playwright/test';
import { inpOf, type Measured, memoryOf, openBrowser, scrollThrough, slowDown } from './browser.ts';

export type Cold = { lcp: number; cls: number; firstPaint: number; painted: number };
export type Used = {
  scroll: { longest: number; p99: number };
  clicks: number[];
  passageClicks: number[];
  inp: { inp: number; type: string; count: number };
  memory: { heap: number; process: number };
};

/** Comes in by a link as a guest, on a page of its own that is not measured. */
export async function comeIn(page: Page, invite: string, name: string): Promise<void> {
  await page.goto(invite);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Join the discussion' }).click();
  await page.waitForURL('**/rooms/*');
  await isSaved(page);
}

/** Opens the room anew and waits until it rests. */
export async function openCold(page: Page, url: string): Promise<Cold> {
  await page.goto('about:blank');
  await page.goto(url);
  await isSaved(page);
  await page.waitForFunction(() => window.probe.firstPaint !== null);
  await page.waitForTimeout(1000);
  return page.evaluate(() => {
    const { lcpMs, cls, firstPaint } = window.probe;
    return { lcp: lcpMs, cls, firstPaint: firstPaint?.ms ?? 0, painted: firstPaint?.atMs ?? 0 };
  });
}

export async function use(measured: Measured): Promise<Used> {
  const { page } = measured;
  const scroll = await scrollThrough(measured);
  const clicks: number[] = [];
  for (let i = 0; i < 10; i++) {
    await scrollTo(page, i);
    clicks.push(await timed(page, '[data-card][data-active="true"]', () => clickFirstCard(page)));
    await page.keyboard.press('Escape');
    await page.locator('[data-card][data-active="true"]').waitFor({ state: 'detached' });
  }
  const passageClicks: number[] = [];
  for (let i = 0; i < 10; i++) {
    await scrollTo(page, i + 0.5);
    const opens = '[data-card][data-active="true"], [role="dialog"][aria-label$="these words"]';
    passageClicks.push(await timed(page, opens, () => clickFirstPassage(page)));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }
  await readAndWrite(page);
  return { scroll, clicks, passageClicks, inp: await inpOf(page), memory: await memoryOf(measured) };
}

/** From one's key to the frame in which the other browser shows the highlight, in ms. */
export async function travel(
  chromium: string,
  slowdown: number,
  { url, invite, times }: { url: string; invite: string; times: number },
): Promise<number[]> {
  const [writer, reader] = [await openBrowser(chromium), await openBrowser(chromium)];
  try {
    await comeIn(writer.page, invite, 'Writer');
    await comeIn(reader.page, invite, 'Reader');
    for (const one of [writer, reader]) await slowDown(one, slowdown);
    await openCold(writer.page, url);
    await openCold(reader.page, url);
    const took: number[] = [];
    for (let i = 0; i < times; i++) took.push(await oneHighlight(writer.page, reader.page, i));
    return took;
  } finally {
    await writer.browser.close();
    await reader.browser.close();
  }
}

async function oneHighlight(writer: Page, reader: Page, i: number): Promise<number> {
  await selectWords(writer, i);
  const seen = reader.evaluate(
    () =>
      new Promise<number>((resolve) => {
        window.probe.onPaint = (at) => {
          window.probe.onPaint = null;
          resolve(at);
        };
      }),
  );
  const sent = writer.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const heard = (event: KeyboardEvent) => resolve(performance.timeOrigin + event.timeStamp);
        addEventListener('keydown', heard, { capture: true, once: true });
      }),
  );
  // Both have to listen before the key.
  for (const page of [reader, writer]) await page.evaluate(() => 0);
  await writer.keyboard.press('h');
  const took = (await seen) - (await sent);
  await isSaved(writer);
  return took;
}

/** Selects a few words of a paragraph on the first screen, and waits for the bar. Others see the selection first. */
async function selectWords(page: Page, i: number): Promise<void> {
  await page.evaluate((n) => {
    const block = document.querySelectorAll('[data-block]')[n % 2];
    const text = block?.firstChild;
    if (!text) return;
    getSelection()?.setBaseAndExtent(text, 30 + 17 * n, text, 45 + 17 * n);
  }, i);
  await page.getByRole('toolbar', { name: /selected words/ }).waitFor();
  await page.waitForTimeout(1500);
}

/** What a session is made of besides clicks: going from note to note, looking for words, writing some. */
async function readAndWrite(page: Page): Promise<void> {
  await scrollTo(page, 0);
  for (const key of ['j', 'j', 'j', 'k', 'n', 'n', 'j']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(300);
  }
  await page.keyboard.press('Escape');
  await selectWords(page, 0);
  await page.keyboard.press('a');
  const box = page.getByRole('textbox', { name: 'Your note' });
  await box.waitFor();
  await box.pressSequentially('A few words of my own.', { delay: 60 });
  await page.keyboard.press('Control+Enter');
  await box.waitFor({ state: 'detached' });
  await isSaved(page);
}

async function timed(page: Page, selector: string, act: () => Promise<void>): Promise<number> {
  const took = page.evaluate((wanted) => window.probe.until(wanted), selector);
  // The watch has to be there before the act.
  await page.evaluate(() => 0);
  await act();
  return took;
}

async function clickFirstCard(page: Page): Promise<void> {
  const spot = await page.evaluate(() => {
    for (const button of document.querySelectorAll('[data-card] [data-opens]')) {
      const { left, top, width, height } = button.getBoundingClientRect();
      if (top > 150 && top + height < innerHeight - 50) return { x: left + width / 2, y: top + height / 2 };
    }
    return null;
  });
  if (!spot) throw new Error('no card is in sight');
  await page.mouse.click(spot.x, spot.y);
}

async function clickFirstPassage(page: Page): Promise<void> {
  const spot = await page.evaluate(() => {
    // Only the paragraphs in sight: asking a passage far away where it is would lay out its paragraph, ten thousand times.
    const inSight = new Set(
      [...document.querySelectorAll('[data-block]')].filter((block) => {
        const { top, bottom } = block.getBoundingClientRect();
        return bottom > 150 && top < innerHeight - 50;
      }),
    );
    for (const block of inSight)
      for (const path of block.parentElement?.querySelectorAll<SVGPathElement>(
        'path[data-part="tint"][data-paint^="note-"]',
      ) ?? []) {
        const corner = path.ownerSVGElement?.getBoundingClientRect();
        // Each piece of a tint is a box: from its corner along its width, then down.
        for (const [, left, top, right, bottom] of path
          .getAttribute('d')
          ?.matchAll(/M([\d.-]+) ([\d.-]+)H([\d.-]+)V([\d.-]+)/g) ?? []) {
          const box = { left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) };
          if (!corner || box.right - box.left <= 8) continue;
          const [x, y] = [corner.left + box.left + 4, corner.top + (box.top + box.bottom) / 2];
          if (y > 160 && y < innerHeight - 60) return { x, y };
        }
      }
    return null;
  });
  if (!spot) throw new Error('no passage is in sight');
  await page.mouse.click(spot.x, spot.y);
}

/** Somewhere in the text, each time elsewhere; until the page rests. */
async function scrollTo(page: Page, i: number): Promise<void> {
  await page.evaluate((n) => window.scrollTo({ top: 600 + n * 1700, behavior: 'instant' }), i);
  await page.waitForTimeout(700);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

async function isSaved(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor();
}
