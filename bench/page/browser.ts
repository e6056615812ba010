// A Chromium to measure in: one browser for each measurement, so that memory is that page's, with the processor slowed
// down as a small laptop's would be.

import { readFileSync } from 'node:fs';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { installProbe } from './probe.ts';

/** On a busy machine a slowed page takes its time; what it took is in the numbers. */
const patienceMs = 300_000;

export type Measured = { browser: Browser; page: Page; cdp: CDPSession };

/** At full speed at first: coming in is not what is measured. */
export async function openBrowser(path: string): Promise<Measured> {
  const browser = await chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-gpu'],
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(installProbe);
  const cdp = await context.newCDPSession(page);
  page.setDefaultTimeout(patienceMs);
  return { browser, page, cdp };
}

/** From now on the page's main thread runs so many times slower. */
export async function slowDown({ cdp }: Measured, times: number): Promise<void> {
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: times });
}

/** Longest and 99th percentile gap between frames while a real gesture scrolls through the whole page, in ms. */
export async function scrollThrough({ page, cdp }: Measured): Promise<{ longest: number; p99: number }> {
  const distance = await page.evaluate(() => {
    scrollTo(0, 0);
    return document.documentElement.scrollHeight - innerHeight;
  });
  await page.evaluate(() => window.probe.nextFrame());
  await page.evaluate(() => window.probe.frames.start());
  await cdp.send('Input.synthesizeScrollGesture', {
    ...{ x: 500, y: 500, yDistance: -Math.min(distance, 30_000), speed: 2500, gestureSourceType: 'mouse' },
  });
  const gaps = (await page.evaluate(() => window.probe.frames.stop())).sort((a, b) => a - b);
  return { longest: gaps.at(-1) ?? 0, p99: gaps[Math.floor(gaps.length * 0.99)] ?? 0 };
}

/** After a collection: what the page's scripts hold, and what its whole process has for itself; in MB. */
export async function memoryOf({ browser, cdp }: Measured): Promise<{ heap: number; process: number }> {
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('Performance.enable');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
  const all = await browser.newBrowserCDPSession();
  const { processInfo } = await all.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => privateMb(id));
  return { heap: heap / 1e6, process: Math.max(...renderers) };
}

/** From Linux's /proc. */
function privateMb(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(rollup)?.[1] ?? 0);
  return (of('Private_Clean') + of('Private_Dirty')) / 1000;
}

/** All interactions so far by the browser's Event Timing: the worst but one in fifty, as INP is defined, and the worst. */
export function inpOf(page: Page): Promise<{ inp: number; type: string; count: number }> {
  return page.evaluate(() => {
    const all = [...window.probe.interactions.values()].sort((a, b) => b.ms - a.ms);
    const at = all[Math.floor(all.length / 50)];
    return { inp: at?.ms ?? 0, type: at?.type ?? '', count: all.length };
  });
}
