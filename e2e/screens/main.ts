// `npm run screens`: every screen and state as pictures in docs/screens, at three widths, light and dark, of a class and
// a round that are made for it. The handful that the README shows is kept; the rest is for looking at.
// `--only room,map`, `--width 390`, `--theme dark` narrow it down.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { findChromium } from '../chromium.ts';
import { AppServer } from '../server.ts';
import { furnish } from './furnished.ts';
import type { Person } from './people.ts';
import type { Screen, Visitor } from './screens.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
const themes = ['light', 'dark'] as const;
type Look = { width: number; height: number; theme: (typeof themes)[number] };

/** The README's pictures. */
const kept = [
  { screen: 'room-thread', width: 1440, theme: 'light', file: 'reading-room' },
  { screen: 'map', width: 1440, theme: 'light', file: 'map' },
  { screen: 'flow', width: 1440, theme: 'dark', file: 'flow' },
] as const;

const folder = join(import.meta.dirname, '..', '..', 'docs', 'screens');
const { values } = parseArgs({
  options: { only: { type: 'string' }, width: { type: 'string' }, theme: { type: 'string' } },
});
const found = await findChromium();
if (!found.ok) throw new Error(found.advice);
const server = await AppServer.start();
const browser = await chromium.launch({
  executablePath: found.path,
  args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-gpu'],
});
try {
  await shootAll(browser, server);
} finally {
  await browser.close();
  await server.remove();
}

async function shootAll(browser: Browser, server: AppServer): Promise<void> {
  const { screens: all, people } = await furnish(server);
  const wanted = values.only?.split(',');
  const screens = all.filter(({ name }) => !wanted || wanted.includes(name));
  for (const look of looks()) {
    const contexts = new Map<Visitor, BrowserContext>();
    for (const screen of screens) {
      const person = screen.who === 'nobody' ? undefined : people[screen.who];
      const context = contexts.get(screen.who) ?? (await contextFor(browser, person, look));
      contexts.set(screen.who, context);
      await shoot(await context.newPage(), screen, look);
    }
    for (const context of contexts.values()) await context.close();
  }
}

function looks(): Look[] {
  return sizes
    .flatMap((size) => themes.map((theme) => ({ ...size, theme })))
    .filter(
      ({ width, theme }) =>
        (!values.width || Number(values.width) === width) && (!values.theme || values.theme === theme),
    );
}

async function contextFor(browser: Browser, person: Person | undefined, look: Look): Promise<BrowserContext> {
  return browser.newContext({
    ...{ baseURL: server.url, locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce' },
    viewport: { width: look.width, height: look.height },
    colorScheme: look.theme,
    hasTouch: look.width < 600,
    ...(person && { storageState: await person.api.storageState() }),
  });
}

/** A screen that cannot be had is said, and the others go on. */
async function shoot(page: Page, { name, path, act, isWhole = false }: Screen, look: Look): Promise<void> {
  try {
    await page.goto(path, { waitUntil: 'networkidle' });
    await act?.(page);
    await page.waitForTimeout(500);
    const to = join(folder, `${look.width}-${look.theme}`);
    mkdirSync(to, { recursive: true });
    await page.screenshot({ path: join(to, `${name}.png`), fullPage: isWhole });
    await keep(page, name, look);
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`${name} at ${look.width}, ${look.theme}: ${error}\n`);
  }
  await page.close();
}

async function keep(page: Page, name: string, { width, theme }: Look): Promise<void> {
  const picture = kept.find((one) => one.screen === name && one.width === width && one.theme === theme);
  if (!picture) return;
  const cdp = await page.context().newCDPSession(page);
  const { data } = await cdp.send('Page.captureScreenshot', { format: 'webp', quality: 88 });
  writeFileSync(join(folder, `${picture.file}.webp`), Buffer.from(data, 'base64'));
}
