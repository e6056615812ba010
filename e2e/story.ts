// What stories are told with: a real server of their own, rooms on a text of ours, and people, each in a browser of
// their own. A page that breaks the content security policy or logs an error fails its story.

import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContextOptions,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';
import { AppServer } from './server.ts';

export { expect };

/** A short op-ed for stories, written for them. */
export const storyText = `The Library Should Open on Sundays

A town that reads only on working days reads very little.

A library that is closed on Sundays is closed to whoever works the other six days. Opening it costs one salary; keeping it shut costs a town its habit of reading, and habits are dearer to bring back than people.

The council answers that nobody asked. People who have never found a door open do not stand before it with a petition. Count instead the children who wait on the steps on Saturday at ten to six.

There is a second answer, and it is better: staff have families too. So they do, and so a Sunday must be paid as a Sunday, and shared in turn. That is a reason to plan, not a reason to stay shut.

A quiet room with a lamp in it is the cheapest thing a town can give. It should not be locked on the day most people could sit in it.
`;

export type Room = { roomId: string; url: string; invite: string };

type Fixtures = {
  server: AppServer;
  room: Room;
  /** Someone who joins the room by its link as a guest, in a browser of their own. */
  guest: (name: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Pages whose network is meant to fail in this story: lost connections are no errors there. */
  losesNetwork: { value: boolean };
  problems: string[];
};

export const test = base.extend<Fixtures>({
  server: async ({ losesNetwork: _ }, use) => {
    const server = await AppServer.start();
    await use(server);
    await server.remove();
  },
  room: async ({ server }, use) => {
    await use(await openRoom(server));
  },
  losesNetwork: async ({ browserName: _ }, use) => {
    await use({ value: false });
  },
  problems: async ({ losesNetwork }, use) => {
    const problems: string[] = [];
    await use(problems);
    const unexpected = losesNetwork.value ? problems.filter((line) => !isLostNetwork(line)) : problems;
    expect(unexpected, 'errors in the browsers').toEqual([]);
  },
  guest: async ({ browser, room, problems }, use) => {
    const opened: Page[] = [];
    await use(async (name, options) => {
      const page = await newPage(browser, problems, options);
      opened.push(page);
      await joinAs(page, room, name);
      return page;
    });
    for (const page of opened) await page.context().close();
  },
});

/** Opens a discussion on a text by the command line, with a link into it. */
export async function openRoom(server: AppServer, text = storyText): Promise<Room> {
  const file = join(tmpdir(), `counterpoint-story-${process.pid}-${Math.random().toString(36).slice(2)}.txt`);
  writeFileSync(file, text);
  const [made] = await server.cli<{ roomId: string; url: string }>('import', file);
  if (!made) throw new Error('the import printed nothing');
  const [link] = await server.cli<{ url: string }>('invite', made.roomId);
  if (!link) throw new Error('the invite printed nothing');
  return { ...made, invite: link.url };
}

export async function newPage(
  browser: Browser,
  problems: string[],
  options: BrowserContextOptions = {},
): Promise<Page> {
  // Nothing moves by itself in a story: without a graphics card every frame of a movement is drawn by the processor.
  const still = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' } as const;
  const context = await browser.newContext({ ...still, ...options });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`page: ${error.message}`));
  return page;
}

/** `FAILED` is how a request reads that the service worker could not answer; 503 is what a server says that is stopping. */
function isLostNetwork(line: string): boolean {
  return /status of 503|ERR_(FAILED|INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|NETWORK)|WebSocket connection/.test(
    line,
  );
}

export async function joinAs(page: Page, room: Room, name: string): Promise<void> {
  // Who comes here has been in a discussion before: hints are for newcomers (arrivals.story.ts).
  const seen = encodeURIComponent(JSON.stringify({ hints: 3 }));
  await page.context().addCookies([{ name: 'manners', value: seen, url: room.invite }]);
  await page.goto(room.invite);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Join the discussion' }).click();
  await page.waitForURL(`**/rooms/${room.roomId}`);
  await isSaved(page);
}

/** The bar says Saved: everything of this person's is on the server's disk. */
export async function isSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible({ timeout: 20_000 });
}

/** Drags the mouse over the given words of the text, as a reader would. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const box = await page.evaluate((wanted) => {
    // Where a letter begins or ends on screen: in a script from right to left it begins on its right.
    const edgeOf = (node: Node, at: number, edge: 'start' | 'end') => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const [rect] = range.getClientRects();
      const isLeftward = /[\p{sc=Hebr}\p{sc=Arab}]/u.test(range.toString());
      const isOnLeft = (edge === 'start') !== isLeftward;
      return rect && { x: isOnLeft ? rect.left + 1 : rect.right - 1, y: rect.top + rect.height / 2 };
    };
    const walker = document.createTreeWalker(
      document.querySelector('article') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      node.parentElement?.scrollIntoView({ block: 'center' });
      const ends = [edgeOf(node, at, 'start'), edgeOf(node, at + wanted.length - 1, 'end')];
      const [from, to] = ends;
      if (from && to) return { from, to };
    }
    return null;
  }, words);
  if (!box) throw new Error(`the text does not say: ${words}`);
  await page.mouse.move(box.from.x, box.from.y);
  await page.mouse.down();
  await page.mouse.move(box.to.x, box.to.y, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole('toolbar', { name: /selected words/ })).toBeVisible();
}

/** Selects words and says something about them; waits until it is saved. */
export async function note(page: Page, act: string, words: string, body: string): Promise<void> {
  await selectWords(page, words);
  await page.getByRole('toolbar').getByRole('button', { name: act, exact: true }).click();
  await page.getByRole('textbox', { name: 'Your note' }).fill(body);
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  // The box goes once the words are in the outbox: from then on "Saved" speaks of them, too.
  await expect(page.getByRole('textbox', { name: 'Your note' })).toHaveCount(0);
  await expect(page.getByText(body).first()).toBeVisible();
}

/** Chooses, as soon as the page is alive enough to keep what was chosen. */
export async function choose(field: Locator, value: string): Promise<void> {
  await expect(async () => {
    await field.selectOption(value);
    // What is chosen on a page that its script has not reached yet is put back once it has.
    await field.page().waitForLoadState('networkidle');
    await expect(field).toHaveValue(value, { timeout: 1000 });
  }).toPass();
}

/** Opens the thread that begins with these words. */
export async function openThread(page: Page, words: string): Promise<void> {
  const closed = page.getByRole('button', { name: new RegExp(`Open the thread of .*${words}`) });
  await closed.click();
}

/** Does what a post's menu offers, of an open thread's first post unless another is named. */
export async function choosePostAct(page: Page, act: string, post?: Locator): Promise<void> {
  const more = page.getByRole('button', { name: 'More', exact: true });
  const of = post ?? page.getByRole('article').filter({ has: more }).first();
  await of.hover();
  await of.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: act, exact: true }).click();
}
