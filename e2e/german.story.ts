// Somebody whose browser speaks German: every page in German, a refusal too, and the language as one's own choice.

import type { Page } from '@playwright/test';
import { type Area, messagesOf } from '#lib/words/catalogue.ts';
import { english } from '#lib/words/en/english.ts';
import { type Furnished, furnish } from './screens/furnished.ts';
import type { Visitor } from './screens/screens.ts';
import { AppServer } from './server.ts';
import { expect, newPage, test } from './story.ts';

test.describe.configure({ timeout: 300_000 });

let server: AppServer;
let furnished: Furnished;

test.beforeAll(async () => {
  server = await AppServer.start();
  furnished = await furnish(server);
});

test.afterAll(() => server.remove());

const visitors: Visitor[] = ['nobody', 'noa', 'guest', 'bea', 'ines'];
for (const who of visitors) {
  test(`each page that is shown to ${who} is in German`, async ({ browser }) => {
    const problems: string[] = [];
    const person = who === 'nobody' ? null : furnished.people[who];
    const page = await newPage(browser, problems, {
      ...{ baseURL: server.url, locale: 'de-DE', serviceWorkers: 'block' },
      ...(person && { storageState: await person.api.storageState() }),
    });
    const paths = furnished.screens.flatMap((screen) => (screen.who === who ? [screen.path] : []));
    for (const path of new Set(paths)) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await expect.soft(page.locator('html'), path).toHaveAttribute('lang', 'de');
      expect.soft(englishIn(await saidOn(page)), path).toEqual([]);
      // German words are long: nothing may have to be read by scrolling sideways.
      await page.setViewportSize({ width: 320, height: 640 });
      const width = () => page.evaluate(() => document.documentElement.scrollWidth);
      await expect.soft.poll(width, { message: `${path} at 320 px`, timeout: 3000 }).toBeLessThanOrEqual(320);
      await page.setViewportSize({ width: 1280, height: 720 });
    }
    await page.context().close();
    expect(problems.filter((line) => !/status of (404|410)/.test(line))).toEqual([]);
  });
}

test('a language is chosen under Settings, holds for one’s account, and refusals speak it', async ({
  browser,
}) => {
  const problems: string[] = [];
  const storageState = await furnished.people.noa.api.storageState();
  const page = await newPage(browser, problems, { baseURL: server.url, storageState });
  await page.goto('/settings');
  await page.getByRole('group', { name: 'Language' }).getByText('Deutsch').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Einstellungen');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');

  const other = await newPage(browser, problems, { baseURL: server.url, storageState });
  await other.goto('/library');
  await expect(other.locator('html')).toHaveAttribute('lang', 'de');
  await other.context().close();

  // The browser still asks for English: it is the page that asks the server for its own language.
  const password = page.getByRole('region', { name: 'Passwort' });
  await password.getByLabel('Neues Passwort').fill('eins-zwei-drei-vier');
  await password.getByLabel('Jetziges Passwort').fill('nicht das richtige');
  await password.getByRole('button', { name: 'Passwort ändern' }).click();
  await expect(password.getByText('Das ist nicht Ihr jetziges Passwort')).toBeVisible();

  await page.getByRole('group', { name: 'Sprache' }).getByText('English').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  await page.context().close();
  expect(problems.filter((line) => !/status of 403/.test(line))).toEqual([]);
});

type Tree = { readonly [key: string]: string | Tree };

/** Whole sentences and labels of English that German says otherwise, and that hold no value. */
const englishOnly = (() => {
  const areas = Object.keys(english) as Area[];
  const german = new Set(messagesIn(messagesOf('de', areas) as Tree));
  return messagesIn(messagesOf('en', areas) as Tree).filter(
    (message) => /\w+\W+\w+/.test(message) && !/[{<]/.test(message) && !german.has(message),
  );
})();

function messagesIn(tree: Tree): string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : messagesIn(value)));
}

function englishIn(said: readonly string[]): string[] {
  const known = new Set(said);
  return englishOnly.filter((message) => known.has(message));
}

/** What stands on a page as text, and as names and hints for those who do not see it. */
function saidOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('script, style')) said.push(node.nodeValue?.trim() ?? '');
    for (const name of ['aria-label', 'title', 'placeholder', 'aria-description', 'alt'])
      for (const element of document.querySelectorAll(`[${name}]`))
        said.push(element.getAttribute(name) ?? '');
    return said.filter(Boolean);
  });
}
