// What the map costs in a browser: a debate of a thousand points opened, panned, zoomed, fitted, folded and answered while
// others speak, in a page that is slowed down as a small laptop would be. The longest gap between two frames is what a hand
// feels.

import { type CDPSession, chromium, type Page } from '@playwright/test';
import { findChromium } from '#e2e/chromium.ts';
import { AppServer } from '#e2e/server.ts';

export type MapRow = { what: string; longestMs: number; p99Ms: number; frames: number };

const slowdown = 4;
const text = 'A town should read\n\nIt reads on Sundays, or it does not read at all.\n';

/** A debate of so many points, moved about by the browser's own input, so many rounds. */
export async function measureMap(points: number, rounds: number): Promise<MapRow[]> {
  const found = await findChromium();
  if (!found.ok) throw new Error(found.advice);
  const server = await AppServer.start();
  const args = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-gpu'];
  const browser = await chromium.launch({ executablePath: found.path, args });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const url = await debateOf(page, server, points);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const rows: MapRow[] = [];
    for (let round = 0; round < rounds; round++) rows.push(...(await move(page, cdp, url)));
    return worstOf(rows);
  } finally {
    await browser.close();
    await server.remove();
  }
}

export function mapTable(rows: readonly MapRow[]): string {
  const lines = rows.map(
    ({ what, longestMs, p99Ms, frames }) =>
      `| ${what} | ${longestMs.toFixed(0)} | ${p99Ms.toFixed(0)} | ${frames} |`,
  );
  const head = ['| what | longest frame ms | p99 ms | frames |', '| --- | --- | --- | --- |'];
  return `${[...head, ...lines].join('\n')}\n`;
}

/** The page is opened anew and left to rest; then each movement by itself. */
async function move(page: Page, cdp: CDPSession, url: string): Promise<MapRow[]> {
  await page.goto(url);
  await page.getByRole('tree', { name: 'Claims and answers' }).waitFor();
  await isAtRest(page);
  const scroll = (xDistance: number, yDistance: number) =>
    cdp.send('Input.synthesizeScrollGesture', {
      ...{ x: 500, y: 500, xDistance, yDistance, speed: 2000, gestureSourceType: 'mouse' as const },
    });
  const wheel = async (deltaY: number, times: number) => {
    await page.mouse.move(700, 500);
    await page.keyboard.down('Control');
    for (let i = 0; i < times; i++) await page.mouse.wheel(0, deltaY);
    await page.keyboard.up('Control');
  };
  return [
    await framesOf(page, 'panned down', () => scroll(0, -12_000)),
    await framesOf(page, 'panned across', () => scroll(-1500, 0)),
    await framesOf(page, 'zoomed out by the wheel', () => wheel(60, 12)),
    await framesOf(page, 'panned at a tenth', () => scroll(0, -3000)),
    await framesOf(page, 'zoomed in by the wheel', () => wheel(-60, 12)),
    await framesOf(page, 'fitted', () => page.getByRole('button', { name: 'Fit' }).click()),
    ...(await foldAndAnswer(page, url)),
  ];
}

/** A thread folded and unfolded by key; then an answer typed, letter by letter, while others say twenty things. */
async function foldAndAnswer(page: Page, url: string): Promise<MapRow[]> {
  const node = page.getByRole('treeitem', { name: /Point 0 says/ });
  await page.goto(url);
  await node.click();
  await isAtRest(page);
  const press = (key: string) => page.keyboard.press(key);
  await node.focus();
  const folded = await framesOf(page, 'a thread folded', () => press('ArrowLeft'));
  const unfolded = await framesOf(page, 'and unfolded', () => press('ArrowRight'));
  await page.getByRole('button', { name: 'Answer', exact: true }).first().click();
  const field = page.getByRole('textbox', { name: /^Answer/ });
  const typed = await framesOf(page, 'an answer typed while nobody speaks', () =>
    field.pressSequentially(sentence, { delay: 80 }),
  );
  const live = await framesOf(page, 'an answer typed while others speak', () =>
    Promise.all([field.pressSequentially(sentence, { delay: 80 }), speak(page, url)]),
  );
  await field.fill('');
  return [folded, unfolded, typed, live];
}

const sentence = 'A sentence that somebody types at their own pace, without looking up. ';

/** Says twenty things in the room from beside the page, as a member would by the HTTP interface. */
async function speak(page: Page, url: string): Promise<void> {
  const room = url.replace(/.rooms.([^/]+).map$/, '/api/rooms/$1');
  for (let i = 0; i < 20; i++) {
    const answer = await page.context().request.post(`${room}/annotations/`, {
      headers: { origin: new URL(url).origin, 'content-type': 'application/ld+json' },
      data: JSON.stringify({
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        type: 'Annotation',
        motivation: 'commenting',
        body: { type: 'TextualBody', value: `Said meanwhile, the ${i}.`, format: 'text/plain' },
        target: {
          source: url.replace(/.map$/, ''),
          selector: { type: 'TextQuoteSelector', exact: 'It reads on Sundays' },
        },
      }),
    });
    if (!answer.ok()) throw new Error(await answer.text());
  }
}

/** The room has come by its socket, too. */
async function isAtRest(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor();
  await page.waitForLoadState('networkidle');
}

/** The gaps between frames while something is done, and until the page rests after it. */
async function framesOf(page: Page, what: string, act: () => Promise<unknown>): Promise<MapRow> {
  await page.evaluate(() => {
    const gaps: number[] = [];
    let last = performance.now();
    const tick = (now: number) => {
      gaps.push(now - last);
      last = now;
      if (window.gaps === gaps) requestAnimationFrame(tick);
    };
    window.gaps = gaps;
    requestAnimationFrame(tick);
  });
  await act();
  const gaps = await page.evaluate(async () => {
    const rest = () => new Promise((done) => requestIdleCallback(done, { timeout: 5000 }));
    for (let i = 0; i < 3; i++) await rest();
    const all = window.gaps ?? [];
    window.gaps = null;
    return all.slice(1);
  });
  const sorted = gaps.sort((a, b) => a - b);
  const p99Ms = sorted[Math.floor(sorted.length * 0.99)] ?? 0;
  return { what, longestMs: sorted.at(-1) ?? 0, p99Ms, frames: sorted.length };
}

declare global {
  interface Window {
    gaps?: number[] | null;
  }
}

/** Of each movement the middle of its rounds by the longest frame. */
function worstOf(rows: readonly MapRow[]): MapRow[] {
  return [...Map.groupBy(rows, ({ what }) => what).values()].flatMap((same) => {
    const sorted = same.toSorted((a, b) => a.longestMs - b.longestMs);
    return sorted[sorted.length >> 1] ?? [];
  });
}

/** Signs up in this page's browser, brings in a debate, and gives the address of its map. */
async function debateOf(page: Page, server: AppServer, points: number): Promise<string> {
  const { request } = page.context();
  const send = async (path: string, body: { data: unknown } | { multipart: FormData }) => {
    const answer = await request.post(`${server.url}/api${path}`, {
      ...body,
      headers: { origin: server.url },
    });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json() as Promise<{ id: string }>;
  };
  const account = { name: 'Cora', email: 'cora@example.org', password: 'a long enough password' };
  await send('/accounts', { data: account });
  const { id: spaceId } = await send('/spaces', { data: { name: 'Squad', kind: 'squad' } });
  const { id: readingId } = await send('/readings', { data: { spaceId, text } });
  const { id } = await send('/rooms', { data: { readingId, kind: 'debate' } });
  const multipart = new FormData();
  multipart.set('file', new File([kialoOf(points)], 'debate.txt', { type: 'text/plain' }));
  multipart.set('format', 'kialo');
  await send(`/rooms/${id}/import`, { multipart });
  return `${server.url}/rooms/${id}/map`;
}

/** Threads of twenty-five, four answers to a point. */
function kialoOf(points: number): string {
  const lines = ['Discussion Title: A town should read', ''];
  const numbers: string[] = [];
  for (let i = 0; i < points; i++) {
    const place = i % 25;
    const thread = i - place;
    const parent = numbers[thread + Math.floor((place - 1) / 4)];
    const number = place === 0 ? `${thread / 25 + 1}` : `${parent}.${((place - 1) % 4) + 1}`;
    numbers.push(number);
    const side = place === 0 ? '' : i % 3 === 0 ? 'Pro: ' : 'Con: ';
    lines.push(`${number}. ${side}Point ${i} says what a town should do with its Sundays, and why.`);
  }
  return lines.slice(0, 2).concat(lines.slice(2).sort(byNumber)).join('\n');
}

/** Kialo lists a claim before those below it, and those before the next. */
function byNumber(a: string, b: string): number {
  const [one, other] = [a, b].map((line) => (line.split('. ')[0] ?? '').split('.').map(Number));
  for (let i = 0; i < Math.max(one?.length ?? 0, other?.length ?? 0); i++) {
    const by = (one?.[i] ?? 0) - (other?.[i] ?? 0);
    if (by !== 0) return by;
  }
  return 0;
}
