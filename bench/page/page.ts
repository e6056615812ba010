// What reading costs in a browser: the product's own server in production mode, a real Chromium, a room as people use it
// and one with ten thousand notes. The table has the goal beside each number and says which are missed.

import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '#e2e/chromium.ts';
import { AppServer } from '#e2e/server.ts';
import { type Measured, openBrowser, slowDown } from './browser.ts';
import { type Crowd, fillRooms } from './crowd.ts';
import { marked } from './marked.ts';
import { type Cold, comeIn, openCold, travel, type Used, use } from './reading.ts';
import { type Scripts, scriptsOf } from './scripts.ts';

export type PageOptions = { notes: number; rounds: number; log: (line: string) => void };

export type PageReport = {
  notes: number;
  load: number[];
  scripts: { landing: Scripts; signIn: Scripts; reading: Scripts };
  /** One entry a round. */
  usual: Cold[];
  crowded: (Cold & Used)[];
  marked: Awaited<ReturnType<typeof marked>>[];
  travelUsual: number[];
  travelCrowded: number[];
};

/** An op-ed and what a class says of it; a long chapter, which ten thousand notes would be written on. */
const usualSize = { words: 1200, notes: 60 };
const crowdedWords = 20_000;
/** How many times slower than this machine the pages run. */
const slowdown = 4;

export async function measurePage({ notes, rounds, log }: PageOptions): Promise<PageReport> {
  const found = await findChromium();
  if (!found.ok) throw new Error(found.advice);
  const dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-page-'));
  log(`writing ${notes} notes`);
  const crowds = await fillRooms(dataDir, [usualSize, { words: crowdedWords, notes }]);
  const server = await AppServer.start({ DATA_DIR: dataDir });
  try {
    return await measureAll(server, crowds, { chromium: found.path, notes, rounds, log });
  } finally {
    await server.remove();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Bench = PageOptions & { chromium: string };

async function measureAll(server: AppServer, [small, crowd]: Crowd[], bench: Bench): Promise<PageReport> {
  const { chromium, notes, rounds, log } = bench;
  if (!small || !crowd) throw new Error('a room is missing');
  const usual = await linkInto(server, small.room);
  const crowded = await linkInto(server, crowd.room);
  const report: PageReport = {
    notes,
    load: [],
    scripts: await scriptsOfPages(server, usual.invite, chromium),
    ...{ usual: [], crowded: [], marked: [], travelUsual: [], travelCrowded: [] },
  };
  for (let round = 1; round <= rounds; round++) {
    log(`round ${round}: a usual room`);
    report.load.push(loadavg()[0] ?? Number.NaN);
    report.usual.push(await inBrowser(chromium, usual, ({ page }) => openCold(page, usual.url)));
    log(`round ${round}: the crowded room`);
    report.crowded.push(
      await inBrowser(chromium, crowded, async (measured) => ({
        ...(await openCold(measured.page, crowded.url)),
        ...(await use(measured)),
      })),
    );
    log(`round ${round}: the page of marks`);
    report.marked.push(await marked(chromium, slowdown, crowd));
  }
  log('highlights from one browser to another');
  report.travelUsual.push(...(await travel(chromium, slowdown, { ...usual, times: 10 })));
  report.travelCrowded.push(...(await travel(chromium, slowdown, { ...crowded, times: 10 })));
  report.load.push(loadavg()[0] ?? Number.NaN);
  return report;
}

type Place = { url: string; invite: string };

async function inBrowser<T>(
  chromium: string,
  { invite }: Place,
  measure: (measured: Measured) => Promise<T>,
): Promise<T> {
  const measured = await openBrowser(chromium);
  try {
    await comeIn(measured.page, invite, 'Reader');
    await slowDown(measured, slowdown);
    return await measure(measured);
  } finally {
    await measured.browser.close();
  }
}

async function linkInto(server: AppServer, room: string): Promise<Place> {
  const [link] = await server.cli<{ url: string }>('invite', room);
  if (!link) throw new Error('the invite printed nothing');
  return { url: `${server.url}/rooms/${room}`, invite: link.url };
}

async function scriptsOfPages(server: AppServer, invite: string, chromium: string) {
  const { browser, page } = await openBrowser(chromium);
  try {
    const context = page.context();
    const landing = await scriptsOf(context, server.url);
    const signIn = await scriptsOf(context, `${server.url}/sign-in`);
    await comeIn(page, invite, 'Reader');
    const reading = await scriptsOf(context, page.url());
    return { landing, signIn, reading };
  } finally {
    await browser.close();
  }
}
