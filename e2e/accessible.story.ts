// WCAG 2.2 AA on every screen that pictures are taken of, in its states: axe in light, dark and high contrast; nothing cut
// off by a reader's own text spacing; no focus hidden behind something else; no sideways scrolling at 320 px.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type Furnished, furnish } from './screens/furnished.ts';
import type { Screen, Visitor } from './screens/screens.ts';
import { AppServer } from './server.ts';
import { expect, newPage, test } from './story.ts';

test.describe.configure({ timeout: 900_000 });

let server: AppServer;
let furnished: Furnished;

test.beforeAll(async () => {
  server = await AppServer.start();
  furnished = await furnish(server);
});

test.afterAll(() => server.remove());

const visitors: Visitor[] = ['nobody', 'noa', 'guest', 'bea', 'ines'];
for (const who of visitors) {
  test(`everyone can read and use each screen that is shown to ${who}`, async ({ browser }) => {
    const problems: string[] = [];
    const person = who === 'nobody' ? null : furnished.people[who];
    const page = await newPage(browser, problems, {
      // What is kept for working offline is fetched beside each page, and is no part of this.
      ...{ baseURL: server.url, reducedMotion: 'reduce', serviceWorkers: 'block' },
      ...(person && { storageState: await person.api.storageState() }),
    });
    for (const screen of furnished.screens.filter((one) => one.who === who)) await walk(page, screen);
    await page.context().close();
    // A page that is not there says so to the console as well.
    expect(problems.filter((line) => !/status of (404|410)/.test(line))).toEqual([]);
  });
}

test('in the system’s forced colours passages, the view one is in and the focus stand out', async ({
  browser,
}) => {
  const problems: string[] = [];
  const room = furnished.screens.find(({ name }) => name === 'room');
  const page = await newPage(browser, problems, {
    ...{ baseURL: server.url, forcedColors: 'active', serviceWorkers: 'block' },
    storageState: await furnished.people.bea.api.storageState(),
  });
  await page.goto(room?.path ?? '');
  await room?.act?.(page);
  const lines = await page.evaluate(() => {
    const drawn = [...document.querySelectorAll('svg[data-strokes] path[data-part="line"]')];
    return drawn.map((line) => {
      const { stroke, strokeWidth } = getComputedStyle(line);
      return { isSeen: !/^none|^rgba.* 0\)$/.test(stroke), isThick: parseFloat(strokeWidth) >= 2 };
    });
  });
  expect(lines.length).toBeGreaterThan(0);
  expect(lines).toEqual(lines.map(() => ({ isSeen: true, isThick: true })));
  const looks = await page.evaluate(() => {
    const lookOf = (element: Element) => {
      const { border, outline, backgroundColor, color, textDecoration } = getComputedStyle(element);
      return [border, outline, backgroundColor, color, textDecoration].join(' ');
    };
    return [...document.querySelectorAll('nav a')].map((link) => ({
      isHere: link.hasAttribute('aria-current'),
      look: lookOf(link),
    }));
  });
  const here = looks.filter(({ isHere }) => isHere).map(({ look }) => look);
  expect(here).toHaveLength(1);
  expect(looks.filter(({ isHere }) => !isHere).map(({ look }) => look)).not.toContain(here[0]);
  await page.keyboard.press('Tab');
  const ring = await page.evaluate(
    () => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
  );
  expect(ring).not.toBe('none');
  await page.context().close();
  expect(problems).toEqual([]);
});

async function walk(page: Page, screen: Screen): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('about:blank');
  // A room says itself when it is there.
  await page.goto(screen.path, { waitUntil: screen.path.startsWith('/rooms/') ? 'load' : 'networkidle' });
  await screen.act?.(page);
  await isCleanInAllLooks(page, screen);
  await bearsSpacing(page, screen);
  await showsFocus(page, screen);
  await reflows(page, screen);
}

const plain = { colorScheme: 'light', contrast: 'no-preference' } as const;
const looks = [
  { name: 'light', media: plain },
  { name: 'dark', media: { ...plain, colorScheme: 'dark' } },
  { name: 'high contrast', media: { ...plain, contrast: 'more' } },
] as const;

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Takes the initials in a face for the label of its button; they are a picture of the name, which the button has. */
const noLabels = 'label-content-name-mismatch';
/** The palette's list is scrolled by the arrows of the field above it; the rule knows that of list boxes, not of menus. */
const noMenus = 'scrollable-region-focusable';

/** All rules once, and in each further look those that hang on colours. */
async function isCleanInAllLooks(page: Page, screen: Screen): Promise<void> {
  for (const { name, media } of looks) {
    await page.emulateMedia(media);
    // In one page: its own way opens another for each of these many times.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    if (name === 'light')
      axe.withTags(levels).disableRules(screen.name === 'room-palette' ? [noLabels, noMenus] : [noLabels]);
    else axe.withRules(['color-contrast', 'link-in-text-block']);
    const { violations } = await axe.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`);
    expect.soft(found, `${screen.name}, ${name}`).toEqual([]);
  }
  await page.emulateMedia(plain);
}

const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/** [1.4.12] What could be read before a reader spaced the text can be read after. */
async function bearsSpacing(page: Page, screen: Screen): Promise<void> {
  const before = new Set(await cutOff(page));
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, spacing);
  const after = (await cutOff(page)).filter((words) => !before.has(words));
  expect.soft(after, `${screen.name}, with its text spaced`).toEqual([]);
  await page.evaluate(() => document.adoptedStyleSheets.pop());
}

/** The words of elements that hide a part of them. What is clamped, or ends in dots, is an excerpt, whole elsewhere. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const { overflowX, overflowY, clipPath, visibility, webkitLineClamp, textOverflow } =
          getComputedStyle(element);
        if (webkitLineClamp !== 'none' || textOverflow === 'ellipsis') return false;
        if (clipPath !== 'none' || visibility === 'hidden') return false;
        if (element.closest('svg, [aria-hidden="true"]')) return false;
        if (![...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()))
          return false;
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        return (
          (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
        );
      })
      .map((element) => `${element.tagName} ${element.textContent?.trim().slice(0, 60)}`),
  );
}

/** [2.4.11] Wherever Tab leads, some of what has the focus can be seen. */
async function showsFocus(page: Page, screen: Screen): Promise<void> {
  const hidden: string[] = [];
  for (let stops = 0; stops < 30; stops++) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const focus = document.activeElement;
      if (!focus || focus === document.body) return 'none';
      // A native box may be drawn by its label.
      const shown = focus instanceof HTMLInputElement ? (focus.closest('label') ?? focus) : focus;
      const { left, top, width, height } = shown.getBoundingClientRect();
      const shares = [0.05, 0.25, 0.5, 0.75, 0.95];
      const isSeen = shares.some((x) =>
        shares.some((y) => {
          const hit = document.elementFromPoint(left + width * x, top + height * y);
          return hit !== null && (shown.contains(hit) || hit.contains(shown)) && hit.tagName !== 'HTML';
        }),
      );
      return isSeen ? 'seen' : focus.outerHTML.slice(0, 160);
    });
    if (seen === 'none') break;
    if (seen !== 'seen') hidden.push(seen);
  }
  expect.soft(hidden, `${screen.name}: hidden focus`).toEqual([]);
}

/** [1.4.10] At 320 px nothing has to be read by scrolling sideways. */
async function reflows(page: Page, screen: Screen): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = () =>
    page.evaluate(() => {
      const { scrollWidth } = document.documentElement;
      if (scrollWidth <= 320) return [];
      const over = [...document.querySelectorAll('body *')].filter(
        (element) => element.getBoundingClientRect().right > 321,
      );
      return [`${scrollWidth} px`, ...over.slice(0, 4).map((element) => element.outerHTML.slice(0, 160))];
    });
  await expect.soft.poll(wide, { message: `${screen.name} at 320 px`, timeout: 3000 }).toEqual([]);
}
